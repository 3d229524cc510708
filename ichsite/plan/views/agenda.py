"""The calendar's page: everything that has a day, by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from ichsite.plan.views.chrome import Chrome, Head
from ichsite.text.address import UrlPath

AgendaKind = Literal["stream", "call", "poll", "design", "event"]
AgendaState = Literal["upcoming", "running", "over", "cancelled"]


@dataclass(frozen=True)
class AgendaEntry:
    """Something that has a day. `starts` and `ends` are moments in the site's zone; what has days only (`hours` is
    false) begins and ends with them, and its last day is the one before `ends`.

    `state` is seen from `Chrome.today`; script shows that of the reader's clock. `kind_of` is the kind of a stream or of
    an event; `where` the platform or the place, of a design session what is asked. What was answered before its last day
    was over has `ends` on the day of the build at the latest.
    """

    kind: AgendaKind
    url: UrlPath
    title: str
    starts: datetime
    ends: datetime
    first: date
    last: date
    hours: bool
    state: AgendaState
    kind_of: str = ""
    where: str = ""


@dataclass(frozen=True)
class AgendaMonth:
    """A month with what begins in it, or has begun before and goes on, the earliest first; `first` is its first day."""

    first: date
    entries: tuple[AgendaEntry, ...]


@dataclass(frozen=True)
class CalendarLink:
    """A calendar to subscribe to, and the page that it is of; `kind` is None for all kinds together."""

    kind: AgendaKind | None
    url: UrlPath
    page: UrlPath


@dataclass(frozen=True)
class AgendaView:
    """`pages/calendar.html`: this month and those to come, then those that are past, the latest first.

    `zone` is a moment of the day of the build in the site's zone.
    """

    chrome: Chrome
    head: Head
    months: tuple[AgendaMonth, ...]
    past: tuple[AgendaMonth, ...]
    calendars: tuple[CalendarLink, ...]
    zone: datetime
