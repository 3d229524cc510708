"""The calendars of a site: one for each kind of what has days, one of all together, and a file for each item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from urllib.parse import urlsplit

from ichsite.api.calendar import CalendarEntry, CalendarFile
from ichsite.catalog.urls import CALENDAR_PAGE, DATED, Dated, calendar_below, event_file
from ichsite.model.call import Call, CallDays
from ichsite.model.design import Design
from ichsite.model.event import Event, EventState
from ichsite.model.poll import Poll
from ichsite.model.record import Record
from ichsite.model.stream import Stream
from ichsite.plan.alternates import FEED_TITLES
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.text.address import BaseUrl, UrlPath
from ichsite.text.fingerprint import of_value

STREAM_ALARM_MINUTES = 15
EVENT_ALARM_MINUTES = 120
"""A workshop has to be travelled to."""
_Item = Record[Stream] | Record[Call] | Record[Poll] | Record[Design] | Record[Event]
SAMPLE = "This is a demonstration site: it sells nothing, and its shop, people and order links are invented."


@dataclass(frozen=True)
class _Placed:
    """An entry, the file that it is in alone, and the source that it comes from."""

    entry: CalendarEntry
    file: UrlPath
    path: str


def calendar_specs(material: Material) -> Iterator[PageSpec]:
    """The calendars to subscribe to, the earliest entry first, and one for each item."""
    by_kind: dict[Dated, list[_Placed]] = {
        "stream": list(_streams(material)),
        "call": list(_calls(material)),
        "poll": list(_polls(material)),
        "design": list(_designs(material)),
        "event": list(_events(material)),
    }
    name = material.chrome.site_name
    for kind, placed in by_kind.items():
        title, about = FEED_TITLES[kind]
        entries = tuple(one.entry for one in placed)
        whole = _file(material, f"{name} · {material.say(title)}", material.say(about), DATED[kind], entries)
        yield _spec(calendar_below(DATED[kind]), whole, f"content{DATED[kind].rstrip('/')}")
        for one in placed:
            yield _spec(one.file, _file(material, "", "", None, (one.entry,)), one.path)
    about = material.say("Streams, calls for ideas, polls, design sessions and events, month by month.")
    every = tuple(one.entry for placed in by_kind.values() for one in placed)
    whole = _file(material, f"{name} · {material.say('Calendar')}", about, CALENDAR_PAGE, every)
    yield _spec(calendar_below(CALENDAR_PAGE), whole, "site.yaml")


def uid_of(kind: Dated, id: str, host: str) -> str:
    """An entry's name in all calendars, for ever."""
    return f"{id}.{kind}@{host}"


def host_of(base: BaseUrl) -> str:
    """The host that the site lives on, without its port."""
    return urlsplit(base.origin).hostname or "localhost"


def _streams(material: Material) -> Iterator[_Placed]:
    say = material.say
    for one in sorted(material.catalog.streams, key=lambda one: (one.value.starts, one.slug)):
        value = one.value
        crafts = tuple(shown.craft for shown in value.crafts)
        entry = CalendarEntry(
            uid=_uid(material, "stream", one),
            title=value.title,
            lines=_lines(material, "stream", one, (value.summary, _said(material, "Host", value.host)), crafts),
            location=say.term("platform", value.platform),
            starts=value.starts,
            ends=value.starts.astimezone(UTC) + timedelta(minutes=value.minutes),
            url=_url(material, "stream", one),
            alarm=None if material.is_past(value) else STREAM_ALARM_MINUTES,
        )
        yield _placed(material, "stream", one, entry)


def _calls(material: Material) -> Iterator[_Placed]:
    def opening(one: tuple[Record[Call], CallDays]) -> tuple[int, str]:
        return one[1].opens.toordinal(), one[0].slug

    for one, days in sorted(material.calls, key=opening):
        said, crafts = (one.value.question, one.value.summary), one.value.crafts
        yield _of_days(material, "call", one, (days.opens, days.closes), (said, crafts))


def _polls(material: Material) -> Iterator[_Placed]:
    dated = ((one, days.opens, days.closes) for one, days in material.polls)
    known = [(opens, closes, one) for one, opens, closes in dated if opens is not None and closes is not None]
    for opens, closes, one in sorted(known, key=lambda one: (one[0], one[2].slug)):
        said, crafts = (one.value.question, one.value.summary), one.value.crafts
        yield _of_days(material, "poll", one, (opens, closes), (said, crafts))


def _designs(material: Material) -> Iterator[_Placed]:
    """A session is one entry, on the days of what it asked last; it moves when something else is asked."""
    found: list[tuple[date, date, str, Record[Design]]] = []
    for one in material.designs.ordered:
        if (asked := one.value.asked_last(material.today)) is not None:
            found.append((*asked, one))
    for opens, closes, question, one in sorted(found, key=lambda one: (one[0], one[3].slug)):
        yield _of_days(material, "design", one, (opens, closes), ((question, one.value.summary), one.value.crafts))


def _of_days(
    material: Material,
    kind: Dated,
    record: Record[Call] | Record[Poll] | Record[Design],
    span: tuple[date, date],
    about: tuple[tuple[str, ...], tuple[str, ...]],
) -> _Placed:
    """An entry of whole days, both of `span` within it; `about` is what is said of it, and its crafts."""
    entry = CalendarEntry(
        uid=_uid(material, kind, record),
        title=f"{material.say.term('found-kind', kind)}{material.say('list.colon')}{record.value.title}",
        lines=_lines(material, kind, record, *about),
        location="",
        starts=span[0],
        ends=span[1] + timedelta(days=1),
        url=_url(material, kind, record),
    )
    return _placed(material, kind, record, entry)


def _events(material: Material) -> Iterator[_Placed]:
    def beginning(one: tuple[Record[Event], EventState]) -> tuple[float, str]:
        return one[0].value.starts.timestamp(), one[0].slug

    for one, state in sorted(material.events.ordered, key=beginning):
        value = one.value
        place = (value.place.name, value.place.address or "") if value.place is not None else ()
        online = (material.say.term("platform", value.online.platform),) if value.online is not None else ()
        way = value.place.directions or "" if value.place is not None else ""
        why = _said(material, "event-state.cancelled", value.cancelled.reason) if value.cancelled is not None else ""
        said = (why, value.summary, _said(material, "How to get there", way) if way else "")
        entry = CalendarEntry(
            uid=_uid(material, "event", one),
            title=value.title,
            lines=_lines(material, "event", one, said, value.crafts),
            location=material.say("list.comma").join(filter(None, (*place, *online))),
            starts=value.starts,
            ends=value.ends,
            url=_url(material, "event", one),
            alarm=EVENT_ALARM_MINUTES if state in ("upcoming", "running") else None,
            cancelled=value.cancelled is not None,
        )
        yield _placed(material, "event", one, entry)


def _lines(
    material: Material,
    kind: Dated,
    record: _Item,
    said: tuple[str, ...],
    crafts: tuple[str, ...],
) -> tuple[str, ...]:
    """What the description says: that it is a sample, what is said of it, its crafts, its short address."""
    say = material.say
    titles = dict.fromkeys(material.cards[slug].title for slug in crafts if slug in material.cards)
    shown = _said(material, "What is to be seen", say("list.names").join(titles)) if titles else ""
    short = material.base.absolute(material.book.short(kind, record.slug))
    return tuple(filter(None, (say(SAMPLE) if material.chrome.sample else "", *said, shown, short)))


def _said(material: Material, label: str, words: str) -> str:
    return f"{material.say(label)}{material.say('list.colon')}{words}"


def _uid(material: Material, kind: Dated, record: _Item) -> str:
    return uid_of(kind, material.book.id(kind, record.slug), host_of(material.base))


def _url(material: Material, kind: Dated, record: _Item) -> str:
    return material.base.absolute(material.book.address(kind, record.slug))


def _placed(material: Material, kind: Dated, record: _Item, entry: CalendarEntry) -> _Placed:
    return _Placed(entry, event_file(kind, material.book.id(kind, record.slug)), record.path)


def _file(
    material: Material, name: str, about: str, home: UrlPath | None, entries: tuple[CalendarEntry, ...]
) -> CalendarFile:
    zone = material.catalog.site.value.timezone
    return CalendarFile(
        name, about, material.base.absolute(home) if home is not None else "", zone, material.today, entries
    )


def _spec(url: UrlPath, file: CalendarFile, owner: str) -> PageSpec:
    return PageSpec(url, "", file, (("events", of_value(file)),), owner, listed=False, uses=())
