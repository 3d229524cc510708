"""Events: how they stand in a list, and their pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ichsite.model.call import CallAnswer
from ichsite.model.event import EventCame, EventCancelled, EventKind, EventOnline, EventPlace, EventState, QuizQuestion
from ichsite.model.span import PriceRange
from ichsite.plan.views.cards import CraftCardView, MasterCardView
from ichsite.plan.views.chrome import Chrome, Head, KeepView, PictureView
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class PlacesView:
    """How many can come, and how many places were left on the day `counted`. From the moment `until` on that is an old
    count; `old` says whether it is one on `Chrome.today`."""

    total: int
    left: int
    counted: date
    until: datetime
    old: bool


@dataclass(frozen=True)
class EventCardView:
    """An event in a list; `state` is seen from `Chrome.today`: on its first day it is `upcoming`.

    Script shows by the reader's clock whether it is `upcoming`, `running` or `over`; what is `reported` or `cancelled`
    stays so. `online` and `place` say where: one of them, or both.
    """

    url: UrlPath
    title: str
    summary: str
    kind: EventKind
    state: EventState
    starts: datetime
    ends: datetime
    online: EventOnline | None
    place: EventPlace | None
    places: PlacesView | None
    cancelled: EventCancelled | None = None


@dataclass(frozen=True)
class ReportView:
    """What became of an event."""

    day: date
    words: str
    pictures: tuple[PictureView, ...]
    came: EventCame | None


@dataclass(frozen=True)
class EventView:
    """`pages/event.html`: `report` is None until its day has come, and of what was cancelled."""

    chrome: Chrome
    head: Head
    card: EventCardView
    story: str
    fee: PriceRange | None
    fee_note: str
    sign_up: tuple[CallAnswer, ...]
    for_whom: str
    children: str
    host: str
    master: MasterCardView | None
    crafts: tuple[CraftCardView, ...]
    questions: tuple[QuizQuestion, ...]
    report: ReportView | None
    keep: KeepView | None
    file: UrlPath
    """The event as a calendar file."""


@dataclass(frozen=True)
class EventsView:
    """`pages/events.html`: what runs or comes first, then what was."""

    chrome: Chrome
    head: Head
    current: tuple[EventCardView, ...]
    past: tuple[EventCardView, ...]
