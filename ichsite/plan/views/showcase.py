"""The views of showcases: the page of one, and the gallery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ichsite.assess.share import Share
from ichsite.model.site import Platform
from ichsite.plan.views.cards import ChosenView, CraftCardView, Pager, ShowcaseCardView
from ichsite.plan.views.chrome import Chrome, Head, Link, PictureView
from ichsite.plan.views.finding import GalleryFilters


@dataclass(frozen=True)
class LaterView:
    """What a buyer told later: the day, the whole months since it was received (and the days), the words, the pictures."""

    day: date
    months: int
    days: int
    words: str
    pictures: tuple[PictureView, ...]


@dataclass(frozen=True)
class ShowcaseView:
    """`pages/showcase.html`: what one buyer chose and received; `share` is that of the outcome, where it is counted.

    `stream` is the one it began with, `shown_in` are those that showed it, `design` the session that it came of, `post` is the buyer's own.
    """

    chrome: Chrome
    head: Head
    card: ShowcaseCardView
    chosen: tuple[ChosenView, ...]
    outcome: str | None
    pictures: tuple[PictureView, ...]
    craft: CraftCardView
    platform: Platform | None
    reward: str | None
    outcome_id: str | None = None
    share: Share | None = None
    scene: str | None = None
    later: tuple[LaterView, ...] = ()
    stream: Link | None = None
    shown_in: tuple[Link, ...] = ()
    post: str | None = None
    design: Link | None = None


@dataclass(frozen=True)
class ShowcasesView:
    """`pages/showcases.html`: the gallery, 24 a page; `filters` stand on the first."""

    chrome: Chrome
    head: Head
    showcases: tuple[ShowcaseCardView, ...]
    pager: Pager
    filters: GalleryFilters | None = None
