"""Polls: how they stand in a list, and their pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ichsite.model.call import CallAnswer
from ichsite.model.poll import PollState
from ichsite.plan.views.cards import CraftCardView, StreamCardView
from ichsite.plan.views.chrome import Chrome, Head, KeepView, Link
from ichsite.plan.views.votes import VotesView
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
class PollView:
    """`pages/poll.html`: `designs` are the design sessions that it was for, or that a version of was put to the vote."""

    chrome: Chrome
    head: Head
    card: PollCardView
    votes: VotesView
    answers: tuple[CallAnswer, ...]
    outcome: str
    call: Link | None
    ideas: tuple[Link, ...]
    designs: tuple[Link, ...]
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
