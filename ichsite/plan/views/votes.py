"""Options with their votes: those of a poll, and those of a version of a design session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ichsite.model.call import AnswerPlace
from ichsite.plan.views.chrome import PictureView


@dataclass(frozen=True)
class VoteBarView:
    """An option with its votes at all places together, and at each of them (None where it was no choice there).

    `width` is the bar's in per cent of the longest; `per_mille` the share of the voters, None where there is none to
    be told.
    """

    label: str
    note: str
    picture: PictureView | None
    votes: int
    each: tuple[int | None, ...]
    width: float
    per_mille: int | None
    first: bool
    chosen: bool


@dataclass(frozen=True)
class VoteSourceView:
    """Where votes were read and on which day; `voters` is None where nobody knows how many people they are of."""

    where: AnswerPlace
    source: str
    url: str | None
    counted: date
    votes: int
    voters: int | None


@dataclass(frozen=True)
class VotesView:
    """Options and votes; `votes` and `voters` are those of all places, `voters` None where one is not known.

    `at_most` is how many options one voter may choose. `bars` are there without votes as well: then they are the
    options, and `sources` is empty.
    """

    bars: tuple[VoteBarView, ...]
    sources: tuple[VoteSourceView, ...]
    votes: int
    voters: int | None
    at_most: int
