"""Randomness 定制可控性: what nobody can promise, with the cases that show it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from ichsite.model.entry import entry
from ichsite.model.naming import Identifier
from ichsite.model.picture import Picture
from ichsite.model.scalar import Day, Exact, OneOf, Text, Whole

Controllability = Literal["high", "low"]
CONTROLLABILITY_TERMS = OneOf(high="高", low="低")
Chance = Literal["none", "firing", "dyeing", "other"]
CHANCE_TERMS = OneOf(none="无", firing="烧成", dyeing="染色", other="其他")
ToleranceUnit = Literal["percent", "mm", "cm", "g"]
TOLERANCE_TERMS = OneOf(percent="百分之", mm="毫米", cm="厘米", g="克")


@entry
class Factor:
    """Something that decides the result and that nobody holds in hand, such as the air in the kiln."""

    name: Annotated[str, Text(40)]
    effect: Annotated[str, Text(200)]


@entry
class Tolerance:
    """Plus/minus what is promised, for one thing measured."""

    what: Annotated[str, Text(40)]
    plus_minus: Annotated[Decimal, Exact()]
    unit: Annotated[ToleranceUnit, TOLERANCE_TERMS]


@entry
class Outcome:
    """One kind of result that came out of the kiln or the vat, and how often."""

    id: Identifier
    name: Annotated[str, Text(30)]
    words: Annotated[str, Text(300)]
    count: Annotated[int, Whole()]
    picture: Picture | None = None


@entry
class Sample:
    """What the outcomes were counted among: so many pieces, from one day to another."""

    pieces: Annotated[int, Whole(1)]
    since: Annotated[date, Day()]
    until: Annotated[date, Day()]
    note: Annotated[str, Text(200)] | None = None


@entry
class Alternative:
    """What the buyer may choose instead while the design is still open."""

    name: Annotated[str, Text(30)]
    words: Annotated[str, Text(200)]


@entry
class Randomness:
    """`by` is where the chance comes from; firing and dyeing have duties of their own."""

    controllability: Annotated[Controllability, CONTROLLABILITY_TERMS]
    by: Annotated[Chance, CHANCE_TERMS] = "none"
    factors: tuple[Factor, ...] = ()
    tolerances: tuple[Tolerance, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    sample: Sample | None = None
    alternatives: tuple[Alternative, ...] = ()
    outside: Annotated[str, Text(400)] | None = None
