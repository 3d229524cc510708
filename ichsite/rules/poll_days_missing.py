"""poll-days-missing: a poll that is not counted says until when one can vote.

Passes: `opens` and `closes`; a `call` or a `stream`, whose days it takes; votes without days, for what is over.
Fails: none of these.
Source: DOMAIN.md, need co-creation: a poll goes with a call for ideas, from a week before a stream.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.catalog.dated_polls import poll_dates
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "poll-days-missing"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every poll that has neither days nor votes; one whose call or stream is unknown is told of that alone."""
    days_of = poll_dates(whole.catalog)
    calls, streams = {one.slug for one in whole.catalog.calls}, {one.slug for one in whole.catalog.streams}
    for poll in whole.catalog.polls:
        value = poll.value
        lost = value.call is not None and value.call not in calls
        lost = lost or (value.stream is not None and value.stream not in streams)
        if poll.slug not in days_of and not lost:
            yield error(
                CODE,
                FieldOf(poll.path, ("title",)),
                Words("没写从哪天投到哪天，也没有票数", "it says neither when one can vote nor how many did"),
                Words(
                    "写 `opens` 和 `closes`，或写 `call`、`stream`；已经投完的写 `counts`",
                    "write `opens` and `closes`, or a `call` or a `stream`; of one that is over, its `counts`",
                ),
            )
