"""A live stream 直播: when, who, and which crafts it shows or sells."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from ichsite.model.craft import Reference
from ichsite.model.entry import entry
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.outside import WebAddress
from ichsite.model.platform import PLATFORM_TERMS, Platform
from ichsite.model.scalar import Moment, OneOf, Text, Whole, YesNo
from ichsite.model.tier import TierName

StreamKind = Literal["daily", "themed", "premium", "open-kiln", "talk"]
STREAM_KIND_TERMS = OneOf(daily="日常", themed="主题", premium="专场", open_kiln="开窑", talk="讲解")
Showing = Literal["sells", "shows"]
SHOWING_TERMS = OneOf(sells="接单", shows="只展示")
StreamTier = Literal["element", "function", "deep", "all"]
STREAM_TIER_TERMS = OneOf(element="元素定制", function="功能定制", deep="深度定制", all="全部")


@entry
class StreamCraft:
    """A craft in a stream: `sells` takes orders for the tier (or all), `shows` cases and process only."""

    craft: Reference
    showing: Annotated[Showing, SHOWING_TERMS] = "sells"
    tier: Annotated[StreamTier, STREAM_TIER_TERMS] = "all"

    def tiers(self, offered: tuple[TierName, ...]) -> tuple[TierName, ...]:
        """The offered tiers that this entry is about."""
        return offered if self.tier == "all" else tuple(name for name in offered if name == self.tier)


@entry
class Stream:
    """The front matter of `content/streams/<slug>.md`; the body says what is to be seen."""

    id: Identifier | None = None
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    summary: Annotated[str, Text(200)]
    platform: Annotated[Platform, PLATFORM_TERMS]
    starts: Annotated[datetime, Moment()]
    minutes: Annotated[int, Whole(1, 1440)] = 120
    kind: Annotated[StreamKind, STREAM_KIND_TERMS] = "daily"
    host: Annotated[str, Text(30)]
    master: Reference | None = None
    crafts: tuple[StreamCraft, ...] = ()
    replay: WebAddress | None = None
    draft: Annotated[bool, YesNo()] = False
