"""Production as a timeline: one row a stage, from the day of the confirmation to the latest delivery.

Every stretch of days is known twice: as it runs when all goes fast, and when all goes slowly. Where the two
overlap the stage is certainly at work; from the first day of the one to the last of the other it may be.
`themes/default/static/js/dates.js` draws the same figure for another day, number by number: places are whole
per mille of the way, rounded half up by integers, so that both engines agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ichsite.assess.window import Window
from ichsite.model.production import Production
from ichsite.model.span import DayRange
from ichsite.plan.views.figures import Bar, BarKind, Tick, TimelineRow, TimelineView

Stretch = tuple[int, int]
"""From one day to another, counted from today."""

LANES: dict[BarKind, tuple[int, int]] = {
    "queue": (3, 4),
    "season": (3, 4),
    "work": (0, 10),
    "wait": (12, 4),
    "ship": (3, 4),
}
"""Top and height in pixels: work and waiting lie on two lanes, for they may overlap in what may be."""
NARROWEST = 6
"""Per mille: less would not be seen."""
DAY_STEPS = (1, 2, 7, 14)
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60)
TICK_ROOM = 240
"""Per mille between two ticks: what a date needs on a phone."""
FIRST_TICK, LAST_TICK = 200, 780


def timeline(production: Production, window: Window) -> TimelineView:
    """The figure of one offer."""
    total = max(window.days.highest, 1)
    band, end = place(window.days.lowest, total), place(window.days.highest, total)
    width = max(end - band, NARROWEST)
    rows = tuple(_rows(production, window, total))
    return TimelineView(rows, tuple(ticks(window.today, total)), min(band, 1000 - width) / 10, width / 10)


def plan_text(production: Production, queue: DayRange) -> str:
    """The offer as script counts with it: `queue;stage;…;shipping`, whole days from,to.

    A stage is `work,work,wait,wait`, then its months where it is made in them only: `1,2,4,5,3.4`.
    """
    stages = (
        f"{stage.working_days.lowest},{stage.working_days.highest},{stage.wait_days.lowest},{stage.wait_days.highest}"
        + (f",{'.'.join(map(str, stage.season.months))}" if stage.season and stage.season.force == "only" else "")
        for stage in production.stages
    )
    way = production.shipping_days
    return ";".join((f"{queue.lowest},{queue.highest}", *stages, f"{way.lowest},{way.highest}"))


def place(day: int, total: int) -> int:
    """Per mille of the way, rounded half up."""
    return (2000 * day + total) // (2 * total)


def ticks(today: date, total: int) -> Iterator[Tick]:
    """Today, then days or months so far apart that their names have room."""
    yield Tick(0.0, today, "day")
    for step in DAY_STEPS:
        if 1000 * step >= TICK_ROOM * total:
            for days in range(step, total, step):
                if FIRST_TICK <= place(days, total) <= LAST_TICK:
                    yield Tick(place(days, total) / 10, today + timedelta(days=days), "day")
            return
    step = next((one for one in MONTH_STEPS if 30_000 * one >= TICK_ROOM * total), MONTH_STEPS[-1])
    year, month = today.year, today.year * 12 + today.month
    while (day := date(month // 12, month % 12 + 1, 1)) < today + timedelta(days=total):
        at = place((day - today).days, total)
        if month % step == 0 and FIRST_TICK <= at <= LAST_TICK:
            yield Tick(at / 10, day, "month" if day.year == year else "year")
            year = day.year
        month += 1


def bars(kind: BarKind, fast: Stretch, slow: Stretch, total: int) -> Iterator[Bar]:
    """Where something may go on, and within it where it surely does; nothing where it takes no day."""
    runs = [run for run in (fast, slow) if run[1] > run[0]]
    if not runs:
        return
    may = (min(run[0] for run in runs), max(run[1] for run in runs))
    sure = (slow[0], fast[1]) if len(runs) == 2 and fast[1] > slow[0] else None
    if sure != may:
        yield _bar(kind, may, total, sure=False)
    if sure is not None:
        yield _bar(kind, sure, total, sure=True)


def _rows(production: Production, window: Window, total: int) -> Iterator[TimelineRow]:
    queue, way = window.queue_days, production.shipping_days
    if queue.highest:
        begin = (window.today + timedelta(days=queue.lowest), window.today + timedelta(days=queue.highest))
        drawn = tuple(bars("queue", (0, queue.lowest), (0, queue.highest), total))
        yield TimelineRow("queue", 0, None, queue, begin, drawn, None)
    fast, slow = queue.lowest, queue.highest
    for number, (stage, found) in enumerate(zip(production.stages, window.stages, strict=True), 1):
        begun = tuple((day - window.today).days for day in found.begins)
        ended = tuple((day - window.today).days for day in found.ends)
        worked = (ended[0] - stage.wait_days.lowest, ended[1] - stage.wait_days.highest)
        drawn = (
            *bars("season", (fast, begun[0]), (slow, begun[1]), total),
            *bars("work", (begun[0], worked[0]), (begun[1], worked[1]), total),
            *bars("wait", (worked[0], ended[0]), (worked[1], ended[1]), total),
        )
        asked = place(ended[0], total) / 10 if stage.confirms else None
        yield TimelineRow("stage", number, stage, stage.working_days, found.ends, drawn, asked)
        fast, slow = ended
    if way.highest:
        drawn = tuple(bars("ship", (fast, fast + way.lowest), (slow, slow + way.highest), total))
        yield TimelineRow("ship", 0, None, way, window.delivered, drawn, None)


def _bar(kind: BarKind, stretch: Stretch, total: int, *, sure: bool) -> Bar:
    first, last = place(stretch[0], total), place(stretch[1], total)
    width = max(last - first, NARROWEST)
    top, height = LANES[kind]
    return Bar(f"{kind} sure" if sure else kind, min(first, 1000 - width) / 10, top, width / 10, height)
