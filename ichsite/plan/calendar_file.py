"""The working days of whole years as a script's data, and the clock that a page's dates are counted with.

A classic script that sets one name: it is read from a folder on disk as from a server, and its name changes
with the year or with a notice of the State Council, not from day to day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from ichsite.assess.calendar import WorkCalendar
from ichsite.plan.data_file import DataFile, data_file
from ichsite.plan.views.figures import ClockView
from ichsite.text.address import UrlPath

YEARS = 5
"""This year and four to come: a page that nobody builds again counts on for long enough."""


def calendar_file(calendar: WorkCalendar) -> DataFile:
    """`window.ichsiteCalendar`: its first day, the day from which holidays are estimated, and 1 for each working day.

    `calendar` starts with the year; days are those of `YEARS` whole years.
    """
    first = date(calendar.start.year, 1, 1)
    last = date(first.year + YEARS, 1, 1)
    days = "".join(
        "1" if calendar.is_working(first + timedelta(days=offset)) else "0" for offset in range((last - first).days)
    )
    estimated = calendar.estimated_from.isoformat() if calendar.estimated_from is not None else ""
    text = f'window.ichsiteCalendar = {{ start: "{first}", estimated: "{estimated}", days: "{days}" }};\n'
    return data_file("calendar.js", text.encode())


def clock_of(zone: str, today: date, calendar: UrlPath) -> ClockView:
    """The site's clock; a zone that is unknown counts as UTC (a rule says so)."""
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    try:
        offset = noon.astimezone(ZoneInfo(zone)).utcoffset() or timedelta(0)
    except (KeyError, ValueError, OSError):
        return ClockView("UTC", 0, calendar)
    return ClockView(zone, round(offset.total_seconds() / 60), calendar)


def day_begins(day: date, zone: str) -> datetime:
    """The beginning of a day where the shop is."""
    try:
        offset = datetime.combine(day, time(), ZoneInfo(zone)).utcoffset()
    except (KeyError, ValueError, OSError):
        offset = None
    return datetime.combine(day, time(), timezone(offset) if offset is not None else UTC)
