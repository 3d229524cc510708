"""Production 制作: stages with their days, what the customer confirms, and the queue."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from ichsite.model.entry import entry
from ichsite.model.scalar import Amount, Day, Exact, OneOf, Text, Whole
from ichsite.model.span import NO_DAYS, DayRange, Days

Actor = Literal["master", "workshop", "customer", "partner"]
ACTOR_TERMS = OneOf(master="传承人", workshop="作坊", customer="买家", partner="外协")
Change = Literal["free", "paid", "ask", "none"]
CHANGE_TERMS = OneOf(free="免费可改", paid="付费可改", ask="可商量", none="不可再改")
SeasonForce = Literal["best", "only"]
SEASON_TERMS = OneOf(best="最宜", only="只能")


@entry
class Season:
    """Months (1–12) of a stage: `best` is said on the page, `only` makes the order wait for them."""

    months: tuple[Annotated[int, Whole(1, 12)], ...]
    force: Annotated[SeasonForce, SEASON_TERMS] = "best"
    reason: Annotated[str, Text(200)]


@entry
class Stage:
    """One stage. Work counts in working days, drying, firing and the like (`wait_days`) in calendar days after it.

    `change` says what a change at this stage means (Civil Code art. 777): free, paid, to be asked, or no more;
    `change_cost` is an amount, `change_percent` a share of the price; `revisions` is how many are included.
    """

    name: Annotated[str, Text(30)]
    working_days: Annotated[DayRange, Days()] = NO_DAYS
    wait_days: Annotated[DayRange, Days()] = NO_DAYS
    wait_for: Annotated[str, Text(60)] | None = None
    actor: Annotated[Actor, ACTOR_TERMS] = "workshop"
    season: Season | None = None
    confirms: Annotated[str, Text(100)] | None = None
    revisions: Annotated[int, Whole(0, 20)] = 0
    change: Annotated[Change, CHANGE_TERMS] = "none"
    change_cost: Annotated[int, Amount()] | None = None
    change_percent: Annotated[int, Whole(0, 100)] | None = None
    change_note: Annotated[str, Text(200)] | None = None


@entry
class Queue:
    """Orders that wait, how many the workshop finishes in a week, and the day on which they were counted."""

    orders_waiting: Annotated[int, Whole(0, 100_000)]
    orders_per_week: Annotated[Decimal, Exact(least=Decimal("0.1"), places=1)]
    counted: Annotated[date, Day()] | None = None


@entry
class Production:
    """The stages in their order; `shipping_days` are calendar days after dispatch."""

    stages: tuple[Stage, ...]
    shipping_days: Annotated[DayRange, Days(120)]
    queue: Queue | None = None
