"""poll-votes-over-voters: nobody votes more often than the poll, or the question of a design session, lets them.

Passes: 30 voters, one vote each, 12 + 18 votes; 30 voters who may choose two, 41 votes.
Fails: 30 voters, one vote each, 31 votes; 30 voters who may choose two, 31 votes for one option.
Source: the study's need for votes that both sides can trust; a number that cannot be is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.model.poll import PollCount
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.words import Words

CODE = "poll-votes-over-voters"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every count that says how many voted."""
    for path, field, most, counts in _put(whole):
        for at, count in enumerate(counts):
            if count.voters is None:
                continue
            votes, highest = sum(one for _, one in count.votes), max((one for _, one in count.votes), default=0)
            if votes <= count.voters * most and highest <= count.voters:
                continue
            several = votes <= count.voters * most
            yield error(
                CODE,
                FieldOf(path, (*field, "counts", at, "voters")),
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


def _put(whole: Whole) -> Iterator[tuple[str, FieldPath, int, tuple[PollCount, ...]]]:
    """What was put to the vote: its file, the field in it, how many options one voter may choose, the votes."""
    for poll in whole.catalog.polls:
        yield poll.path, (), poll.value.at_most, poll.value.counts
    for design in whole.catalog.designs:
        for at, version in enumerate(design.value.versions):
            if version.asked is not None:
                yield design.path, ("versions", at, "asked"), version.asked.at_most or 1, version.asked.counts
