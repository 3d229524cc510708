"""The outcome chart: bars that hold their interval, single pieces where they are few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.assess.share import outcome_shares
from ichsite.model.randomness import Outcome, Randomness, Sample
from ichsite.plan.chart import MOST_DOTS, outcome_chart
from ichsite.plan.views.figures import ChartView
from tests.render.samples import TODAY


def chart(*counts: int, small: bool = False, pieces: int | None = None) -> ChartView | None:
    outcomes = tuple(Outcome(id=f"o{at}", name=f"名{at}", words="说", count=count) for at, count in enumerate(counts))
    sample = Sample(pieces=sum(counts) if pieces is None else pieces, since=TODAY, until=TODAY)
    randomness = Randomness(controllability="low", by="firing", outcomes=outcomes, sample=sample)
    return outcome_chart(randomness, outcome_shares(randomness), small=small)


@given(st.lists(st.integers(0, 400), min_size=1, max_size=6).filter(any))
def test_the_bar_ends_inside_its_interval_and_the_interval_inside_the_axis(counts: list[int]):
    view = chart(*counts)
    assert view is not None
    for bar in view.bars:
        assert 0 <= bar.lowest <= bar.width + 0.6
        assert bar.width - 0.6 <= bar.highest <= 100
    assert view.ticks[0] == (0.0, 0)
    assert view.ticks[-1] == (100.0, view.most)


def test_the_demonstration_case():
    view = chart(96, 187, 78, 51)
    assert view is not None
    first = view.bars[0]
    assert (first.count, view.pieces, view.most) == (96, 412, 60)
    assert (first.per_mille, first.lowest_per_mille, first.highest_per_mille) == (233, 194, 277)
    assert (first.lowest, first.width, first.highest) == (32.3, 38.8, 46.2)


def test_no_chart_without_a_sample_that_adds_up():
    assert chart(3, 4, pieces=9) is None


@pytest.mark.parametrize(("counts", "drawn"), [((3, 9), True), ((0, 12), True), ((30, 40), False)])
def test_few_pieces_are_drawn_one_by_one(counts: tuple[int, ...], drawn: bool):
    view = chart(*counts, small=True)
    assert view is not None
    assert view.small
    assert drawn == (view.pieces <= MOST_DOTS)
    assert [len(bar.dots) for bar in view.bars] == (list(counts) if drawn else [0, 0])
    for bar in view.bars:
        assert len(set(bar.dots)) == len(bar.dots)
        assert all(x < 260 and y < bar.dots_height for x, y in bar.dots)
