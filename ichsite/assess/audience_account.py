"""What an audience finds and what it lacks: counts, and for every unmet want the offers that miss it by the least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ichsite.assess.audience import asked_for, fit_of, shares
from ichsite.assess.card import CraftCard, OfferCard
from ichsite.assess.verdicts import CostClass
from ichsite.model.audience import Audience, Want
from ichsite.model.tier import TIERS, TierName

COSTS: tuple[CostClass, ...] = ("low", "middle", "high")
MISSES = 3
"""So many of the nearest misses are told."""
ANYTHING = Want(what="")
"""What is asked for an audience that nothing fits."""
WantState = Literal["met", "too-few", "none"]


@dataclass(frozen=True)
class Miss:
    """An offer that is of the kind and fails by figures alone: what it costs too much or too little (minor units), and
    by how many days it is too slow. `unknown` where it has no window at all."""

    craft: str
    title: str
    tier: TierName
    too_dear: int = 0
    too_cheap: int = 0
    too_slow: int = 0
    unknown: bool = False


@dataclass(frozen=True)
class WantAccount:
    """How a want is met: the offers that were found, and those that miss it by the least."""

    want: Want
    found: int
    misses: tuple[Miss, ...]

    @property
    def state(self) -> WantState:
        """`too-few` where some were found, but fewer than asked for."""
        return "met" if self.found >= self.want.at_least else "too-few" if self.found else "none"


@dataclass(frozen=True)
class AudienceAccount:
    """One audience: the crafts and the offers that fit, the offers by tier and by price class, and its wants."""

    slug: str
    title: str
    crafts: int
    offers: int
    tiers: tuple[tuple[TierName, int], ...]
    costs: tuple[tuple[CostClass, int], ...]
    wants: tuple[WantAccount, ...]


def account_of(slug: str, audience: Audience, cards: Iterable[CraftCard]) -> AudienceAccount:
    """The account of one audience over all cards; each card is looked at once for each want."""
    listed = tuple(cards)
    fitting = [(card, fit) for card in listed if (fit := fit_of(audience.rules, card)) is not None]
    offers = [card.offers[at] for card, fit in fitting for at in fit.offers]
    tiers, costs = Counter(one.tier for one in offers), Counter(one.cost for one in offers)
    wants = audience.wants or ((ANYTHING,) if not offers else ())
    return AudienceAccount(
        slug,
        audience.title,
        len(fitting),
        len(offers),
        tuple((tier, tiers[tier]) for tier in TIERS),
        tuple((cost, costs[cost]) for cost in COSTS),
        tuple(_wanted(audience, want, listed) for want in wants),
    )


def _wanted(audience: Audience, want: Want, cards: tuple[CraftCard, ...]) -> WantAccount:
    found, misses = 0, list[Miss]()
    for card, offer in _meant(audience, want, cards):
        miss = _miss(audience, want, card, offer)
        if miss is None:
            found += 1
        else:
            misses.append(miss)
    if found >= want.at_least:
        return WantAccount(want, found, ())
    return WantAccount(want, found, tuple(sorted(misses, key=_distance)[:MISSES]))


def _meant(audience: Audience, want: Want, cards: tuple[CraftCard, ...]) -> Iterator[tuple[CraftCard, OfferCard]]:
    """The offers of the kind and of the tier that the want is about, whatever they cost and however long they take."""
    for card in cards:
        if want.category is not None and card.category != want.category:
            continue
        if asked_for(audience.rules, card) and shares(want.uses, card.uses) and shares(want.tags, card.tags):
            for offer in card.offers:
                if want.tier in (None, offer.tier) and (not audience.rules.tiers or offer.tier in audience.rules.tiers):
                    yield card, offer


def _miss(audience: Audience, want: Want, card: CraftCard, offer: OfferCard) -> Miss | None:
    rules, price = audience.rules, audience.rules.price
    most = _least(want.under, price.highest if price is not None else None)
    least = price.lowest if price is not None else None
    days = _least(want.within_days, rules.within_days)
    dear = max(0, offer.price.lowest - most) if most is not None else 0
    cheap = max(0, least - offer.price.highest) if least is not None else 0
    unknown = days is not None and offer.days is None
    slow = max(0, offer.days.highest - days) if days is not None and offer.days is not None else 0
    if not (dear or cheap or slow or unknown):
        return None
    return Miss(str(card.slug), card.title, offer.tier, dear, cheap, slow, unknown)


def _least(*figures: int | None) -> int | None:
    return min((one for one in figures if one is not None), default=None)


def _distance(miss: Miss) -> tuple[int, int, int, str, TierName]:
    """One figure that fails is nearer than two; then the days, then the money."""
    failing = bool(miss.too_dear) + bool(miss.too_cheap) + bool(miss.too_slow) + miss.unknown
    return failing + miss.unknown, miss.too_slow, miss.too_dear + miss.too_cheap, miss.craft, miss.tier
