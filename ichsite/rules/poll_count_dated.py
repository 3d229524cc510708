"""poll-count-dated: votes are counted after the poll has opened, and not tomorrow.

Passes: `opens: 2026-11-10`, `counted: 2026-11-17`, today the 22nd.
Fails: `counted: 2026-11-09`; `counted: 2026-12-01`.
Source: the rule of this catalogue that a count carries its day and where it is from.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.catalog.dated_polls import poll_dates
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "poll-count-dated"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The day of every count."""
    days_of = poll_dates(whole.catalog)
    for poll in whole.catalog.polls:
        days = days_of.get(poll.slug)
        opens = days.opens if days is not None else None
        for at, count in enumerate(poll.value.counts):
            where = FieldOf(poll.path, ("counts", at, "counted"))
            if count.counted > whole.today:
                yield error(
                    CODE,
                    where,
                    Words(f"{count.counted} 还没到，票不会已经数好", f"{count.counted} is yet to come"),
                    Words("写真正数票的那天", "write the day on which the votes were read"),
                )
            elif opens is not None and count.counted < opens:
                yield error(
                    CODE,
                    where,
                    Words(
                        f"{count.counted} 就数了票，可投票 {opens} 才开始",
                        f"counted on {count.counted}, and the poll opens on {opens}",
                    ),
                    Words("改数票的日期，或改 `opens`", "change the day of the count, or `opens`"),
                )
