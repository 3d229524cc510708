"""poll-days-reversed: a poll opens, then closes; its outcome is told after it has opened.

Passes: `opens: 2026-11-10`, `closes: 2026-11-17`; the same day for both.
Fails: `closes: 2026-11-09`; `outcome: {answered: 2026-11-01}`.
Source: DOMAIN.md, need co-creation: from a week before a stream.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.catalog.dated_polls import poll_dates
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "poll-days-reversed"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every poll whose first day is known."""
    days_of = poll_dates(whole.catalog)
    for poll in whole.catalog.polls:
        days = days_of.get(poll.slug)
        if days is None or days.opens is None:
            continue
        if days.closes is not None and days.closes < days.opens:
            own = next((name for name in ("closes", "opens") if getattr(poll.value, name) is not None), None)
            if own is None:  # its call or its stream is the wrong one, and told of
                continue
            yield error(
                CODE,
                FieldOf(poll.path, (own,)),
                Words(
                    f"{days.opens} 才开始，{days.closes} 就截止了",
                    f"it opens on {days.opens} and closes on {days.closes}, before that",
                ),
                Words("把 `opens` 写成不晚于 `closes` 的日子", "write a day for `opens` that is not after `closes`"),
            )
        elif days.answered is not None and days.answered < days.opens:
            yield error(
                CODE,
                FieldOf(poll.path, ("outcome", "answered")),
                Words(
                    f"{days.answered} 就公布了，可投票 {days.opens} 才开始",
                    f"told on {days.answered}, and the poll opens on {days.opens}",
                ),
                Words("改公布的日期，或改 `opens`", "change the day of the outcome, or `opens`"),
            )
