"""Productions from a seed: as authors write them, and stranger."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

from ichsite.model.production import Production, Queue, Season, Stage
from ichsite.model.span import DayRange

FIRST, DAYS = date(2025, 12, 20), 400


def any_production(chance: random.Random) -> Production:
    """One to six stages, some in their season only, some with a queue; a few are much longer than any workshop's."""
    stages = tuple(_stage(chance, number) for number in range(chance.randint(1, 6)))
    queue = None
    if chance.random() < 0.6:
        per_week = Decimal(chance.randint(1, 200)) / 10
        queue = Queue(orders_waiting=chance.choice((0, 1, 3, 9, 40)), orders_per_week=per_week)
    return Production(stages=stages, shipping_days=_span(chance, 6), queue=queue)


def any_day(chance: random.Random) -> date:
    """A day of the years whose holidays are known, or soon after."""
    return FIRST + timedelta(days=chance.randrange(DAYS))


def _stage(chance: random.Random, number: int) -> Stage:
    season = None
    if chance.random() < 0.3:
        months = tuple(sorted(chance.sample(range(1, 13), chance.randint(0, 4))))
        season = Season(months=months, force=chance.choice(("only", "only", "best")), reason="时令")
    long = chance.random() < 0.03
    return Stage(
        name=f"工序{number}",
        working_days=_span(chance, 120 if long else 12),
        wait_days=_span(chance, 90 if long else 12) if chance.random() < 0.5 else DayRange(0, 0),
        season=season,
        confirms="样" if chance.random() < 0.2 else None,
    )


def _span(chance: random.Random, most: int) -> DayRange:
    return DayRange(*sorted((chance.randint(0, most), chance.randint(0, most))))
