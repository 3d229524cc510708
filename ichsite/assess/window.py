"""The delivery window: stage by stage, in working and calendar days, as dates.

Let today be the day of the confirmation. Both bounds wait for the orders before it; the lower bound then runs
every stage at its lowest days, the upper bound at its highest:

    weeks         = orders_waiting / orders_per_week
    start         = today + floor(7 × weeks) days (lower bound), today + 7 × ceil(weeks) days (upper bound)
    each stage    : where it has an `only` season, wait until a day of its months;
                    then its working days on the calendar, then its waiting days
    delivered     = ready + shipping days

A number of days is the distance from today in calendar days. The *cycle* does not depend on today,
on the queue or on holidays, so that a craft keeps its class through the year (DOMAIN.md, question 1):

    cycle_days    = ceil(working days × 7 / 5) + waiting days
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from ichsite.assess.calendar import WorkCalendar
from ichsite.model.production import Production, Season, Stage
from ichsite.model.span import DayRange


@dataclass(frozen=True)
class StageWindow:
    """When one stage begins and ends at the earliest and at the latest, and how long it waits for its season (days).

    It begins when its season has come; the day is that after which its work counts.
    """

    ends: tuple[date, date]
    season_wait_days: DayRange
    begins: tuple[date, date]


@dataclass(frozen=True)
class Window:
    """The delivery window of one offer, counted from `today`."""

    today: date
    stages: tuple[StageWindow, ...]
    working_days: DayRange
    wait_days: DayRange
    cycle_days: DayRange
    queue_days: DayRange
    season_wait_days: DayRange
    ready: tuple[date, date]
    delivered: tuple[date, date]
    days: DayRange
    estimated: bool


def delivery_window(production: Production, today: date, calendar: WorkCalendar) -> Window:
    """The window of an offer that is confirmed `today`."""
    queue = queue_days(production)
    earliest = _run(production.stages, today + timedelta(days=queue.lowest), calendar, lowest=True)
    latest = _run(production.stages, today + timedelta(days=queue.highest), calendar, lowest=False)
    stages = tuple(
        StageWindow((early[0], late[0]), DayRange(*sorted((early[1], late[1]))), (early[2], late[2]))
        for early, late in zip(earliest, latest, strict=True)
    )
    ready = (earliest[-1][0] if earliest else today, latest[-1][0] if latest else today)
    shipping = production.shipping_days
    delivered = (ready[0] + timedelta(days=shipping.lowest), ready[1] + timedelta(days=shipping.highest))
    working, waiting = working_days(production), wait_days(production)
    return Window(
        today=today,
        stages=stages,
        working_days=working,
        wait_days=waiting,
        cycle_days=cycle_days(production),
        queue_days=queue,
        season_wait_days=DayRange(*sorted((sum(one[1] for one in earliest), sum(one[1] for one in latest)))),
        ready=ready,
        delivered=delivered,
        days=DayRange(*((day - today).days for day in delivered)),
        estimated=calendar.estimated(delivered[1]),
    )


def working_days(production: Production) -> DayRange:
    """The working days of all stages together."""
    return sum((stage.working_days for stage in production.stages), DayRange(0, 0))


def wait_days(production: Production) -> DayRange:
    """The calendar days of drying, firing and the like of all stages together."""
    return sum((stage.wait_days for stage in production.stages), DayRange(0, 0))


def cycle_days(production: Production) -> DayRange:
    """The production cycle in calendar days, the same on every day of the year (formula above)."""
    working, waiting = working_days(production), wait_days(production)
    return DayRange(-(-working.lowest * 7 // 5) + waiting.lowest, -(-working.highest * 7 // 5) + waiting.highest)


def queue_days(production: Production) -> DayRange:
    """Calendar days until the workshop has finished the orders that wait: as they flow, and in whole weeks."""
    if production.queue is None:
        return DayRange(0, 0)
    weeks = Fraction(production.queue.orders_waiting) / Fraction(production.queue.orders_per_week)
    return DayRange(floor(7 * weeks), 7 * ceil(weeks))


def _run(
    stages: tuple[Stage, ...], start: date, calendar: WorkCalendar, *, lowest: bool
) -> list[tuple[date, int, date]]:
    """Each stage's last day, the days that it waited for its season, and the day when that had come."""
    day = start
    ends: list[tuple[date, int, date]] = []
    for stage in stages:
        waited = 0
        if stage.season is not None and stage.season.force == "only":
            opened = _season_opens(stage.season, day)
            waited, day = (opened - day).days, opened
        begun = day
        working, waiting = stage.working_days, stage.wait_days
        day = calendar.add_working_days(day, working.lowest if lowest else working.highest)
        day += timedelta(days=waiting.lowest if lowest else waiting.highest)
        ends.append((day, waited, begun))
    return ends


def _season_opens(season: Season, day: date) -> date:
    while season.months and day.month not in season.months:
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day
