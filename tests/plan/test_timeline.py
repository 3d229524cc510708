"""The timeline says what the window says: where its bars lie, whether they overlap, what its axis names."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest

from ichsite.assess.calendar import calendar_from
from ichsite.assess.window import Window, delivery_window
from ichsite.model.production import Production, Season, Stage
from ichsite.model.span import DayRange
from ichsite.plan.timeline import bars, place, plan_text, ticks, timeline
from tests.plan.productions import FIRST, any_day, any_production

CALENDAR = calendar_from(FIRST)
TODAY = date(2026, 11, 22)
SEEDS = range(300)


def made(seed: int) -> tuple[Production, Window]:
    chance = random.Random(seed)  # noqa: S311
    production = any_production(chance)
    return production, delivery_window(production, any_day(chance), CALENDAR)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_drawn_outside_of_the_figure(seed: int):
    view = timeline(*made(seed))
    drawn = [(bar.x, bar.width) for row in view.rows for bar in row.bars] + [(view.band_x, view.band_width)]
    assert all(x >= 0 and width > 0 and x + width <= 100.01 for x, width in drawn)
    assert all(0 <= row.confirms <= 100 for row in view.rows if row.confirms is not None)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_stage_ends_where_the_window_ends_it(seed: int):
    production, window = made(seed)
    total = max(window.days.highest, 1)
    rows = [row for row in timeline(production, window).rows if row.kind == "stage"]
    assert [row.stage for row in rows] == list(production.stages)
    for row, found in zip(rows, window.stages, strict=True):
        lasting = [bar for bar in row.bars if not bar.look.startswith("season")]
        if lasting and max(bar.width for bar in lasting) > 0.6:
            end = place((found.ends[1] - window.today).days, total) / 10
            assert max(bar.x + bar.width for bar in lasting) >= end - 0.01


def test_the_rows_are_the_queue_the_stages_and_the_way():
    production, window = made(3)
    view = timeline(production, window)
    kinds = [row.kind for row in view.rows]
    assert kinds == sorted(kinds, key=["queue", "stage", "ship"].index)


def test_what_is_sure_lies_within_what_may_be():
    may, sure = bars("work", (2, 8), (5, 12), 20)
    assert (may.look, may.x, may.x + may.width) == ("work", 10.0, 60.0)
    assert (sure.look, sure.x, sure.x + sure.width) == ("work sure", 25.0, 40.0)


def test_runs_that_do_not_meet_are_never_sure():
    assert [bar.look for bar in bars("work", (0, 3), (5, 9), 10)] == ["work"]


def test_one_run_for_both_is_only_sure():
    assert [bar.look for bar in bars("wait", (4, 6), (4, 6), 10)] == ["wait sure"]


def test_what_takes_no_day_is_not_drawn():
    assert list(bars("season", (4, 4), (6, 6), 10)) == []


def test_work_and_waiting_are_told_apart_without_colour():
    stage = Stage(name="拉坯", working_days=DayRange(2, 4), wait_days=DayRange(3, 5))
    production = Production(stages=(stage,), shipping_days=DayRange(2, 3))
    row = timeline(production, delivery_window(production, TODAY, calendar_from(TODAY))).rows[0]
    lanes = {bar.look.split()[0]: (bar.y, bar.height) for bar in row.bars}
    assert lanes["work"][0] + lanes["work"][1] <= lanes["wait"][0]
    assert lanes["work"][1] > 2 * lanes["wait"][1]


def test_waiting_for_a_season_is_drawn():
    stage = Stage(name="蜡染", working_days=DayRange(2, 4), season=Season(months=(3,), force="only", reason="春"))
    production = Production(stages=(stage,), shipping_days=DayRange(2, 3))
    row = timeline(production, delivery_window(production, TODAY, calendar_from(TODAY))).rows[0]
    assert next(bar.look for bar in row.bars) == "season sure"


@pytest.mark.parametrize("total", [1, 4, 9, 20, 45, 58, 59, 90, 200, 400, 900, 3000])
def test_the_names_on_the_axis_have_room(total: int):
    found = list(ticks(TODAY, total))
    assert found[0].x == 0
    assert 1 <= len(found) <= 5
    assert all(after.x - before.x >= 19.9 for before, after in pairwise(found))
    assert all(tick.day < TODAY + timedelta(days=total) or total == 1 for tick in found)


def test_the_axis_says_the_year_where_it_changes():
    forms = [(tick.day, tick.form) for tick in ticks(TODAY, 300)][1:]
    assert forms[0] == (date(2027, 4, 1), "year")
    assert {form for _, form in forms[1:]} == {"month"}


def test_the_plan_holds_what_the_window_needs():
    stages = (
        Stage(name="一", working_days=DayRange(1, 2), wait_days=DayRange(4, 5)),
        Stage(name="二", working_days=DayRange(3, 3), season=Season(months=(3, 4), force="only", reason="春")),
        Stage(name="三", working_days=DayRange(0, 1), season=Season(months=(9,), force="best", reason="秋")),
    )
    production = Production(stages=stages, shipping_days=DayRange(3, 5))
    assert plan_text(production, DayRange(7, 14)) == "7,14;1,2,4,5;3,3,0,0,3.4;0,1,0,0;3,5"
