"""The calendar that script reads: the days that Python counts with, under a name that stands for a year."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from ichsite.assess.calendar import calendar_from
from ichsite.plan.calendar_file import YEARS, calendar_file, clock_of
from ichsite.text.address import UrlPath

YEAR = calendar_from(date(2026, 1, 1))
FILE = calendar_file(YEAR)
URL = UrlPath("/assets/calendar.js")


def test_every_day_is_the_one_that_python_counts():
    found = re.fullmatch(
        r'window\.ichsiteCalendar = { start: "2026-01-01", estimated: "([0-9-]*)", days: "([01]+)" };\n',
        FILE.data.decode(),
    )
    assert found
    assert len(found[2]) == (date(2026 + YEARS, 1, 1) - date(2026, 1, 1)).days
    for today in (date(2026, 1, 1), date(2026, 11, 22), date(2026, 12, 31)):
        counted = calendar_from(today)
        assert (counted.estimated_from or "") == (date.fromisoformat(found[1]) if found[1] else "")
        for day in (today + timedelta(days=offset) for offset in range(len(found[2]) - (today - YEAR.start).days)):
            assert counted.is_working(day) == (found[2][(day - YEAR.start).days] == "1"), day


def test_make_up_days_and_holidays_are_in_it():
    days = FILE.data.decode().split('days: "')[1]
    assert days[(date(2026, 2, 14) - YEAR.start).days] == "1"  # a Saturday, worked for the Spring Festival
    assert days[(date(2026, 10, 1) - YEAR.start).days] == "0"  # a Thursday, National Day


def test_it_is_named_by_its_content_and_small():
    assert re.fullmatch(r"/assets/calendar\.[0-9a-f]{10}\.js", FILE.url)
    assert calendar_file(calendar_from(date(2026, 1, 1))) == FILE
    assert len(FILE.data) < 2000


@pytest.mark.parametrize(
    ("zone", "day", "expected"),
    [
        ("Asia/Shanghai", date(2026, 11, 22), ("Asia/Shanghai", 480)),
        ("Europe/Berlin", date(2026, 7, 1), ("Europe/Berlin", 120)),
        ("Asia/Shanghia", date(2026, 11, 22), ("UTC", 0)),
    ],
)
def test_the_clock_of_a_zone(zone: str, day: date, expected: tuple[str, int]):
    clock = clock_of(zone, day, URL)
    assert (clock.zone, clock.offset, clock.calendar) == (*expected, URL)
