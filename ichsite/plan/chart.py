"""The outcomes of a sample as a chart: bars with the 95 % Wilson interval, or every piece where they are few."""

from __future__ import annotations

from ichsite.assess.share import Share
from ichsite.model.randomness import Randomness
from ichsite.plan.views.figures import ChartBar, ChartView

DOT, DOTS_IN_ROW, MOST_DOTS = 12, 20, 60
"""Pixels from one piece to the next; 20 fit a phone; more than 60 nobody counts."""
AXES = (20, 40, 60, 80, 100)


def outcome_chart(randomness: Randomness, shares: tuple[Share, ...], *, small: bool) -> ChartView | None:
    """The chart; None without a sample that adds up. The axis ends where the widest interval has room."""
    if randomness.sample is None or not shares:
        return None
    highest = max(share.highest_per_mille for share in shares)
    most = next(axis for axis in AXES if axis * 10 >= highest or axis == AXES[-1])
    names = {one.id: one.name for one in randomness.outcomes}
    drawn = small and randomness.sample.pieces <= MOST_DOTS
    bars = tuple(_bar(share, names[share.outcome], most, drawn=drawn) for share in shares)
    ticks = tuple((100.0 * step / 4, most * step // 4) for step in range(5))
    return ChartView(randomness.sample.pieces, small, most, ticks, bars)


def _bar(share: Share, name: str, most: int, *, drawn: bool) -> ChartBar:
    dots = tuple(
        (DOT // 2 + at % DOTS_IN_ROW * DOT, DOT // 2 + at // DOTS_IN_ROW * DOT)
        for at in range(share.count if drawn else 0)
    )
    return ChartBar(
        share.outcome,
        name,
        share.count,
        share.per_mille,
        share.lowest_per_mille,
        share.highest_per_mille,
        round(share.per_mille * 10 / most, 1),
        round(share.lowest_per_mille * 10 / most, 1),
        round(min(share.highest_per_mille, most * 10) * 10 / most, 1),
        dots,
        DOT * -(-len(dots) // DOTS_IN_ROW),
    )
