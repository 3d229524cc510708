"""call-days-reversed: a call for ideas opens, then closes; it is answered after it has opened.

Passes: `opens: 2026-11-21`, `closes: 2026-11-28`; the same day for both; answered before it closes.
Fails: `closes: 2026-11-18` for a stream on 28 November, whose call opens on the 21st; answered before it opened.
Source: DOMAIN.md, need co-creation: a call runs from a week before a stream.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.model.call import Call, CallDays, call_days
from ichsite.model.record import Record
from ichsite.model.stream import Stream
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "call-days-reversed"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every call whose days are known, those that follow from its stream included."""
    streams: dict[str, Stream] = {one.slug: one.value for one in whole.catalog.streams}
    for call in whole.catalog.calls:
        days = call_days(call.value, streams.get(call.value.stream or ""))
        if days is None:
            continue
        if days.closes < days.opens:
            yield _closes(call, days)
        elif days.answered is not None and days.answered < days.opens:
            yield error(
                CODE,
                FieldOf(call.path, ("outcome", "answered")),
                Words(
                    f"{days.answered} 就答复了，可征集 {days.opens} 才开始",
                    f"answered on {days.answered}, but the call opens on {days.opens}",
                ),
                Words("改答复的日期，或改 `opens`", "change the day of the answer, or `opens`"),
            )


def _closes(call: Record[Call], days: CallDays) -> Diagnostic:
    """The day that the author wrote is the place; of two, the second."""
    own = "closes" if call.value.closes is not None else "opens"
    opens_zh, opens_en = (
        (" ", "") if call.value.opens is not None else ("（直播前一周）", " (a week before its stream)")
    )
    closes_zh, closes_en = (" ", "") if call.value.closes is not None else ("（直播当天）", " (the day of its stream)")
    return error(
        CODE,
        FieldOf(call.path, (own,)),
        Words(
            f"{days.opens}{opens_zh}才开始，{days.closes}{closes_zh}就截止了",
            f"it opens on {days.opens}{opens_en} and closes on {days.closes}{closes_en}, before that",
        ),
        Words("把 `opens` 写成不晚于 `closes` 的日子", "write a day for `opens` that is not after `closes`"),
    )
