"""What has days as iCalendar (RFC 5545): calendars to subscribe to, and a file for each item.

An entry keeps its UID whatever its item is called. Where an hour is written with the offset that the site's zone has
at that moment, the entry is in that zone, so that it reads as the shop says it; else it is in UTC. What has days and no
hours is an entry of whole days. DTSTAMP is the day of the build: the same sources on the same day give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ichsite.model.shelf import Shelf

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

    from ichsite.render.filters import Speech

PRODUCT = "-//ichsite//ichsite//ZH"
REFRESH_HOURS = 12


@dataclass(frozen=True)
class CalendarEntry:
    """An entry of a calendar; `url` is a full address, `lines` are what its description says.

    `starts` and `ends` are moments; or days, and then `ends` is the day after the last one. `alarm` is so many minutes
    before it starts, None for no reminder.
    """

    uid: str
    title: str
    lines: tuple[str, ...]
    location: str
    starts: datetime | date
    ends: datetime | date
    url: str
    alarm: int | None = None
    cancelled: bool = False


@dataclass(frozen=True)
class CalendarFile:
    """A calendar; `name` is empty where it is not one to subscribe to. `zone` is the site's, `stamp` the day of the build."""

    name: str
    about: str
    home: str
    zone: str
    stamp: date
    entries: tuple[CalendarEntry, ...]

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes; lines are folded at 75 octets and end in CRLF."""
        return calendar_of(self).to_ical()


def calendar_of(file: CalendarFile) -> Calendar:
    """The calendar as a value of the library."""
    from icalendar import Calendar
    from icalendar.prop import vDuration

    made: Any = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    if file.name:
        made.add("name", file.name)
        made.add("x-wr-calname", file.name)
        made.add("description", file.about)
        made.add("x-wr-timezone", file.zone)
        made.add("url", file.home)
        made.add("refresh-interval", vDuration(timedelta(hours=REFRESH_HOURS)), {"VALUE": "DURATION"})
        made.add("x-published-ttl", vDuration(timedelta(hours=REFRESH_HOURS)))
    zoned = [(one, *_span(one, file.zone)) for one in file.entries]
    moments = (when for _, *span in zoned for when in span)
    local = [one for one in moments if isinstance(one, datetime) and isinstance(one.tzinfo, ZoneInfo)]
    if local:
        # the years of the entries, whole ones: a zone's rules are then the same for all of them
        first, last = date(min(local).year, 1, 1), date(max(local).year + 1, 12, 31)
        made.add_component(_zone(file.zone, first, last))
    for one, starts, ends in zoned:
        made.add_component(_event(file, one, starts, ends))
    return made


@lru_cache(maxsize=64)
def _zone(name: str, first: date, last: date) -> Timezone:
    """The rules of a zone between two days, searched for day by day: one value for all calendars, which is never changed."""
    from icalendar import Timezone

    return Timezone.from_tzid(name, first_date=first, last_date=last)


def _event(file: CalendarFile, one: CalendarEntry, starts: datetime | date, ends: datetime | date) -> Event:
    from icalendar import Alarm, Event

    made: Any = Event()
    made.add("uid", one.uid)
    made.add("dtstamp", _midnight(file.stamp, file.zone))
    made.add("dtstart", starts)
    made.add("dtend", ends)
    made.add("summary", one.title)
    made.add("description", "\n".join(one.lines))
    if one.location:
        made.add("location", one.location)
    made.add("url", one.url)
    made.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    if one.alarm is not None:
        alarm: Any = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta(minutes=-one.alarm))
        alarm.add("description", one.title)
        made.add_component(alarm)
    return made


def _span(one: CalendarEntry, zone: str) -> tuple[datetime | date, datetime | date]:
    """Both ends in the site's zone where that has the offset of the first one then; else in UTC.

    The last one is in UTC too where the local hour comes twice.
    """
    if not isinstance(one.starts, datetime) or not isinstance(one.ends, datetime):
        return one.starts, one.ends
    starts, ends = _in_zone(one.starts, zone), one.ends.astimezone(UTC)
    local = ends.astimezone(starts.tzinfo)
    return starts, ends if local.fold else local


def _midnight(day: date, zone: str) -> datetime:
    """The beginning of a day where the shop is, in UTC."""
    try:
        return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
    except (KeyError, ValueError, OSError):
        return datetime.combine(day, time(), UTC)


def _in_zone(moment: datetime, zone: str) -> datetime:
    """The moment in the site's zone where that has its offset then; else in UTC."""
    try:
        local = moment.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return moment.astimezone(UTC)
    if local.utcoffset() != moment.utcoffset() or local.fold:
        return moment.astimezone(UTC)
    return local
