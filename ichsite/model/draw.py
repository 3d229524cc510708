"""A draw 开窑抽签: pieces handed out by lot. It is not the variance of a chosen piece and never mixes with it.

Source: 盲盒经营行为规范指引 (2023): rules and odds are shown; nobody under 8, a guardian's consent from 8 on.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from ichsite.model.entry import entry
from ichsite.model.scalar import Amount, Exact, Text, Whole


@entry
class Lot:
    """One thing that may be drawn, with its odds in percent and what it is worth."""

    name: Annotated[str, Text(40)]
    odds_percent: Annotated[Decimal, Exact(most=Decimal(100))]
    worth: Annotated[int, Amount()]


@entry
class Draw:
    """A draw with its price, its rules, the least age of who may take part, and the notice about it."""

    title: Annotated[str, Text(60)]
    price: Annotated[int, Amount()]
    lots: tuple[Lot, ...]
    rules: Annotated[str, Text(600, lines=True)]
    least_age: Annotated[int, Whole(0, 99)]
    age_notice: Annotated[str, Text(200)]
