"""design-days-reversed: a design session's days go forward.

Passes: versions of 20 and 30 October, confirmed on 2 November; a question that closes on the day of its version.
Fails: a version before the one above it; a question, or its poll, that closes before it was asked; confirmed before its
version was drawn; given up before the last version; votes that were read before their question was asked, or later than today.
Source: the study, design co-creation: a sketch is shown, chosen, corrected, confirmed, in this order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ichsite.catalog.dated_polls import poll_dates
from ichsite.model.design import Design
from ichsite.model.poll import PollDays
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.words import Words

CODE = "design-days-reversed"
_Early = tuple[FieldPath, Words]


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every session: its beginning, its versions, what was asked of them, its end."""
    polls = poll_dates(whole.catalog)
    for design in whole.catalog.designs:
        for field, what in (*_versions(design.value, whole.today, polls), *_end(design.value)):
            yield error(
                CODE,
                FieldOf(design.path, field),
                what,
                Words(
                    "改这个日期；版次按日子的先后写", "change this day; versions are written in the order of their days"
                ),
            )


def _versions(design: Design, today: date, polls: Mapping[str, PollDays]) -> Iterator[_Early]:
    before, begins = design.opens, Words("共创开始的日子", "the session's first day")
    for at, version in enumerate(design.versions):
        if before is not None and version.day < before:
            yield ("versions", at, "day"), _earlier(version.day, before, begins)
        before, begins = version.day, Words("上一版的日子", "the version before it")
        asked, field = version.asked, ("versions", at, "asked")
        if asked is None:
            continue
        shown = Words("这一版拿出来的日子", "the day of its version")
        if asked.closes is not None and asked.closes < version.day:
            yield (*field, "closes"), _earlier(asked.closes, version.day, shown)
        closes = polled.closes if (polled := polls.get(asked.poll or "")) is not None else None
        if closes is not None and closes < version.day:
            yield (*field, "poll"), _earlier(closes, version.day, shown)
        for number, one in enumerate(asked.counts):
            place = (*field, "counts", number, "counted")
            if one.counted < version.day:
                yield place, _earlier(one.counted, version.day, shown)
            elif one.counted > today:
                yield place, Words(f"{one.counted} 还没到，怎么数得出来", f"{one.counted} is still to come: nobody can have counted")  # fmt: skip


def _end(design: Design) -> Iterator[_Early]:
    last = max((one.day for one in design.versions), default=design.opens)
    if design.confirmed is not None and design.confirmed.version <= len(design.versions):
        drawn = design.versions[design.confirmed.version - 1].day
        if design.confirmed.day < drawn:
            yield (
                ("confirmed", "day"),
                _earlier(design.confirmed.day, drawn, Words("那一版的日子", "the day of that version")),
            )
    if design.given_up is not None and last is not None and design.given_up.day < last:
        yield (
            ("given_up", "day"),
            _earlier(design.given_up.day, last, Words("最后一版的日子", "the day of the last version")),
        )


def _earlier(day: date, than: date, what: Words) -> Words:
    return Words(f"{day} 早于{what.zh} {than}", f"{day} is earlier than {what.en}, {than}")
