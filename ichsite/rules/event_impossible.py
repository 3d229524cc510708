"""event-impossible: an event says nothing that cannot be: it starts, then ends, then is reported, and has no more places than it has.

Passes: `starts: 2026-11-29T14:00+08:00`, `ends: 2026-11-29T16:00+08:00`; `places: {total: 12, left: 3, counted: 2026-11-20}`.
Fails: an end that is no later than the start; a report from before its first day; 12 places of which 30 are left.
Source: DOMAIN.md, spread co-creation: workshops and quizzes; the days and figures are read by people who travel there.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "event-impossible"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The days and the places of every event."""
    for event in whole.catalog.events:
        value = event.value
        if value.ends <= value.starts:
            yield error(
                CODE,
                FieldOf(event.path, ("ends",)),
                Words(
                    f"{value.ends:%Y-%m-%d %H:%M} 结束，可 {value.starts:%Y-%m-%d %H:%M} 才开始",
                    f"it ends at {value.ends:%Y-%m-%d %H:%M}, but starts at {value.starts:%Y-%m-%d %H:%M}",
                ),
                Words("改 `starts` 或 `ends`；两头都带时区", "change `starts` or `ends`; both have their zone"),
            )
        if value.report is not None and value.report.day < value.starts.date():
            yield error(
                CODE,
                FieldOf(event.path, ("report", "day")),
                Words(
                    f"{value.report.day} 就写了回顾，可活动 {value.starts.date()} 才开始",
                    f"it is reported on {value.report.day}, but begins on {value.starts.date()}",
                ),
                Words("`report` 等活动办完再写", "write `report` when it has taken place"),
            )
        if value.places is not None and value.places.left > value.places.total:
            yield error(
                CODE,
                FieldOf(event.path, ("places", "left")),
                Words(
                    f"一共 {value.places.total} 席，却还剩 {value.places.left} 席",
                    f"{value.places.left} places are left of {value.places.total}",
                ),
                Words("`left` 不大于 `total`", "let `left` be no more than `total`"),
            )
