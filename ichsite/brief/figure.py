"""Figures: what one clause of a promise says, typed, so that a page and a terminal can each write it in their own way."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ichsite.model.limit import AnyLimit
from ichsite.model.span import DayRange, PriceRange


@dataclass(frozen=True)
class PriceFigure:
    """Money, from `range.lowest` to `range.highest` in minor units of `currency`."""

    range: PriceRange
    currency: str
    kind: Literal["price"] = "price"


@dataclass(frozen=True)
class SpanFigure:
    """Days: working days or calendar days."""

    days: DayRange
    of: Literal["working", "calendar"] = "calendar"
    kind: Literal["span"] = "span"


@dataclass(frozen=True)
class SizeFigure:
    """A size or a count, from `lowest` to `highest`, in a unit (`ichsite.model.option.Unit`) or a measure word of its own."""

    lowest: Decimal
    highest: Decimal
    unit: str | None = None
    word: str | None = None
    kind: Literal["size"] = "size"


@dataclass(frozen=True)
class TermFigure:
    """A term of the catalogue: `change`, `free`."""

    group: str
    key: str
    kind: Literal["term"] = "term"


@dataclass(frozen=True)
class ShareFigure:
    """So many of so many; the number always stands beside the share."""

    count: int
    of: int
    kind: Literal["share"] = "share"


@dataclass(frozen=True)
class SaidFigure:
    """The author's own words."""

    words: str
    kind: Literal["said"] = "said"


@dataclass(frozen=True)
class BoundFigure:
    """A limit between options; it is written with the labels of the promise that it stands in."""

    limit: AnyLimit
    kind: Literal["bound"] = "bound"


Figure = PriceFigure | SpanFigure | SizeFigure | TermFigure | ShareFigure | SaidFigure | BoundFigure


def money(minor: int, currency: str) -> PriceFigure | None:
    """An amount; None where it is nothing."""
    return PriceFigure(PriceRange(lowest=minor, highest=minor), currency) if minor else None


def count_figure(number: int) -> SizeFigure:
    """A number of things."""
    return SizeFigure(Decimal(number), Decimal(number))


def said_figure(words: str | None) -> SaidFigure | None:
    """The author's words; None where there are none."""
    return SaidFigure(words) if words is not None else None
