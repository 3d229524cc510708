"""Cards: how things look in a list or beside another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ichsite.assess.verdicts import CostClass, CycleClass
from ichsite.model.craft import CategoryNumeral, Level
from ichsite.model.platform import Platform
from ichsite.model.post import PostKind
from ichsite.model.randomness import Chance, Controllability
from ichsite.model.span import DayRange, PriceRange
from ichsite.model.stream import Showing, StreamKind
from ichsite.model.tier import StreamRole, Tier, TierName
from ichsite.plan.views.chrome import Link, PictureView
from ichsite.text.address import UrlPath


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
    """A showcase in a list or beside a craft; the words are plain text, `chosen` is what the buyer had made.

    `later` are the whole months after which the buyer told of it again, 0 where nothing was told, or sooner.
    """

    url: UrlPath
    title: str
    buyer: str
    received: date
    words: str
    picture: PictureView | None
    craft: Link
    tier: TierName
    tags: tuple[str, ...]
    chosen: tuple[ChosenView, ...] = ()
    later: int = 0


@dataclass(frozen=True)
class StreamCraftView:
    """A craft in a stream: the card, whether orders are taken, the tiers it is about."""

    card: CraftCardView
    showing: Showing
    tiers: tuple[TierName, ...]


@dataclass(frozen=True)
class StreamCardView:
    """A stream in the schedule; `past` is seen from `Chrome.today`, `master_level` is set where there is a master."""

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
    master_level: Level | None = None


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
    kind: PostKind = "knowledge"


@dataclass(frozen=True)
class TierColumn:
    """A tier in the comparison, with its number of crafts."""

    name: TierName
    tier: Tier
    url: UrlPath
    crafts: int


@dataclass(frozen=True)
class Pager:
    """Where this page stands among those of its list; numbers from 1."""

    number: int
    of: int
    total: int
    before: UrlPath | None
    after: UrlPath | None
