"""What each platform takes: how long its texts are, how it counts, what becomes of a link. Dated data, never code.

`platforms.yaml` beside this file holds what was found and when; a site's own settings override it entry by entry.
What nobody could say is an assumption, the most careful one, and is marked as such wherever it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Annotated

from ichsite.decode.compose import compose
from ichsite.decode.typed import typed
from ichsite.model.entry import entry
from ichsite.model.scalar import Day, Text, Whole
from ichsite.model.site import (
    LINK_RULE_TERMS,
    PLATFORM_TERMS,
    Counting,
    LinkRule,
    Part,
    Platform,
    PlatformLimit,
    PlatformLinks,
)
from ichsite.model.verbatim import Verbatim

PLATFORMS: tuple[Platform, ...] = (
    "douyin",
    "taobao",
    "kuaishou",
    "wechat",
    "bilibili",
    "xiaohongshu",
    "youtube",
    "tiktok",
)
"""The platforms that the kit writes for; a shop's own (`shop`) has pages and needs no kit."""


@entry
class Forbidden:
    """Characters that a platform refuses; full-width ones stand in for them."""

    platform: Annotated[Platform, PLATFORM_TERMS]
    characters: Annotated[str, Text(40)]
    as_of: Annotated[date, Day()]
    source: Annotated[str, Verbatim(120)]


@entry
class Assumptions:
    """What is gone by where nothing is known; lengths in characters."""

    title: Annotated[int, Whole(1, 1000)]
    description: Annotated[int, Whole(1, 100_000)]
    topics: Annotated[int, Whole(0, 100)]
    links: Annotated[LinkRule, LINK_RULE_TERMS]
    as_of: Annotated[date, Day()]
    source: Annotated[str, Verbatim(120)]


@entry
class PlatformBook:
    """`platforms.yaml`."""

    limits: tuple[PlatformLimit, ...]
    links: tuple[PlatformLinks, ...]
    forbidden: tuple[Forbidden, ...]
    assumptions: Assumptions


@dataclass(frozen=True)
class Limit:
    """How much a field takes, since when that is known and from where; `assumed` where nobody could say."""

    most: int
    counted_in: Counting
    as_of: date
    source: str
    assumed: bool = False


@dataclass(frozen=True)
class Rules:
    """All that is gone by for one platform. `shown` is what stands before “more”, None where that is unknown."""

    platform: Platform
    title: Limit
    description: Limit
    shown: Limit | None
    topics: Limit
    links: LinkRule
    links_as_of: date
    links_source: str
    links_assumed: bool
    forbidden: str

    @property
    def assumed(self) -> tuple[str, ...]:
        """What of it is an assumption: `title`, `description`, `topics`, `links`."""
        parts = (("title", self.title), ("description", self.description), ("topics", self.topics))
        named = tuple(name for name, limit in parts if limit.assumed)
        return (*named, "links") if self.links_assumed else named


def platform_rules(limits: Iterable[PlatformLimit] = (), links: Iterable[PlatformLinks] = ()) -> tuple[Rules, ...]:
    """The rules of every platform, a site's own entries before those of `platforms.yaml`."""
    book = platform_book()
    known: dict[tuple[Platform, Part], Limit] = {
        (one.platform, one.part): _limit(one) for one in (*book.limits, *limits)
    }
    leading = {one.platform: one for one in (*book.links, *links)}
    return tuple(_rules(platform, known, leading.get(platform), book) for platform in PLATFORMS)


@lru_cache(maxsize=1)
def platform_book() -> PlatformBook:
    """What comes with ichsite."""
    path = "platforms.yaml"
    text = files("ichsite.kit").joinpath(path).read_text("utf-8")
    book, findings = typed(path, compose(text), PlatformBook)
    if book is None:
        raise ValueError(f"{path}: {findings}")
    return book


def _limit(one: PlatformLimit) -> Limit:
    return Limit(one.most, one.counted_in, one.as_of, one.source)


def _rules(
    platform: Platform, known: dict[tuple[Platform, Part], Limit], links: PlatformLinks | None, book: PlatformBook
) -> Rules:
    stated = book.assumptions

    def assumed(most: int) -> Limit:
        return Limit(most, "characters", stated.as_of, stated.source, assumed=True)

    return Rules(
        platform,
        title=known.get((platform, "title")) or assumed(stated.title),
        description=known.get((platform, "description")) or assumed(stated.description),
        shown=known.get((platform, "shown")),
        topics=known.get((platform, "topics")) or assumed(stated.topics),
        links=links.links if links is not None else stated.links,
        links_as_of=links.as_of if links is not None else stated.as_of,
        links_source=links.source if links is not None else stated.source,
        links_assumed=links is None,
        forbidden="".join(one.characters for one in book.forbidden if one.platform == platform),
    )
