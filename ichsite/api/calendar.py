"""The streams as iCalendar (RFC 5545): one calendar to subscribe to, and a file for each stream.

An event keeps its UID whatever the stream is called. Where the stream's hour is written with the offset that the
site's zone has at that moment, the event is in that zone, so that it reads as the shop says it; else it is in UTC.
DTSTAMP is the day of the build: the same sources on the same day give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from ichsite.api.addresses import CALENDAR
from ichsite.catalog.urls import STREAMS, event_file
from ichsite.model.platform import Platform
from ichsite.model.record import Record
from ichsite.model.shelf import Shelf
from ichsite.model.stream import Stream
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.text.address import BaseUrl
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from icalendar import Calendar, Event

    from ichsite.render.filters import Speech

PRODUCT = "-//ichsite//ichsite//ZH"
ALARM_MINUTES = 15
REFRESH_HOURS = 12


@dataclass(frozen=True)
class StreamEvent:
    """A stream as an event; `crafts` are titles, `url` and `short` full addresses."""

    uid: str
    title: str
    summary: str
    platform: Platform
    starts: datetime
    minutes: int
    host: str
    crafts: tuple[str, ...]
    url: str
    short: str
    past: bool


@dataclass(frozen=True)
class CalendarFile:
    """A calendar; `name` is empty where it is not one to subscribe to. `zone` is the site's, `stamp` the day of the build."""

    name: str
    about: str
    home: str
    zone: str
    stamp: date
    sample: bool
    events: tuple[StreamEvent, ...]

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes; lines are folded at 75 octets and end in CRLF."""
        return calendar_of(self, speech).to_ical()


def calendar_specs(material: Material) -> Iterator[PageSpec]:
    """One calendar of all streams, the earliest first, and one for each stream."""
    ordered = sorted(material.catalog.streams, key=lambda one: (one.value.starts, one.slug))
    events = tuple(_event_of(material, one) for one in ordered)
    about = material.say("When we are live, and what is shown or sold.")
    name = f"{material.chrome.site_name} · {material.say('Streams')}"
    whole = _file(material, name, about, material.base.absolute(STREAMS), events)
    yield _spec(CALENDAR, whole, "content/streams")
    for stream, event in zip(ordered, events, strict=True):
        url = event_file(material.book.id("stream", stream.slug))
        yield _spec(url, _file(material, "", "", "", (event,)), stream.path)


def calendar_of(file: CalendarFile, speech: Speech) -> Calendar:
    """The calendar as a value of the library."""
    from icalendar import Calendar, Timezone
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
    zoned = [(one, _in_zone(one.starts, file.zone)) for one in file.events]
    local = [when for _, when in zoned if isinstance(when.tzinfo, ZoneInfo)]
    if local:
        # the years of the events, whole ones: a zone's rules are then the same for all of them
        first, last = date(min(local).year, 1, 1), date(max(local).year + 1, 12, 31)
        made.add_component(Timezone.from_tzid(file.zone, first_date=first, last_date=last))
    for one, starts in zoned:
        made.add_component(_event(file, one, starts, speech))
    return made


def _event(file: CalendarFile, one: StreamEvent, starts: datetime, speech: Speech) -> Event:
    from icalendar import Alarm, Event

    made: Any = Event()
    made.add("uid", one.uid)
    made.add("dtstamp", _midnight(file.stamp, file.zone))
    made.add("dtstart", starts)
    made.add("dtend", _end(starts, one.minutes))
    made.add("summary", one.title)
    made.add("description", _description(file, one, speech))
    made.add("location", speech.label(one.platform, "platform"))
    made.add("url", one.url)
    made.add("status", "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    if not one.past:
        alarm: Any = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta(minutes=-ALARM_MINUTES))
        alarm.add("description", one.title)
        made.add_component(alarm)
    return made


def _end(starts: datetime, minutes: int) -> datetime:
    """So many minutes later, wherever clocks are changed in between; in UTC where the local hour comes twice."""
    ends = starts.astimezone(UTC) + timedelta(minutes=minutes)
    local = ends.astimezone(starts.tzinfo)
    return ends if local.fold else local


def _description(file: CalendarFile, one: StreamEvent, speech: Speech) -> str:
    lines = [one.summary, f"{speech.gettext('Host')}{speech.gettext('list.colon')}{one.host}"]
    if file.sample:
        sample = "This is a demonstration site: it sells nothing, and its shop, people and order links are invented."
        lines.insert(0, speech.gettext(sample))
    if one.crafts:
        shown = speech.gettext("list.names").join(one.crafts)
        lines.append(f"{speech.gettext('What is to be seen')}{speech.gettext('list.colon')}{shown}")
    lines.append(one.short)
    return "\n".join(lines)


def _midnight(day: date, zone: str) -> datetime:
    """The beginning of a day where the shop is, in UTC."""
    try:
        return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
    except (KeyError, ValueError, OSError):
        return datetime.combine(day, time(), UTC)


def _in_zone(starts: datetime, zone: str) -> datetime:
    """The moment in the site's zone where that has its offset then; else in UTC."""
    try:
        local = starts.astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return starts.astimezone(UTC)
    if local.utcoffset() != starts.utcoffset() or local.fold:
        return starts.astimezone(UTC)
    return local


def _event_of(material: Material, stream: Record[Stream]) -> StreamEvent:
    value, base, book = stream.value, material.base, material.book
    return StreamEvent(
        uid=uid_of(book.id("stream", stream.slug), host_of(base)),
        title=value.title,
        summary=value.summary,
        platform=value.platform,
        starts=value.starts,
        minutes=value.minutes,
        host=value.host,
        crafts=tuple(
            dict.fromkeys(material.cards[one.craft].title for one in value.crafts if one.craft in material.cards)
        ),
        url=base.absolute(book.address("stream", stream.slug)),
        short=base.absolute(book.short("stream", stream.slug)),
        past=material.is_past(value),
    )


def uid_of(id: str, host: str) -> str:
    """The event's name in all calendars, for ever."""
    return f"{id}.stream@{host}"


def host_of(base: BaseUrl) -> str:
    """The host that the site lives on, without its port."""
    return urlsplit(base.origin).hostname or "localhost"


def _file(material: Material, name: str, about: str, home: str, events: tuple[StreamEvent, ...]) -> CalendarFile:
    zone = material.catalog.site.value.timezone
    return CalendarFile(name, about, home, zone, material.today, material.chrome.sample, events)


def _spec(url: str, file: CalendarFile, owner: str) -> PageSpec:
    from ichsite.text.address import UrlPath

    return PageSpec(UrlPath(url), "", file, (("events", of_value(file)),), owner, listed=False, uses=("words",))
