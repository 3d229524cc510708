"""Holidays of years that are not published yet, as they can be known: the statute's days, dated data.

Source: 全国年节及纪念日放假办法 (State Council, revised 2024-11-12): which festivals are free. The days of
the lunar festivals are those of the Chinese calendar. How many days around them are free, and which
weekends are worked for it, is published late in the year before; here the usual stretch is taken as free
and no weekend as worked, so that an estimate errs on the later side.
"""

from __future__ import annotations

from datetime import date, timedelta

_LUNAR: dict[int, tuple[date, date, date]] = {
    2027: (date(2027, 2, 6), date(2027, 6, 9), date(2027, 9, 15)),
    2028: (date(2028, 1, 26), date(2028, 5, 28), date(2028, 10, 3)),
    2029: (date(2029, 2, 13), date(2029, 6, 16), date(2029, 9, 22)),
    2030: (date(2030, 2, 3), date(2030, 6, 5), date(2030, 9, 12)),
}
"""First day of the lunar year 春节, 端午, 中秋."""


def expected_holidays(year: int) -> frozenset[date]:
    """The days of `year` that are expected to be free besides weekends; lunar festivals as far as they are listed."""
    free = {date(year, 1, 1)}
    free |= _stretch(date(year, 4, 4), 3) | _stretch(date(year, 5, 1), 5) | _stretch(date(year, 10, 1), 8)
    if year in _LUNAR:
        spring, dragon_boat, mid_autumn = _LUNAR[year]
        free |= _stretch(spring - timedelta(days=1), 9) | {dragon_boat, mid_autumn}
    return frozenset(free)


def _stretch(first: date, days: int) -> set[date]:
    return {first + timedelta(days=offset) for offset in range(days)}
