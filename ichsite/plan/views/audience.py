"""Audiences: how they stand in the list, and their guide pages."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.assess.verdicts import CycleClass
from ichsite.model.span import DayRange, PriceRange
from ichsite.model.tier import TierName
from ichsite.plan.views.cards import CraftCardView, Pager
from ichsite.plan.views.chrome import Chrome, Head, Link
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class AudienceCardView:
    """An audience in a list: `crafts` is how many fit, `price_from` the lowest price among them, None where none fits."""

    url: UrlPath
    title: str
    summary: str
    for_whom: tuple[str, ...]
    crafts: int
    price_from: int | None


@dataclass(frozen=True)
class FitReasonView:
    """Why a craft fits: one tier that keeps every rule. `days` is the window, `working_days` the work in it, `changes`
    what may be changed."""

    tier: TierName
    price: PriceRange
    days: DayRange | None
    working_days: DayRange | None
    cycle: CycleClass | None
    changes: tuple[str, ...]


@dataclass(frozen=True)
class FitView:
    """A craft that fits, by the cheapest tier first. `words` are its uses and tags that the audience asks for."""

    card: CraftCardView
    reasons: tuple[FitReasonView, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class FitGroupView:
    """Crafts that fit for one reason: the tier and the class of their making time.

    `price_from`, `days` (the longest window) and `crafts` are of the whole group, though it may go on on the next page.
    """

    tier: TierName
    cycle: CycleClass | None
    price_from: int
    days: int | None
    changes: tuple[str, ...]
    crafts: int
    fits: tuple[FitView, ...]


@dataclass(frozen=True)
class AudienceView:
    """`pages/audience.html`: the guide of one audience; `others` are the guides of the others."""

    chrome: Chrome
    head: Head
    card: AudienceCardView
    tips: tuple[str, ...]
    groups: tuple[FitGroupView, ...]
    pager: Pager
    others: tuple[Link, ...]


@dataclass(frozen=True)
class AudiencesView:
    """`pages/audiences.html`: all guides, in the order of the file of audiences."""

    chrome: Chrome
    head: Head
    audiences: tuple[AudienceCardView, ...]
