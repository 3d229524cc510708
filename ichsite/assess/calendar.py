"""China's working days, as one frozen value that is handed to whoever counts days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ichsite.assess.holidays import expected_holidays

HORIZON_DAYS = 1500


@dataclass(frozen=True)
class WorkCalendar:
    """`working[n]` is 1 where the day `start + n` is a working day, adjusted workdays (调休) included.

    From `estimated_from` on the holidays are not published yet; the statute's days are taken as free.
    Source: the State Council's yearly notices, through the package `chinesecalendar`.
    """

    start: date
    working: bytes
    estimated_from: date | None

    def is_working(self, day: date) -> bool:
        """Whether `day` is a working day; beyond the horizon as the statute has it."""
        offset = (day - self.start).days
        if 0 <= offset < len(self.working):
            return bool(self.working[offset])
        return _expected_working(day)

    def add_working_days(self, day: date, count: int) -> date:
        """The day on which `count` working days after `day` have passed; 0 is `day` itself."""
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_working(day)
        return day

    def estimated(self, day: date) -> bool:
        """Whether the holidays of `day` are not published yet."""
        return self.estimated_from is not None and day >= self.estimated_from


def calendar_from(today: date) -> WorkCalendar:
    """The calendar from `today` over the next four years, as far as the published years reach."""
    from chinese_calendar import is_workday  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

    working = bytearray()
    estimated_from: date | None = None
    for offset in range(HORIZON_DAYS):
        day = today + timedelta(days=offset)
        if estimated_from is None:
            try:
                working.append(is_workday(day))
                continue
            except NotImplementedError:
                estimated_from = day
        working.append(_expected_working(day))
    return WorkCalendar(today, bytes(working), estimated_from)


def _expected_working(day: date) -> bool:
    return day.weekday() < 5 and day not in _holidays_of(day.year)


@lru_cache(maxsize=16)
def _holidays_of(year: int) -> frozenset[date]:
    return expected_holidays(year)
