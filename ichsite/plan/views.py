"""Views: frozen values with just what a page shows. Templates see these and nothing else.

Addresses are `UrlPath`s below the site's base; the filters `href` and `absolute` make links of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ichsite.assess.share import Share
from ichsite.assess.verdicts import CostClass, CycleClass, Verdicts
from ichsite.assess.window import StageWindow, Window
from ichsite.model.craft import CategoryNumeral, FixedFeature, HandStep, Level
from ichsite.model.draw import Draw
from ichsite.model.offer import Offer
from ichsite.model.production import Stage
from ichsite.model.randomness import Chance, Controllability, Randomness
from ichsite.model.site import Account, AssessmentSettings, Platform, Seller
from ichsite.model.span import DayRange, PriceRange
from ichsite.model.stream import Showing, StreamKind
from ichsite.model.tier import StreamRole, Tier, TierName
from ichsite.text.address import UrlPath
from ichsite.text.words import Language


@dataclass(frozen=True)
class Link:
    """A title and where it leads."""

    title: str
    url: UrlPath


@dataclass(frozen=True)
class Chrome:
    """What every page of the site carries. `today` is the day that windows are counted from."""

    site_name: str
    tagline: str
    description: str
    language: Language
    currency: str
    sample: bool
    seller: Seller
    accounts: tuple[Account, ...]
    menu: tuple[Link, ...]
    pages: tuple[Link, ...]
    stylesheet: UrlPath
    today: date


@dataclass(frozen=True)
class Head:
    """A page's title, its one sentence, its own address; `indexed` is false for pages that search should not list."""

    title: str
    description: str
    url: UrlPath
    indexed: bool = True
    picture: UrlPath | None = None


@dataclass(frozen=True)
class PictureFileView:
    """One published file of a picture."""

    url: UrlPath
    width: int


@dataclass(frozen=True)
class PictureView:
    """A picture as published: a JPEG for every browser, WebP in several widths, its size and words."""

    jpeg: UrlPath
    webp: tuple[PictureFileView, ...]
    width: int
    height: int
    colour: str
    alt: str
    caption: str
    illustration: bool
    ai_generated: bool


@dataclass(frozen=True)
class OfferLine:
    """One tier of a craft on a card."""

    tier: TierName
    price: PriceRange
    days: DayRange | None
    cycle: CycleClass | None
    cost: CostClass
    role: StreamRole


@dataclass(frozen=True)
class CraftCardView:
    """A craft in a list."""

    url: UrlPath
    title: str
    summary: str
    picture: PictureView | None
    category: CategoryNumeral
    region: str
    level: Level
    control: Controllability
    by: Chance
    offers: tuple[OfferLine, ...]


@dataclass(frozen=True)
class MasterCardView:
    """A master in a list or beside a craft."""

    url: UrlPath
    title: str
    level: Level
    trade_title: str | None
    project: str
    region: str
    summary: str
    picture: PictureView | None


@dataclass(frozen=True)
class ChosenView:
    """An option that a buyer chose, in words."""

    label: str
    value: str


@dataclass(frozen=True)
class ShowcaseCardView:
    """A showcase in a list or beside a craft; the words are plain text."""

    url: UrlPath
    title: str
    buyer: str
    received: date
    words: str
    picture: PictureView | None
    craft: Link
    tier: TierName
    tags: tuple[str, ...]


@dataclass(frozen=True)
class StreamCraftView:
    """A craft in a stream: the card, whether orders are taken, the tiers it is about."""

    card: CraftCardView
    showing: Showing
    tiers: tuple[TierName, ...]


@dataclass(frozen=True)
class StreamCardView:
    """A stream in the schedule; `past` is seen from `Chrome.today`."""

    url: UrlPath
    title: str
    summary: str
    platform: Platform
    kind: StreamKind
    starts: datetime
    minutes: int
    host: str
    master: Link | None
    crafts: tuple[Link, ...]
    past: bool
    replay: str | None


@dataclass(frozen=True)
class PostCardView:
    """A post in a list."""

    url: UrlPath
    title: str
    summary: str
    published: date
    author: str
    tags: tuple[str, ...]
    picture: PictureView | None


@dataclass(frozen=True)
class StageLine:
    """A stage of production with the days between which it ends."""

    stage: Stage
    window: StageWindow


@dataclass(frozen=True)
class OfferView:
    """One tier of a craft page. `words` are the labels of options (`option`) and of their values (`option.value`)."""

    offer: Offer
    window: Window | None
    verdicts: Verdicts
    stages: tuple[StageLine, ...]
    words: dict[str, str]


@dataclass(frozen=True)
class OutcomeView:
    """An outcome with its share; `share` is None where the sample does not add up."""

    id: str
    name: str
    words: str
    count: int
    share: Share | None
    picture: PictureView | None


@dataclass(frozen=True)
class CraftView:
    """`pages/craft.html`: the three answers `#change`, `#days`, `#chance` and all that stands behind them."""

    chrome: Chrome
    head: Head
    title: str
    summary: str
    code: str | None
    level: Level
    category: Link
    region: Link
    tags: tuple[Link, ...]
    uses: tuple[str, ...]
    story: str
    pictures: tuple[PictureView, ...]
    fixed_features: tuple[FixedFeature, ...]
    authenticity: tuple[HandStep, ...]
    customisable: bool
    offers: tuple[OfferView, ...]
    randomness: Randomness
    outcomes: tuple[OutcomeView, ...]
    small_sample: bool
    draw: Draw | None
    masters: tuple[MasterCardView, ...]
    showcases: tuple[ShowcaseCardView, ...]
    streams: tuple[StreamCardView, ...]
    estimated_years: tuple[int, ...]


@dataclass(frozen=True)
class Pager:
    """Where this page stands among those of its list; numbers from 1."""

    number: int
    of: int
    total: int
    before: UrlPath | None
    after: UrlPath | None


@dataclass(frozen=True)
class CraftListView:
    """`pages/crafts.html`: crafts, 24 a page, of the whole catalogue or of one tier, category, region or tag."""

    chrome: Chrome
    head: Head
    heading: str
    intro: str
    kind: str
    cards: tuple[CraftCardView, ...]
    pager: Pager
    groups: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True)
class TermListView:
    """`pages/terms.html`: all categories, regions or tags, each with its number of crafts."""

    chrome: Chrome
    head: Head
    kind: str
    terms: tuple[tuple[Link, int], ...]


@dataclass(frozen=True)
class TierColumn:
    """A tier in the comparison, with its number of crafts."""

    name: TierName
    tier: Tier
    url: UrlPath
    crafts: int


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


@dataclass(frozen=True)
class MasterView:
    """`pages/master.html`."""

    chrome: Chrome
    head: Head
    card: MasterCardView
    story: str
    crafts: tuple[CraftCardView, ...]
    streams: tuple[StreamCardView, ...]


@dataclass(frozen=True)
class MastersView:
    """`pages/masters.html`."""

    chrome: Chrome
    head: Head
    masters: tuple[MasterCardView, ...]


@dataclass(frozen=True)
class ShowcaseView:
    """`pages/showcase.html`: what one buyer chose and received."""

    chrome: Chrome
    head: Head
    card: ShowcaseCardView
    chosen: tuple[ChosenView, ...]
    outcome: str | None
    pictures: tuple[PictureView, ...]
    craft: CraftCardView
    platform: Platform | None
    reward: str | None


@dataclass(frozen=True)
class ShowcasesView:
    """`pages/showcases.html`: the gallery, 24 a page."""

    chrome: Chrome
    head: Head
    showcases: tuple[ShowcaseCardView, ...]
    pager: Pager


@dataclass(frozen=True)
class StreamView:
    """`pages/stream.html`."""

    chrome: Chrome
    head: Head
    card: StreamCardView
    story: str
    crafts: tuple[StreamCraftView, ...]


@dataclass(frozen=True)
class StreamsView:
    """`pages/streams.html`: the schedule, what is coming first, then what was."""

    chrome: Chrome
    head: Head
    coming: tuple[StreamCardView, ...]
    past: tuple[StreamCardView, ...]


@dataclass(frozen=True)
class PostView:
    """`pages/post.html`."""

    chrome: Chrome
    head: Head
    card: PostCardView
    story: str
    crafts: tuple[CraftCardView, ...]


@dataclass(frozen=True)
class PostsView:
    """`pages/posts.html`, newest first, 24 a page."""

    chrome: Chrome
    head: Head
    posts: tuple[PostCardView, ...]
    pager: Pager


@dataclass(frozen=True)
class PageView:
    """`pages/page.html`: a free page."""

    chrome: Chrome
    head: Head
    title: str
    summary: str
    story: str


@dataclass(frozen=True)
class MethodView:
    """`pages/how-to-read.html`: how to read the catalogue, the method and its cut-offs."""

    chrome: Chrome
    head: Head
    settings: AssessmentSettings
    acknowledged_years: tuple[int, ...]


@dataclass(frozen=True)
class NotFoundView:
    """`pages/404.html`."""

    chrome: Chrome
    head: Head


@dataclass(frozen=True)
class FeedEntry:
    """A post in the Atom feed; `html` is the post's text with absolute addresses."""

    title: str
    url: UrlPath
    published: date
    author: str
    summary: str


@dataclass(frozen=True)
class FeedView:
    """`feed.xml` (RFC 4287)."""

    chrome: Chrome
    entries: tuple[FeedEntry, ...]
    updated: date


@dataclass(frozen=True)
class SitemapView:
    """`sitemap.xml`: every page that search may list."""

    urls: tuple[UrlPath, ...]


@dataclass(frozen=True)
class RobotsView:
    """`robots.txt`."""

    sitemap: UrlPath
