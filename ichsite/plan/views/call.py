"""Calls for ideas: how they stand in a list, and their pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ichsite.model.call import CallAnswer, CallState, CallWants
from ichsite.plan.views.cards import CraftCardView, ShowcaseCardView, StreamCardView
from ichsite.plan.views.chrome import Chrome, Head, KeepView
from ichsite.plan.views.design_card import DesignCardView
from ichsite.plan.views.idea import IdeasCardView
from ichsite.plan.views.poll import PollCardView
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class CallCardView:
    """A call for ideas in a list; `state` is seen from `Chrome.today`.

    It is open from the moment `begins` until the moment `ends`, where the shop is: script shows the state by the
    reader's clock. `opens` and `closes` are the same as days, both of them within it; `answered` is the day of its
    outcome, None until there is one.
    """

    url: UrlPath
    title: str
    question: str
    summary: str
    state: CallState
    opens: date
    closes: date
    begins: datetime
    ends: datetime
    answered: date | None = None


@dataclass(frozen=True)
class CallView:
    """`pages/call.html`: `outcome` is what became of the ideas, empty until it is told."""

    chrome: Chrome
    head: Head
    card: CallCardView
    story: str
    answers: tuple[CallAnswer, ...]
    wants: CallWants | None
    reward: str
    outcome: str
    stream: StreamCardView | None
    crafts: tuple[CraftCardView, ...]
    keep: KeepView | None
    file: UrlPath
    """The days of the call as a calendar file."""
    polls: tuple[PollCardView, ...] = ()
    ideas: tuple[IdeasCardView, ...] = ()
    designs: tuple[DesignCardView, ...] = ()
    showcases: tuple[ShowcaseCardView, ...] = ()


@dataclass(frozen=True)
class CallsView:
    """`pages/calls.html`: what is open or comes first, then what was; the last polls and answered ideas."""

    chrome: Chrome
    head: Head
    current: tuple[CallCardView, ...]
    past: tuple[CallCardView, ...]
    polls: tuple[PollCardView, ...] = ()
    ideas: tuple[IdeasCardView, ...] = ()
