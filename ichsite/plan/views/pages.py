"""The views of all other pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ichsite.model.permalink import LedgerKind
from ichsite.model.site import AssessmentSettings
from ichsite.plan.views.audience import AudienceCardView
from ichsite.plan.views.call import CallCardView
from ichsite.plan.views.cards import (
    CraftCardView,
    MasterCardView,
    Pager,
    PostCardView,
    ShowcaseCardView,
    StreamCardView,
    StreamCraftView,
    TierColumn,
)
from ichsite.plan.views.chrome import Chrome, Head, KeepView, Link, PictureView
from ichsite.plan.views.craft import OutcomeView
from ichsite.plan.views.design_card import DesignCardView
from ichsite.plan.views.event import EventCardView
from ichsite.plan.views.finding import CraftFilters
from ichsite.plan.views.guide import GuideSection, Heading
from ichsite.plan.views.idea import IdeasCardView
from ichsite.plan.views.poll import PollCardView
from ichsite.plan.views.record import RecordView
from ichsite.registry.claims import Stamp
from ichsite.text.address import UrlPath
from ichsite.text.words import Language


@dataclass(frozen=True)
class CraftListView:
    """`pages/crafts.html`: crafts, 24 a page, of the whole catalogue or of one tier, category, region or tag.

    `filters` stand on the first page of the whole catalogue; `gallery` is that of a tier's showcases.
    """

    chrome: Chrome
    head: Head
    heading: str
    intro: str
    kind: str
    cards: tuple[CraftCardView, ...]
    pager: Pager
    groups: tuple[tuple[str, tuple[Link, ...]], ...]
    filters: CraftFilters | None = None
    gallery: UrlPath | None = None
    guides: tuple[Link, ...] = ()
    """The guides of all audiences, on the list of the whole catalogue."""


@dataclass(frozen=True)
class TermListView:
    """`pages/terms.html`: all categories, regions or tags, each with its number of crafts."""

    chrome: Chrome
    head: Head
    kind: str
    terms: tuple[tuple[Link, int], ...]


@dataclass(frozen=True)
class TiersView:
    """`pages/tiers.html`: the three tiers side by side."""

    chrome: Chrome
    head: Head
    columns: tuple[TierColumn, ...]


@dataclass(frozen=True)
class HomeView:
    """`pages/home.html`."""

    chrome: Chrome
    head: Head
    crafts: tuple[CraftCardView, ...]
    craft_total: int
    columns: tuple[TierColumn, ...]
    streams: tuple[StreamCardView, ...]
    showcases: tuple[ShowcaseCardView, ...]
    posts: tuple[PostCardView, ...]
    masters: tuple[MasterCardView, ...]
    guide: tuple[GuideSection, ...] = ()
    """The pages that name a section, on a site that is no catalogue."""
    calls: tuple[CallCardView, ...] = ()
    """The calls for ideas that are open, and those that come: these are shown from their day on."""
    designs: tuple[DesignCardView, ...] = ()
    audiences: tuple[AudienceCardView, ...] = ()
    """The audiences, each with its guide."""
    events: tuple[EventCardView, ...] = ()
    """The events that run or come, the soonest first."""
    record: RecordView | None = None
    """How the delivery windows of all crafts were kept."""


@dataclass(frozen=True)
class MasterView:
    """`pages/master.html`: `gallery` is that of what buyers received of the master's crafts."""

    chrome: Chrome
    head: Head
    card: MasterCardView
    story: str
    crafts: tuple[CraftCardView, ...]
    streams: tuple[StreamCardView, ...]
    checked: Stamp | None = None
    gallery: UrlPath | None = None
    designs: tuple[DesignCardView, ...] = ()
    events: tuple[EventCardView, ...] = ()
    """The events where he or she is, as far as they are not over."""


@dataclass(frozen=True)
class MastersView:
    """`pages/masters.html`."""

    chrome: Chrome
    head: Head
    masters: tuple[MasterCardView, ...]


@dataclass(frozen=True)
class PicturesView:
    """`pages/pictures.html`: a craft's pictures, large; their anchors are `p-1`, `p-2` … and `outcome-<id>`."""

    chrome: Chrome
    head: Head
    craft: Link
    pictures: tuple[PictureView, ...]
    outcomes: tuple[OutcomeView, ...]


StreamPart = Literal["before", "during", "after"]


@dataclass(frozen=True)
class StreamView:
    """`pages/stream.html`: what is asked before the stream, what it shows, what became of it; `now` is the part that the
    day of the page stands in.

    `began` are showcases that began with it, `shown` others that it showed; `kit` is its page of the link kit, None
    where that is not published, and `overlay` its id in the overlay, empty there too.
    """

    chrome: Chrome
    head: Head
    card: StreamCardView
    story: str
    crafts: tuple[StreamCraftView, ...]
    keep: KeepView | None
    event: UrlPath
    """The stream as a calendar file."""
    calls: tuple[CallCardView, ...] = ()
    polls: tuple[PollCardView, ...] = ()
    ideas: tuple[IdeasCardView, ...] = ()
    designs: tuple[DesignCardView, ...] = ()
    now: StreamPart = "before"
    began: tuple[ShowcaseCardView, ...] = ()
    shown: tuple[ShowcaseCardView, ...] = ()
    kit: UrlPath | None = None
    overlay: str = ""


@dataclass(frozen=True)
class StreamsView:
    """`pages/streams.html`: the schedule, what is coming first, then what was."""

    chrome: Chrome
    head: Head
    coming: tuple[StreamCardView, ...]
    past: tuple[StreamCardView, ...]


@dataclass(frozen=True)
class PageView:
    """`pages/page.html`: a free page; what follows `story` is empty on one that names no section."""

    chrome: Chrome
    head: Head
    title: str
    summary: str
    story: str
    guide: tuple[GuideSection, ...] = ()
    """Every page that names a section."""
    contents: tuple[Heading, ...] = ()
    before: Link | None = None
    after: Link | None = None


@dataclass(frozen=True)
class MethodView:
    """`pages/how-to-read.html`: how to read the catalogue, the method and its cut-offs."""

    chrome: Chrome
    head: Head
    settings: AssessmentSettings
    acknowledged_years: tuple[int, ...]
    record: RecordView | None = None
    """How the delivery windows of all crafts were kept."""


@dataclass(frozen=True)
class GoneView:
    """`pages/gone.html`: what was at an address, and what is near; `later` where it is not out yet, and has no title.

    A showcase that was `withdrawn` has no title either, and its `link` leads to the craft.

    `kind` is that of the ledger; `crafts` share a tier or the category, `streams` are coming, `link` leads to the list.
    """

    chrome: Chrome
    head: Head
    kind: LedgerKind
    title: str
    later: bool
    crafts: tuple[CraftCardView, ...]
    streams: tuple[StreamCardView, ...]
    link: Link
    withdrawn: bool = False


@dataclass(frozen=True)
class NotFoundWords:
    """What the page that is not there says in another language of the site; `home` and `codes` are in the tree `folder`."""

    language: Language
    folder: str
    title: str
    words: str
    home_title: str
    home: UrlPath
    codes_title: str
    codes: UrlPath


@dataclass(frozen=True)
class NotFoundView:
    """`pages/404.html`: one file for all languages of a site; `others` are those besides the main one."""

    chrome: Chrome
    head: Head
    others: tuple[NotFoundWords, ...] = ()


@dataclass(frozen=True)
class CodesView:
    """`pages/codes.html`: where a spoken code is typed. The codes themselves are the same in all languages.

    `example` is a code that there is, empty where there is none.
    """

    chrome: Chrome
    head: Head
    example: str


@dataclass(frozen=True)
class OverlayView:
    """`pages/overlay.html`: the page that a streaming program lays over its picture; script fills it.

    `crafts` and `streams` are the folders that its data lie in.
    """

    language: Language
    site_name: str
    crafts: UrlPath
    streams: UrlPath
