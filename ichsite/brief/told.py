"""What `ichsite brief verify --json` tells, as one value: what was given, what was promised then, what holds today.

Within one `brief_version` fields are added, none is taken away or changed. Money is in minor units.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import Any, Literal, cast

from ichsite.brief.brief import Brief, Tick
from ichsite.brief.change_words import ToldChange
from ichsite.brief.clause import Part, What
from ichsite.brief.judged import Judged, Refused
from ichsite.brief.text import Code
from ichsite.brief.verify import Verified
from ichsite.model.span import PriceRange
from ichsite.model.tier import TierName
from ichsite.text.words import LANGUAGES, Language, Words

BRIEF_VERSION: Literal[1] = 1
Said = Mapping[Language, str]
Kind = Literal["text", "file", "picture", "input"]
"""What a brief came as."""


@dataclass(frozen=True)
class BriefData:
    """The brief as far as it could be read."""

    craft: str
    tier: str
    version: str
    made: date | None
    window: tuple[date, date] | None
    price_minor: tuple[int, int] | None
    ticks: tuple[Tick, ...]
    wish: Mapping[str, tuple[str, ...]]
    alternative: str
    note: str


@dataclass(frozen=True)
class ChangeData:
    """One thing that is promised otherwise today."""

    part: Part
    of: str
    what: What
    before: Said
    after: Said
    line: Said


@dataclass(frozen=True)
class PromiseData:
    """The promise that the brief names, and today's."""

    known: bool
    since: date | None
    today: str | None
    changed: tuple[ChangeData, ...] | None


@dataclass(frozen=True)
class WayData:
    """One way out: what to choose instead, or the tier that can."""

    words: Said
    changes: Mapping[str, tuple[str, ...]]
    tier: TierName | None


@dataclass(frozen=True)
class RefusedData:
    """One thing that the thresholds forbid."""

    option: str
    words: Said
    reason: str
    instead: str | None
    ways: tuple[WayData, ...]


@dataclass(frozen=True)
class PossibleData:
    """Whether it can be made, by the promise of then and by today's, and what of it cannot."""

    then: bool | None
    today: bool | None
    refused_then: tuple[RefusedData, ...] | None
    refused_today: tuple[RefusedData, ...] | None


@dataclass(frozen=True)
class PricesData:
    """What these choices cost by the promise of then and by today's, and whether today's is what was told."""

    then: tuple[int, int] | None
    today: tuple[int, int] | None
    same: bool | None


@dataclass(frozen=True)
class EditData:
    """A line of the text that is not as its address gives it."""

    line: int
    written: str
    given: str


@dataclass(frozen=True)
class BriefAnswer:
    """All of it. Where there was nothing to read, `brief` and what follows are null."""

    command: Literal["brief verify"] = field(default="brief verify", kw_only=True)
    brief_version: Literal[1] = field(default=BRIEF_VERSION, kw_only=True)
    given: Kind
    confirmed: bool
    brief: BriefData | None
    intact: bool | None = None
    code: Code | None = None
    promise: PromiseData | None = None
    possible: PossibleData | None = None
    price: PricesData | None = None
    edits: tuple[EditData, ...] | None = None


def told(found: Verified, given: Kind) -> BriefAnswer:
    """What was found of a brief."""
    brief, then, today = found.read.brief, found.then, found.today
    return BriefAnswer(
        given,
        found.confirmed,
        _brief(brief),
        intact=found.fragment.intact,
        code=found.code,
        promise=PromiseData(
            then is not None,
            then.promise.since if then is not None else None,
            today.promise.version if today is not None else None,
            tuple(map(_change, found.changed)) if found.changed is not None else None,
        ),
        possible=PossibleData(_possible(then), _possible(today), _refused(then), _refused(today)),
        price=PricesData(_price(then), _price(today), _same_price(brief, today)),
        edits=tuple(EditData(one.line, one.written, one.given) for one in found.edits),
    )


def plain(value: Any) -> Any:
    """A value of these classes as JSON has it: days as texts, tuples as lists."""
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, tuple):
        return [plain(one) for one in cast("tuple[Any, ...]", value)]
    return value.isoformat() if isinstance(value, date) else value


def _brief(one: Brief) -> BriefData:
    return BriefData(
        *(one.craft, one.tier, one.version, one.made, one.window, one.price, one.ticks, one.wish),
        *(one.alternative, one.note),
    )


def _change(one: ToldChange) -> ChangeData:
    change = one.change
    return ChangeData(change.part, change.of, change.what, _said(one.before), _said(one.after), _said(one.line))


def _possible(one: Judged | None) -> bool | None:
    return one.possible if one is not None else None


def _refused(one: Judged | None) -> tuple[RefusedData, ...] | None:
    return tuple(map(_one_refused, one.refused)) if one is not None else None


def _one_refused(one: Refused) -> RefusedData:
    ways = tuple(WayData(_said(way.words), dict(way.changes), way.tier) for way in one.ways)
    refusal = one.refusal
    return RefusedData(refusal.option, _said(refusal.what), refusal.reason, refusal.instead, ways)


def _price(one: Judged | None) -> tuple[int, int] | None:
    return (one.price.lowest, one.price.highest) if one is not None and one.price is not None else None


def _same_price(brief: Brief, today: Judged | None) -> bool | None:
    """Whether the price that was told is today's; None where either is not known."""
    if brief.price is None or today is None or today.price is None:
        return None
    return today.price == PriceRange(lowest=brief.price[0], highest=brief.price[1])


def _said(words: Words) -> Said:
    return {language: words.said(language) for language in LANGUAGES}
