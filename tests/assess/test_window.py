"""Delivery windows: stages, seasons, the queue, and the cycle that no season changes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.assess.calendar import calendar_from
from ichsite.assess.verdicts import cycle_verdict
from ichsite.assess.window import Window, cycle_days, delivery_window, queue_days
from ichsite.model.production import Production, Queue, Season, Stage
from ichsite.model.site import CycleCutoffs
from ichsite.model.span import DayRange

TODAY = date(2026, 11, 22)
CALENDAR = calendar_from(TODAY)
SPANS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: DayRange(*sorted(pair)))
STAGES = st.lists(
    st.builds(Stage, name=st.just("工序"), working_days=SPANS, wait_days=SPANS), min_size=1, max_size=6
).map(tuple)


def production(*stages: Stage, shipping: DayRange = DayRange(0, 0), queue: Queue | None = None) -> Production:  # noqa: B008
    return Production(stages=stages, shipping_days=shipping, queue=queue)


def stage(working: tuple[int, int] = (0, 0), waiting: tuple[int, int] = (0, 0), season: Season | None = None) -> Stage:
    return Stage(name="工序", working_days=DayRange(*working), wait_days=DayRange(*waiting), season=season)


def window(*stages: Stage, today: date = TODAY, queue: Queue | None = None) -> Window:
    return delivery_window(production(*stages, queue=queue), today, calendar_from(today))


def test_stages_follow_each_other() -> None:
    found = window(stage((1, 2)), stage((0, 0), (3, 5)), stage((1, 1)))
    assert [one.ends for one in found.stages] == [
        (date(2026, 11, 23), date(2026, 11, 24)),
        (date(2026, 11, 26), date(2026, 11, 29)),
        (date(2026, 11, 27), date(2026, 11, 30)),
    ]
    assert found.days == DayRange(5, 8)


def test_the_spring_festival_makes_a_window_longer_and_leaves_the_cycle() -> None:
    before, plain = window(stage((5, 5)), today=date(2026, 2, 13)), window(stage((5, 5)), today=date(2026, 3, 13))
    assert before.days.highest > plain.days.highest == 7
    assert before.cycle_days == plain.cycle_days == DayRange(7, 7)


def test_an_only_season_waits_for_its_month() -> None:
    spring = Season(months=(3, 4), force="only", reason="春天的水")
    found = window(stage((0, 0), (2, 2), spring))
    assert found.season_wait_days == DayRange(99, 99)
    assert found.ready == (date(2027, 3, 3), date(2027, 3, 3))
    assert found.cycle_days == DayRange(2, 2)


def test_a_season_that_is_on_does_not_wait() -> None:
    assert window(stage((1, 1), season=Season(months=(11,), force="only", reason="秋"))).season_wait_days.highest == 0


def test_the_best_season_is_only_said() -> None:
    assert window(stage((1, 1), season=Season(months=(3,), force="best", reason="春"))).season_wait_days.highest == 0


def test_a_season_without_months_does_not_hang() -> None:
    assert window(stage((1, 1), season=Season(months=(), force="only", reason="没写"))).days.lowest == 1


@pytest.mark.parametrize(
    ("waiting", "per_week", "days"),
    [
        (0, "2", (0, 0)),
        (1, "2", (3, 7)),
        (2, "2", (7, 7)),
        (3, "2", (10, 14)),
        (3, "0.1", (210, 210)),
        (9, "8", (7, 14)),
    ],
)
def test_the_queue_as_it_flows_and_in_whole_weeks(waiting: int, per_week: str, days: tuple[int, int]) -> None:
    queue = Queue(orders_waiting=waiting, orders_per_week=Decimal(per_week))
    assert queue_days(production(stage(), queue=queue)) == DayRange(*days)


def test_the_queue_moves_both_days() -> None:
    queue = Queue(orders_waiting=4, orders_per_week=Decimal(2))
    found, free = window(stage((1, 1)), queue=queue), window(stage((1, 1)))
    assert found.days.lowest == free.days.lowest + 14
    assert found.days.highest == free.days.highest + 14


@pytest.mark.parametrize(
    ("days", "verdict"), [(7, "fit"), (8, "communicate"), (30, "communicate"), (31, "unfit"), (45, "unfit")]
)
def test_the_class_at_its_cutoffs(days: int, verdict: str) -> None:
    assert cycle_verdict(window(stage((0, 0), (1, days))), CycleCutoffs()).cycle == verdict


@given(STAGES, st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_windows_run_forward(stages: tuple[Stage, ...], today: date) -> None:
    found = delivery_window(production(*stages, shipping=DayRange(1, 3)), today, CALENDAR)
    assert today < found.delivered[0] <= found.delivered[1]
    for bound in (0, 1):
        ends = [one.ends[bound] for one in found.stages]
        assert ends == sorted(ends)
    assert found.delivered[1] == found.ready[1] + timedelta(days=3)


@given(STAGES)
def test_the_cycle_is_its_formula(stages: tuple[Stage, ...]) -> None:
    work = sum(one.working_days.highest for one in stages)
    wait = sum(one.wait_days.highest for one in stages)
    assert cycle_days(production(*stages)).highest == ceil(Decimal(work) * 7 / 5) + wait
