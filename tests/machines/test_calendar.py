"""The calendars: read by vobject, which did not write them, and by icalendar; their lines counted in octets."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from ichsite.api.calendar import CalendarEntry, CalendarFile, calendar_of
from tests.machines.reading import read_json

HOSTILE = '</script>]]>\r\nBEGIN:VEVENT\u2028=cmd;,\\"😀' + "窑" * 60


@pytest.mark.parametrize("name", ["streams/calendar.ics", "streams/small-gifts-daily.ics", "en/streams/calendar.ics"])
def test_lines_are_folded_and_end_in_crlf(built: dict[str, Path], name: str) -> None:
    data = (built["/"] / name).read_bytes()
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines), "a character is cut in two"


def test_another_parser_reads_what_the_site_says(built: dict[str, Path]) -> None:
    streams = read_json(built["/"] / "api/v1/streams.json")["streams"]
    read: Any = vobject.readOne((built["/"] / "streams/calendar.ics").read_text("utf-8"))
    events = {event.uid.value: event for event in read.vevent_list}
    assert len(events) == len(streams) > 3
    for stream in streams:
        event = events[f"{stream['id']}.stream@shop.example"]
        starts = datetime.fromisoformat(stream["starts"])
        assert event.dtstart.value == starts
        assert event.dtend.value - event.dtstart.value == timedelta(minutes=stream["minutes"])
        assert event.summary.value == stream["title"]
        assert event.url.value == stream["url"]
        assert stream["short"] in event.description.value
        alarms = [one.trigger.value for one in getattr(event, "valarm_list", [])]
        assert alarms == ([] if stream["over"] else [timedelta(minutes=-15)])
        assert (event.dtstart.params.get("X-VOBJ-ORIGINAL-TZID") or event.dtstart.params.get("TZID")) == [
            "Asia/Shanghai"
        ]


def _days(asked: dict[str, Any]) -> tuple[date, date] | None:
    """The days of a poll, or of the newest question of a design session that has a last day."""
    questions = [
        (one["day"], one["asked"]["closes"])
        for one in asked.get("versions", ())
        if one["asked"] and not one["asked"]["poll"]
    ]
    known = [one for one in questions or [(asked["opens"], asked.get("closes"))] if None not in one]
    return (date.fromisoformat(known[-1][0]), date.fromisoformat(known[-1][1])) if known else None


def test_all_kinds_stand_in_one_calendar_and_each_in_its_own(built: dict[str, Path]) -> None:
    output = built["/"]
    whole: Any = vobject.readOne((output / "calendar/calendar.ics").read_text("utf-8"))
    events = {one.uid.value: one for one in whole.vevent_list}
    told = {kind: read_json(output / f"api/v1/{kind}s.json")[f"{kind}s"] for kind in ("stream", "call", "event")}
    for kind in ("poll", "design"):
        every = read_json(output / f"api/v1/{kind}s.json")[f"{kind}s"]
        asked = [one for one in every if _days(one) is not None]
        assert [one for one in every if one["calendar"]] == asked
        for one in asked:
            event = events.pop(f"{one['id']}.{kind}@shop.example")
            assert (event.dtstart.value, event.dtend.value - timedelta(days=1)) == _days(one)
            assert f"{one['id']}.{kind}@" in (output / f"{kind}s/{one['id']}.ics").read_text("utf-8")
        calendar: Any = vobject.readOne((output / f"{kind}s/calendar.ics").read_text("utf-8"))
        assert len(calendar.vevent_list) == len(asked) > 0
    assert events.keys() == {f"{one['id']}.{kind}@shop.example" for kind, some in told.items() for one in some}
    for kind, some in told.items():
        own: Any = vobject.readOne((output / f"{kind}s/calendar.ics").read_text("utf-8"))
        assert len(own.vevent_list) == len(some) > 1
    for call in told["call"]:
        event = events[f"{call['id']}.call@shop.example"]
        assert event.dtstart.value == date.fromisoformat(call["opens"]), "whole days"
        assert event.dtend.value == date.fromisoformat(call["closes"]) + timedelta(days=1)
        assert f"{call['id']}.call@" in (output / f"calls/{call['id']}.ics").read_text("utf-8")
    for one in told["event"]:
        event = events[f"{one['id']}.event@shop.example"]
        assert (event.dtstart.value, event.dtend.value) == tuple(
            map(datetime.fromisoformat, (one["starts"], one["ends"]))
        )
        assert one["state"] in ("upcoming", "running") or not hasattr(event, "valarm_list")
        place = one["place"]
        assert place is None or place["name"] in event.location.value


def test_it_is_read_back(built: dict[str, Path]) -> None:
    read = Calendar.from_ical((built["/"] / "streams/calendar.ics").read_bytes())
    assert [one["TZID"] for one in read.walk("VTIMEZONE")] == ["Asia/Shanghai"]
    stamps = {event["DTSTAMP"].dt for event in read.walk("VEVENT")}
    assert stamps == {datetime(2026, 11, 21, 16, tzinfo=UTC)}, "midnight of the build's day where the shop is"


def event(**changes: Any) -> CalendarEntry:
    minutes = changes.pop("minutes", 90)
    starts = changes.setdefault("starts", datetime(2026, 11, 28, 20, tzinfo=timezone(timedelta(hours=8))))
    common: dict[str, Any] = {
        "uid": "a.stream@shop.example",
        "title": "开窑",
        "lines": ("看一窑青瓷。",),
        "location": "抖音",
        "ends": starts.astimezone(UTC) + timedelta(minutes=minutes),
        "url": "https://shop.example/streams/a/",
    }
    return CalendarEntry(**{**common, **changes})


def ical(zone: str, *entries: CalendarEntry) -> Any:
    file = CalendarFile("直播", "几时开播", "https://shop.example/streams/", zone, date(2026, 11, 22), entries)
    data = calendar_of(file).to_ical()
    return Calendar.from_ical(data), data


def test_what_is_hostile_stays_a_text() -> None:
    read, data = ical("Asia/Shanghai", event(title=HOSTILE, lines=(HOSTILE, HOSTILE), location=HOSTILE))
    (one,) = read.walk("VEVENT")
    assert str(one["SUMMARY"]) == HOSTILE.replace("\r\n", "\n")
    assert str(one["DESCRIPTION"]).startswith(HOSTILE.replace("\r\n", "\n"))
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    other: Any = vobject.readOne(data.decode())
    assert len(other.vevent_list) == 1


def test_an_hour_of_another_offset_is_in_utc() -> None:
    read, data = ical("Asia/Shanghai", event(starts=datetime(2026, 11, 28, 20, tzinfo=UTC)))
    (one,) = read.walk("VEVENT")
    assert one["DTSTART"].to_ical() == b"20261128T200000Z"
    assert b"VTIMEZONE" not in data


def test_a_zone_with_summer_time_brings_its_rules() -> None:
    summer = datetime(2026, 7, 1, 20, tzinfo=timezone(timedelta(hours=2)))
    winter = datetime(2026, 12, 1, 20, tzinfo=timezone(timedelta(hours=1)))
    read, data = ical("Europe/Berlin", event(starts=summer), event(uid="b", starts=winter))
    assert [one["DTSTART"].dt.utcoffset() for one in read.walk("VEVENT")] == [timedelta(hours=2), timedelta(hours=1)]
    assert b"BEGIN:DAYLIGHT" in data
    other: Any = vobject.readOne(data.decode())
    assert [one.dtstart.value.utcoffset() for one in other.vevent_list] == [timedelta(hours=2), timedelta(hours=1)]


def test_an_end_across_the_change_of_clocks_is_as_long_as_it_lasts() -> None:
    starts = datetime(2026, 10, 25, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    read, _ = ical("Europe/Berlin", event(starts=starts, minutes=120))
    (one,) = read.walk("VEVENT")
    assert one["DTEND"].dt.astimezone(UTC) - one["DTSTART"].dt.astimezone(UTC) == timedelta(minutes=120)
