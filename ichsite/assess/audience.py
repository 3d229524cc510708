"""Which crafts fit an audience: one look at each offer of each card, whatever the language of the page.

A craft fits by an offer that keeps every rule that is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ichsite.assess.card import CraftCard, OfferCard
from ichsite.catalog.address_book import AddressBook
from ichsite.catalog.urls import numbered
from ichsite.model.audience import AudienceRules
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class Fit:
    """A craft that fits, by the offers at these positions of its card; `uses` and `tags` are the positions of the words
    of its card that the rules ask for, none where it is named in `include`."""

    slug: str
    offers: tuple[int, ...]
    uses: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()


@dataclass(frozen=True)
class Fits:
    """What fits each audience, by its slug, in the order of the cards; and how each craft fits, in the order of the file
    of audiences."""

    of: Mapping[str, tuple[Fit, ...]] = field(default_factory=dict[str, tuple[Fit, ...]])
    by_craft: Mapping[str, tuple[tuple[str, Fit], ...]] = field(default_factory=dict[str, tuple[tuple[str, Fit], ...]])

    def alone(self, craft: str) -> Fits:
        """The same of one craft."""
        return Fits(by_craft={craft: self.by_craft.get(craft, ())})

    def pages(self, audience: str, per_page: int) -> int:
        """How many pages the guide of an audience has."""
        return max(1, -(-len(self.of.get(audience, ())) // per_page))


NO_FITS = Fits()


def fits_of(audiences: Iterable[tuple[str, AudienceRules]], cards: Iterable[CraftCard]) -> Fits:
    """The crafts that fit each audience, in the order of the cards."""
    listed = tuple(cards)
    of: dict[str, tuple[Fit, ...]] = {}
    by_craft: dict[str, tuple[tuple[str, Fit], ...]] = {}
    for slug, rules in audiences:
        fitting = tuple(fit for card in listed if (fit := fit_of(rules, card)) is not None)
        of[slug] = fitting
        for fit in fitting:
            by_craft[fit.slug] = (*by_craft.get(fit.slug, ()), (slug, fit))
    return Fits(of, by_craft)


def guide_pages(fits: Fits, book: AddressBook, per_page: int) -> Iterator[UrlPath]:
    """The addresses of the second and every further page of each guide."""
    for audience in fits.of:
        for number in range(2, fits.pages(audience, per_page) + 1):
            yield numbered(book.address("audience", audience), number)


def fit_of(rules: AudienceRules, card: CraftCard) -> Fit | None:
    """How a craft fits; None where no offer of it does."""
    if not asked_for(rules, card):
        return None
    offers = tuple([at for at, offer in enumerate(card.offers) if keeps(rules, offer)])
    if not offers:
        return None
    return Fit(str(card.slug), offers, _positions(rules.uses, card.uses), _positions(rules.tags, card.tags))


def asked_for(rules: AudienceRules, card: CraftCard) -> bool:
    """Whether a craft is of the uses and tags that the rules name, or is named itself."""
    if card.slug in rules.exclude:
        return False
    return card.slug in rules.include or (shares(rules.uses, card.uses) and shares(rules.tags, card.tags))


def keeps(rules: AudienceRules, offer: OfferCard) -> bool:
    """Whether an offer keeps the rules of tier, price and time; one without a window keeps no rule of time."""
    if rules.tiers and offer.tier not in rules.tiers:
        return False
    price = rules.price
    if price is not None:
        if price.highest is not None and offer.price.lowest > price.highest:
            return False
        if price.lowest is not None and offer.price.highest < price.lowest:
            return False
    return rules.within_days is None or (offer.days is not None and offer.days.highest <= rules.within_days)


def shares(wanted: tuple[str, ...], has: tuple[str, ...]) -> bool:
    """Whether a craft has one of the wanted words, where any are wanted."""
    return not wanted or any(word in has for word in wanted)


def _positions(wanted: tuple[str, ...], has: tuple[str, ...]) -> tuple[int, ...]:
    return tuple([at for at, word in enumerate(has) if word in wanted]) if wanted else ()
