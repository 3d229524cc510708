"""poll-votes-over-voters: nobody votes more often than the poll lets them.

Passes: 30 voters, one vote each, 12 + 18 votes; 30 voters who may choose two, 41 votes.
Fails: 30 voters, one vote each, 31 votes; 30 voters who may choose two, 31 votes for one option.
Source: the study's need for votes that both sides can trust; a number that cannot be is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "poll-votes-over-voters"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every count that says how many voted."""
    for poll in whole.catalog.polls:
        most = poll.value.at_most
        for at, count in enumerate(poll.value.counts):
            if count.voters is None:
                continue
            votes, highest = sum(one for _, one in count.votes), max((one for _, one in count.votes), default=0)
            if votes <= count.voters * most and highest <= count.voters:
                continue
            several = votes <= count.voters * most
            yield error(
                CODE,
                FieldOf(poll.path, ("counts", at, "voters")),
                Words(
                    f"{count.voters} 人投，却有一项得了 {highest} 票"
                    if several
                    else f"{count.voters} 人投，一人最多 {most} 票，却有 {votes} 票",
                    f"{count.voters} people voted, and one option has {highest} votes"
                    if several
                    else f"{count.voters} people voted with {most} vote{'s' if most > 1 else ''} each, and there are {votes} votes",
                ),
                Words(
                    "核对人数和票数；一人可以选几项就写 `at_most`",
                    "check both numbers; where voters may choose several, write `at_most`",
                ),
            )
