"""Working days in China: adjusted workdays, the spring festival, years that are not published."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.assess.calendar import HORIZON_DAYS, WorkCalendar, calendar_from
from ichsite.assess.holidays import expected_holidays

CALENDAR = calendar_from(date(2026, 1, 1))
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 2, 14), True),  # a Saturday that is worked for the spring festival
        (date(2026, 2, 28), True),  # the Saturday after it
        (date(2026, 2, 17), False),  # spring festival, a Tuesday
        (date(2026, 10, 1), False),  # National Day, a Thursday
        (date(2026, 10, 10), True),  # a Saturday that is worked for it
        (date(2026, 11, 21), False),  # an ordinary Saturday
        (date(2026, 11, 23), True),  # an ordinary Monday
    ],
)
def test_known_days_of_2026(day: date, working: bool) -> None:
    assert CALENDAR.is_working(day) is working


def test_a_working_day_before_the_spring_festival_ends_after_it() -> None:
    assert CALENDAR.add_working_days(date(2026, 2, 14), 1) == date(2026, 2, 24)


def test_no_working_days_is_the_day_itself_even_on_a_holiday() -> None:
    assert CALENDAR.add_working_days(date(2026, 2, 17), 0) == date(2026, 2, 17)


def test_an_unpublished_year_counts_the_days_of_the_statute_as_free_and_says_so() -> None:
    far = calendar_from(date(2031, 6, 1))
    assert far.estimated_from == date(2031, 6, 1)
    assert not far.is_working(date(2031, 10, 1))  # National Day, a Wednesday
    assert far.is_working(date(2031, 9, 30))
    assert not far.is_working(date(2031, 9, 27))  # an ordinary Saturday
    assert far.estimated(date(2031, 6, 1))
    assert not far.estimated(date(2031, 5, 31))


def test_an_estimate_does_not_promise_work_at_the_spring_festival() -> None:
    calendar = calendar_from(date(2032, 1, 1) if CALENDAR.estimated_from is None else date(2026, 11, 22))
    if calendar.estimated_from == date(2027, 1, 1):
        assert calendar.add_working_days(date(2027, 2, 4), 1) == date(2027, 2, 15)
    assert not any(calendar.is_working(day) for day in sorted(expected_holidays(2028)))


def test_published_days_are_no_estimates() -> None:
    assert CALENDAR.estimated_from is not None
    assert CALENDAR.estimated_from > date(2026, 12, 31)
    assert not CALENDAR.estimated(date(2026, 12, 31))


def test_beyond_the_horizon_the_statute_is_known() -> None:
    end = CALENDAR.start + timedelta(days=HORIZON_DAYS)
    assert len(CALENDAR.working) == HORIZON_DAYS
    assert CALENDAR.is_working(end) is (end.weekday() < 5 and end not in expected_holidays(end.year))


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_working_days_add_up(day: date, first: int, second: int) -> None:
    in_two = CALENDAR.add_working_days(CALENDAR.add_working_days(day, first), second)
    assert in_two == CALENDAR.add_working_days(day, first + second)


@given(DAYS, st.integers(1, 60))
def test_the_last_day_is_worked_and_the_count_is_right(day: date, count: int) -> None:
    end = CALENDAR.add_working_days(day, count)
    passed = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert CALENDAR.is_working(end)
    assert sum(map(CALENDAR.is_working, passed)) == count


def test_a_calendar_is_the_same_value_each_time() -> None:
    assert calendar_from(date(2026, 11, 22)) == calendar_from(date(2026, 11, 22))
    assert isinstance(CALENDAR, WorkCalendar)
