"""The pages of design sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ichsite.model.craft import Level
from ichsite.model.design import Feasible, Taken
from ichsite.model.tier import TierName
from ichsite.plan.views.call import CallCardView
from ichsite.plan.views.cards import CraftCardView, ShowcaseCardView, StreamCardView
from ichsite.plan.views.chrome import Chrome, Head, KeepView, Link, PictureView
from ichsite.plan.views.design_card import DesignCardView
from ichsite.plan.views.votes import VotesView


@dataclass(frozen=True)
class DesignQuestionView:
    """What was asked of a version; `open` while nothing is chosen and the session goes on, `because` is why it was chosen.

    `poll` is the poll that asked it, where one did.
    """

    question: str
    votes: VotesView
    closes: date | None
    open: bool
    because: str
    poll: Link | None


@dataclass(frozen=True)
class ThresholdView:
    """The threshold that a suggestion meets: the craft's page, the place on it (`anchor`, without `#`), what is limited."""

    craft: Link
    option: str
    anchor: str


@dataclass(frozen=True)
class DesignSuggestionView:
    """A suggestion, whether it was drawn in, and why not; `credit` is the name as the person wishes it, or empty."""

    words: str
    taken: Taken
    reason: str
    threshold: ThresholdView | None
    credit: str


@dataclass(frozen=True)
class FeasibilityView:
    """The master's judgement on a version."""

    verdict: Feasible
    words: str
    master: Link | None
    level: Level | None


@dataclass(frozen=True)
class DesignVersionView:
    """One version of a session, numbered from 1; its anchor is `v-1`, `v-2` …"""

    number: int
    day: date
    title: str
    words: str
    pictures: tuple[PictureView, ...]
    asked: DesignQuestionView | None
    suggestions: tuple[DesignSuggestionView, ...]
    feasibility: FeasibilityView | None
    confirmed: bool


@dataclass(frozen=True)
class ComparedView:
    """A version in the comparison: its number, its day and its first picture."""

    number: int
    day: date
    title: str
    picture: PictureView


@dataclass(frozen=True)
class DesignView:
    """`pages/design.html`: `versions` are those whose day has come, the first first.

    `compared` are the versions with a picture, none where there are not two; `before` and `after` are the numbers of the
    two that are shown at first. `confirmed` is what was confirmed in writing, `given_up` why there is no piece.
    """

    chrome: Chrome
    head: Head
    card: DesignCardView
    story: str
    tier: TierName | None
    master: Link | None
    versions: tuple[DesignVersionView, ...]
    compared: tuple[ComparedView, ...]
    before: int
    after: int
    confirmed: str
    confirmed_version: int
    given_up: str
    crafts: tuple[CraftCardView, ...]
    stream: StreamCardView | None
    call: CallCardView | None
    showcases: tuple[ShowcaseCardView, ...]
    keep: KeepView | None


@dataclass(frozen=True)
class DesignsView:
    """`pages/designs.html`: what is at work or to come first, then what was."""

    chrome: Chrome
    head: Head
    current: tuple[DesignCardView, ...]
    past: tuple[DesignCardView, ...]
