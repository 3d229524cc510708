"""What was put to the vote, by a poll or in a design session: its options with their votes, as a chart shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

from ichsite.catalog.picture_path import picture_use
from ichsite.model.poll import PollCount, PollOption
from ichsite.plan.material import Material
from ichsite.plan.views.votes import VoteBarView, VoteSourceView, VotesView
from ichsite.text.place import FieldPath


class Ballot(Protocol):
    """Options and the votes of each place; `at_most` is how many one voter may choose, one where nothing is said."""

    @property
    def options(self) -> tuple[PollOption, ...]:
        """What may be chosen."""
        ...

    @property
    def counts(self) -> tuple[PollCount, ...]:
        """The votes of each place."""
        ...

    @property
    def at_most(self) -> int | None:
        """How many options one voter may choose."""
        ...


def option_votes(ballot: Ballot) -> dict[str, int]:
    """How many chose each option, at all places together; 0 where nobody did."""
    sums = dict.fromkeys((one.id for one in ballot.options), 0)
    for count in ballot.counts:
        for option, votes in count.votes:
            if option in sums:
                sums[option] += votes
    return sums


def voters_of(ballot: Ballot, count: PollCount) -> int | None:
    """How many people voted there. Where each has one vote, as many as there are votes if nothing else is said."""
    if count.voters is not None or (ballot.at_most or 1) > 1:
        return count.voters
    return sum(votes for _, votes in count.votes)


def votes_view(
    material: Material, ballot: Ballot, chosen: Collection[str], path: str, field: FieldPath = ("options",)
) -> VotesView:
    """The chart; the pictures of the options are named by `field` of the file at `path`."""
    known = [voters_of(ballot, count) for count in ballot.counts]
    voters = sum(one for one in known if one is not None) if None not in known else None
    sums = option_votes(ballot)
    return VotesView(
        tuple(_bars(material, ballot, (sums, voters, chosen), path, field)),
        tuple(
            VoteSourceView(one.where, one.source, one.url, one.counted, sum(dict(one.votes).values()), told)
            for one, told in zip(ballot.counts, known, strict=True)
        ),
        sum(sums.values()) if ballot.counts else 0,
        voters,
        ballot.at_most or 1,
    )


def _bars(
    material: Material,
    ballot: Ballot,
    told: tuple[Mapping[str, int], int | None, Collection[str]],
    path: str,
    field: FieldPath,
) -> Iterator[VoteBarView]:
    """The options in the author's order. A share is of the voters; where those are not known there is none."""
    sums, voters, chosen = told
    most = max(sums.values(), default=0)
    whole = sum(sums.values()) if (ballot.at_most or 1) == 1 else voters
    tables = [dict(count.votes) for count in ballot.counts]
    for at, one in enumerate(ballot.options):
        votes = sums[one.id]
        yield VoteBarView(
            one.label,
            one.note or "",
            material.picture(picture_use(path, one.picture, (*field, at, "picture"))) if one.picture else None,
            votes,
            tuple(table.get(one.id) for table in tables),
            round(100 * votes / most, 1) if most else 0.0,
            round(1000 * votes / whole) if whole else None,
            bool(most) and votes == most,
            one.id in chosen,
        )
