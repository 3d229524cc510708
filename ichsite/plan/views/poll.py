"""Polls: how they stand in a list, and their pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ichsite.model.call import AnswerPlace, CallAnswer
from ichsite.model.poll import PollState
from ichsite.plan.views.cards import CraftCardView, StreamCardView
from ichsite.plan.views.chrome import Chrome, Head, KeepView, Link, PictureView
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class PollCardView:
    """A poll in a list; `state` is seen from `Chrome.today`, `over` is how it stands once its last day is over.

    It is open from the moment `begins` until the moment `ends`, where the shop is: script shows the state by the
    reader's clock. `opens` and `closes` are the same as days; all four are None where only the votes are known.
    `votes` is how many there are on all platforms, None until they are counted; `first` are the options that most
    chose, and `most` how many those were. `answered` is the day of the outcome.
    """

    url: UrlPath
    title: str
    question: str
    summary: str
    state: PollState
    over: PollState
    opens: date | None
    closes: date | None
    begins: datetime | None
    ends: datetime | None
    votes: int | None
    first: tuple[str, ...]
    most: int
    counted: date | None
    answered: date | None = None


@dataclass(frozen=True)
class PollBarView:
    """An option with its votes on all platforms together, and on each of them (None where it was no choice there).

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
class PollSourceView:
    """Where votes were read and on which day; `voters` is None where nobody knows how many people they are of."""

    where: AnswerPlace
    source: str
    url: str | None
    counted: date
    votes: int
    voters: int | None


@dataclass(frozen=True)
class PollView:
    """`pages/poll.html`: `votes` and `voters` are those of all platforms, `voters` None where one is not known.

    `at_most` is how many options one voter may choose. `bars` are there without votes as well: then they are the
    options, and `sources` is empty.
    """

    chrome: Chrome
    head: Head
    card: PollCardView
    bars: tuple[PollBarView, ...]
    sources: tuple[PollSourceView, ...]
    votes: int
    voters: int | None
    at_most: int
    answers: tuple[CallAnswer, ...]
    outcome: str
    call: Link | None
    ideas: tuple[Link, ...]
    stream: StreamCardView | None
    crafts: tuple[CraftCardView, ...]
    keep: KeepView | None
    file: UrlPath | None


@dataclass(frozen=True)
class PollsView:
    """`pages/polls.html`: what is open or comes first, then what was."""

    chrome: Chrome
    head: Head
    current: tuple[PollCardView, ...]
    past: tuple[PollCardView, ...]
