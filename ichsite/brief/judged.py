"""A brief judged by one promise: what its thresholds forbid and what would be possible instead, and what it costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ichsite.assess.possible import Way, ways_out
from ichsite.assess.priced import price_of
from ichsite.assess.wish import Refusal, refusals
from ichsite.brief.brief import Brief
from ichsite.brief.grounds import Promised
from ichsite.brief.terms import offer_of
from ichsite.model.offer import Offer
from ichsite.model.span import PriceRange


@dataclass(frozen=True)
class Refused:
    """One thing that the technique cannot do, and what would be possible instead."""

    refusal: Refusal
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True)
class Judged:
    """What one promise says of a brief. `price` is what its choices cost under it; None where they cannot be made."""

    promise: Promised
    refused: tuple[Refused, ...]
    price: PriceRange | None

    @property
    def possible(self) -> bool:
        """Whether all of it can be made."""
        return not self.refused


def judged(brief: Brief, promise: Promised, others: Sequence[Offer] = ()) -> Judged:
    """What a promise says of a brief; `others` are the offers of the craft's other tiers, which may be a way out."""
    offer = offer_of(promise.terms)
    refused = tuple(Refused(one, ways_out(offer, brief.wish, one, others)) for one in refusals(offer, brief.wish))
    return Judged(promise, refused, None if refused else price_of(offer, brief.wish))
