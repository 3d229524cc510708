"""Terms 承诺: what an offer promises, as a frozen value and as canonical JSON, with its version.

The queue is not in it: a count that moves every day, with a day of its own, is no promise. Nor is anything private or
anything that only leads somewhere: costs, order links, files, selections of the material library.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Annotated, Any, Literal, cast

from ichsite.assess.dossier import AssessedOffer, Dossier
from ichsite.assess.verdicts import ReturnBasis, return_verdict
from ichsite.brief.canonical import Unreadable, canonical, parsed, value_of
from ichsite.model.craft import Craft, FixedFeature, HandStep
from ichsite.model.limit import Limit
from ichsite.model.offer import AfterSale, Boundary, Making, Offer
from ichsite.model.option import AnyOption, ChoiceOption, ColourOption, Option, PictureOption
from ichsite.model.production import Production, Stage
from ichsite.model.randomness import Randomness
from ichsite.model.scalar import Text, Whole
from ichsite.model.span import NO_DAYS, DayRange, PriceRange
from ichsite.model.tier import TierName
from ichsite.text.words import Language

SCHEMA: Literal[1] = 1
_VERSION = re.compile(r"[0-9a-f]{10}", re.ASCII)


class TermsRefused(Exception):
    """Why some bytes are no terms, in words; `at` is where in them, such as `options.2.step`, or empty."""

    def __init__(self, refused: Unreadable) -> None:
        super().__init__(str(refused))
        self.why, self.at = refused.why, refused.at


@dataclass(frozen=True, kw_only=True)
class Returns:
    """The return right that holds: whence it comes, its days (0 where a piece made to order has none), the seller's words."""

    basis: ReturnBasis
    days: Annotated[int, Whole()] = 0
    words: Annotated[str, Text(300)] | None = None


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What is promised of one tier of one craft, in the site's language. Money in minor units of `currency`.

    `craft` is the id for ever (the ledger's); `stages` say nothing of the queue.
    """

    schema: Annotated[int, Whole(1)] = SCHEMA
    craft: str
    title: Annotated[str, Text(60)]
    tier: TierName
    tier_name: Annotated[str, Text(20)]
    language: Language
    making: Making
    currency: str
    price: PriceRange
    master_takes_part: Annotated[str, Text(200)] | None = None
    fixed_features: tuple[FixedFeature, ...] = ()
    authenticity: tuple[HandStep, ...] = ()
    options: tuple[Option, ...] = ()
    limits: tuple[Limit, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    stages: tuple[Stage, ...] = ()
    shipping_days: DayRange = NO_DAYS
    randomness: Randomness
    returns: Returns
    after_sale: AfterSale
    seller: Annotated[str, Text(80)] = ""


@dataclass(frozen=True)
class Promiser:
    """Who promises, and in what: the seller, the site's language and currency, what the tiers are called."""

    seller: str
    language: Language
    currency: str
    tier_names: tuple[tuple[TierName, str], ...]

    def tier_name(self, tier: TierName) -> str:
        """What the site calls a tier; its key where it has no name for it."""
        return dict(self.tier_names).get(tier, tier)


def terms_of(dossier: Dossier, assessed: AssessedOffer, craft: str, promiser: Promiser) -> Terms:
    """The terms of one offer of a dossier; `craft` is the craft's id in the ledger."""
    return terms_from(
        dossier.craft.value, dossier.customization.value.randomness, assessed.offer, craft=craft, promiser=promiser
    )


def terms_from(page: Craft, randomness: Randomness, offer: Offer, *, craft: str, promiser: Promiser) -> Terms:
    """The terms of one offer, whatever the day; `craft` is the craft's id in the ledger."""
    production, returns = offer.production, return_verdict(offer)
    return Terms(
        craft=craft,
        title=page.title,
        tier=offer.tier,
        tier_name=promiser.tier_name(offer.tier),
        language=promiser.language,
        making=offer.making,
        currency=promiser.currency,
        price=offer.price,
        master_takes_part=offer.master_takes_part,
        fixed_features=page.fixed_features,
        authenticity=page.authenticity,
        options=tuple(map(_option, offer.options)),
        limits=tuple(replace(limit, id=None) for limit in offer.limits),
        boundaries=tuple(replace(boundary, id=None) for boundary in offer.boundaries),
        stages=production.stages if production is not None else (),
        shipping_days=production.shipping_days if production is not None else NO_DAYS,
        randomness=_without_pictures(randomness),
        returns=Returns(basis=returns.basis, days=returns.days, words=offer.returns_words),
        after_sale=offer.after_sale,
        seller=promiser.seller,
    )


def offer_of(terms: Terms) -> Offer:
    """The offer that was promised, as far as its terms say it: what `refusals` asks is all there."""
    made = bool(terms.stages) or terms.shipping_days != NO_DAYS
    return Offer(
        tier=terms.tier,
        summary="",
        making=terms.making,
        price=terms.price,
        master_takes_part=terms.master_takes_part,
        options=terms.options,
        limits=terms.limits,
        boundaries=terms.boundaries,
        production=Production(stages=terms.stages, shipping_days=terms.shipping_days) if made else None,
        returns_days=terms.returns.days if terms.returns.basis == "promised" else 0,
        returns_words=terms.returns.words,
        after_sale=terms.after_sale,
    )


def terms_json(terms: Terms) -> bytes:
    """The one text of some terms: canonical JSON in UTF-8, with a line break at its end."""
    return canonical(terms)


def version_of(data: bytes) -> str:
    """The version of terms by their text: ten hex digits."""
    return blake2b(data).hexdigest()[:10]


def is_version(text: str) -> bool:
    """Whether a text has the form of a version."""
    return _VERSION.fullmatch(text) is not None


def read_terms(data: bytes) -> Terms:
    """The terms whose text `data` is, whoever wrote it; raises TermsRefused, also where a newer ichsite wrote it."""
    try:
        said = parsed(data)
        if isinstance(said, dict) and cast("dict[str, Any]", said).get("schema", SCHEMA) != SCHEMA:
            raise Unreadable("这是另一版 ichsite 写的", "another version of ichsite wrote this", "schema")
        terms = value_of(said, Terms)
        if terms_json(terms) != data:
            raise Unreadable("内容对，写法却不是本来的写法", "it says this in another form than it was written in")
    except Unreadable as refused:
        raise TermsRefused(refused) from None
    return terms


def _option(option: AnyOption) -> AnyOption:
    """An option without what leads to files and selects from the material library: what was selected is all there."""
    if isinstance(option, ChoiceOption):
        return replace(option, motifs=None)
    if isinstance(option, ColourOption):
        return replace(option, from_palette=None)
    if isinstance(option, PictureOption):
        return replace(option, example=None)
    return option


def _without_pictures(randomness: Randomness) -> Randomness:
    return replace(randomness, outcomes=tuple(replace(one, picture=None) for one in randomness.outcomes))
