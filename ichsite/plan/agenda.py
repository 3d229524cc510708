"""The calendar's page: streams, calls for ideas, polls, the questions of design sessions and events, by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import get_args
from zoneinfo import ZoneInfo

from ichsite.catalog.urls import CALENDAR_PAGE, DATED, calendar_below
from ichsite.model.call import CallState
from ichsite.model.event import Event, EventState
from ichsite.model.poll import PollState
from ichsite.plan.alternates import calendar_alternates
from ichsite.plan.calendar_file import day_begins
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import AgendaEntry, AgendaKind, AgendaMonth, AgendaState, AgendaView, CalendarLink, Head
from ichsite.text.fingerprint import of_value
from ichsite.text.foreign import made_of

_OF_STATE: Mapping[CallState | PollState, AgendaState] = {
    "upcoming": "upcoming",
    "open": "running",
    "closed": "over",
    "counted": "over",
    "answered": "over",
}


def agenda_spec(material: Material) -> PageSpec:
    """The page. What began in an earlier month and goes on stands in this one."""
    this_month = material.today.replace(day=1)
    months: defaultdict[date, list[AgendaEntry]] = defaultdict(list)
    for entry in sorted(_entries(material), key=lambda one: (one.starts, one.url)):
        begun = entry.first.replace(day=1)
        months[max(begun, this_month) if entry.last >= material.today else begun].append(entry)
    made = [AgendaMonth(first, tuple(months[first])) for first in sorted(months)]
    kinds = [kind for kind in get_args(AgendaKind) if any(one.kind == kind for some in made for one in some.entries)]
    links = (CalendarLink(None, calendar_below(CALENDAR_PAGE), CALENDAR_PAGE),) if len(kinds) > 1 else ()
    view = AgendaView(
        material.chrome,
        Head(
            material.say("Calendar"),
            material.say("Streams, calls for ideas, polls, design sessions and events, month by month."),
            CALENDAR_PAGE,
            beside=calendar_alternates(material),
        ),
        tuple(one for one in made if one.first >= this_month),
        tuple(reversed([one for one in made if one.first < this_month])),
        (*links, *(CalendarLink(kind, calendar_below(DATED[kind]), DATED[kind]) for kind in kinds)),
        day_begins(material.today, material.catalog.site.value.timezone),
    )
    parts = (view.head, view.months, view.past, view.calendars, view.zone.isoformat())
    beside = (("view", of_value(parts)), ("site", material.chrome_print))
    return PageSpec(CALENDAR_PAGE, "pages/calendar.html", view, beside, "site.yaml")


def _entries(material: Material) -> Iterator[AgendaEntry]:
    zone, say, today = material.catalog.site.value.timezone, material.say, material.today
    for stream in material.catalog.streams:
        value = stream.value
        starts = _in_zone(value.starts, zone)
        ends = _in_zone(value.starts.astimezone(UTC) + timedelta(minutes=value.minutes), zone)
        yield AgendaEntry(
            kind="stream",
            url=material.address("stream", stream.slug),
            title=value.title,
            starts=starts,
            ends=ends,
            first=starts.date(),
            last=ends.date(),
            hours=True,
            state=_state(starts.date(), ends.date(), today),
            kind_of=say.term("stream-kind", value.kind),
            where=say.term("platform", value.platform),
        )
    for call, days in material.calls:
        state = _OF_STATE[days.state(today)]
        yield _of_days(material, ("call", call.slug, call.value.title), (days.opens, days.closes), state)
    for poll, days in material.polls:
        if days.opens is not None and days.closes is not None:
            state = _OF_STATE[days.state(today)]
            yield _of_days(material, ("poll", poll.slug, poll.value.title), (days.opens, days.closes), state)
    for design in material.designs.ordered:
        value, shown = design.value, design.value.shown(today)
        for version in shown:
            asked = version.asked
            # what a poll asked has the poll's entry
            if asked is not None and asked.poll is None and asked.closes is not None:
                asks = version is shown[-1] and value.days(today).state(today) == "asking"
                span, state = (version.day, asked.closes), "running" if asks else "over"
                yield _of_days(material, ("design", design.slug, value.title), span, state, asked.question or "")
    for event, stands in material.events.ordered:
        value = event.value
        starts, ends = _in_zone(value.starts, zone), _in_zone(value.ends, zone)
        yield AgendaEntry(
            kind="event",
            url=material.address("event", event.slug),
            title=value.title,
            starts=starts,
            ends=ends,
            first=starts.date(),
            last=ends.date(),
            hours=True,
            state=_of_event(stands),
            kind_of=say.term("event-kind", value.kind),
            where=_where(value, material),
        )


def _of_days(
    material: Material,
    item: tuple[AgendaKind, str, str],
    span: tuple[date, date],
    state: AgendaState,
    where: str = "",
) -> AgendaEntry:
    """What has days and no hours, both days within it; `item` is its kind, its slug and its title."""
    zone, (kind, slug, title) = material.catalog.site.value.timezone, item
    ends = day_begins(span[1] + timedelta(days=1), zone)
    return AgendaEntry(
        kind=kind,
        url=material.address(kind, slug),
        title=title,
        starts=day_begins(span[0], zone),
        ends=min(ends, day_begins(material.today, zone)) if state == "over" else ends,
        first=span[0],
        last=span[1],
        hours=False,
        state=state,
        where=where,
    )


def _where(event: Event, material: Material) -> str:
    online = material.say.term("platform", event.online.platform) if event.online is not None else ""
    names = (event.place.name if event.place is not None else "", online)
    return made_of(material.say("list.names").join(filter(None, names)), *names)


def _of_event(state: EventState) -> AgendaState:
    return "over" if state == "reported" else state


def _state(first: date, last: date, today: date) -> AgendaState:
    """As an event stands: on its first day it is still to come, for hours are not looked at."""
    return "upcoming" if today <= first else "running" if today <= last else "over"


def _in_zone(moment: datetime, zone: str) -> datetime:
    """The moment on the clock of the shop, as an offset; in UTC where its zone is unknown."""
    try:
        local = moment.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return moment.astimezone(UTC)
    return local.astimezone(timezone(local.utcoffset() or timedelta(0)))
