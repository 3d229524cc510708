"""The views of showcases: the page of one, and the gallery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ichsite.assess.share import Share
from ichsite.catalog.gallery import GalleryKind
from ichsite.model.invitation import Invitation
from ichsite.model.platform import Platform
from ichsite.plan.views.cards import ChosenView, CraftCardView, Pager, ShowcaseCardView
from ichsite.plan.views.chrome import Chrome, Head, Link, PictureView
from ichsite.plan.views.finding import GalleryFilters
from ichsite.text.address import UrlPath
from ichsite.text.words import Language


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

    `call` and `stream` are those it began with, `shown_in` are those that showed it, `design` the session that it came
    of, `post` is the buyer's own. `tags` lead to the galleries of showcases with the same tag, `other_tags` are those
    without one; `tier_gallery` is that of its tier.
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
    tags: tuple[Link, ...] = ()
    other_tags: tuple[str, ...] = ()
    tier_gallery: UrlPath | None = None
    design: Link | None = None
    call: Link | None = None


@dataclass(frozen=True)
class ShowcasesView:
    """`pages/showcases.html`: the gallery, 24 a page; `filters` stand on the first.

    `kind` says what the showcases of a part of it have in common (None: it is the whole), `subject` is the craft, the
    tier or the master that they are of; `groups` are the galleries beside it, by their kinds.
    """

    chrome: Chrome
    head: Head
    showcases: tuple[ShowcaseCardView, ...]
    pager: Pager
    filters: GalleryFilters | None = None
    kind: GalleryKind | None = None
    subject: Link | None = None
    groups: tuple[tuple[GalleryKind, tuple[Link, ...]], ...] = ()


@dataclass(frozen=True)
class StripItem:
    """A showcase on other sites: what it is called, its craft, its picture; `buyer` is None where the name stays here."""

    url: UrlPath
    title: str
    craft: str
    buyer: str | None
    picture: PictureView


@dataclass(frozen=True)
class StripView:
    """`pages/strip.html`: a row of showcases for an `<iframe>` on other sites; `page` is where all of them stand.

    `craft` is the one that they are of, empty where they are of all.
    """

    language: Language
    site_name: str
    craft: str
    page: UrlPath
    items: tuple[StripItem, ...]


@dataclass(frozen=True)
class ShareView:
    """`pages/share.html`: buyers are asked to show what they received; the words are those of `site.yaml`."""

    chrome: Chrome
    head: Head
    invitation: Invitation
    hashtags: tuple[str, ...]
