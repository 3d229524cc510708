"""Figures of a craft's page as numbers: a template loops over them and adds nothing.

Across, everything is in per cent of the figure's width, so that a figure fits a phone and a desk without
scaling its text; up and down it is in CSS pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from ichsite.model.option import Unit
from ichsite.model.production import Stage
from ichsite.model.span import DayRange
from ichsite.text.address import UrlPath

BarKind = Literal["queue", "season", "work", "wait", "ship"]
RowKind = Literal["queue", "stage", "ship"]
TickForm = Literal["day", "month", "year"]
Reference = Literal["finger", "hand", "sheet", "door"]


@dataclass(frozen=True)
class ClockView:
    """What script needs to count a page's dates from the reader's day; `offset` is minutes east of UTC on the build's day."""

    zone: str
    offset: int
    calendar: UrlPath


class Bar(NamedTuple):
    """A stretch of days: `work sure` where work goes on however fast or slow the stages run, `work` where it may go on.

    A tuple, for a template takes one apart faster than it asks a value for six fields, and a page has fifty.
    """

    look: str
    x: float
    y: int
    width: float
    height: int


class Tick(NamedTuple):
    """A day on the axis; said as `12月6日`, `12月` or `2027年1月`."""

    x: float
    day: date
    form: TickForm


@dataclass(frozen=True)
class TimelineRow:
    """The queue, a stage (numbered from 1), or the way. `confirms` is where the buyer may first be asked."""

    kind: RowKind
    number: int
    stage: Stage | None
    days: DayRange
    ends: tuple[date, date]
    bars: tuple[Bar, ...]
    confirms: float | None


@dataclass(frozen=True)
class TimelineView:
    """Production from the day of the confirmation (0) to the latest delivery (100); `band` is the delivery window."""

    rows: tuple[TimelineRow, ...]
    ticks: tuple[Tick, ...]
    band_x: float
    band_width: float


@dataclass(frozen=True)
class ChartBar:
    """An outcome with its share as a bar and the ends of its 95 % interval; per mille and per cent of the axis.

    `dots` are the places of single pieces in a small sample: x and y in pixels.
    """

    outcome: str
    name: str
    count: int
    per_mille: int
    lowest_per_mille: int
    highest_per_mille: int
    width: float
    lowest: float
    highest: float
    dots: tuple[tuple[int, int], ...]
    dots_height: int


@dataclass(frozen=True)
class ChartView:
    """The outcomes of a sample side by side; `most` is the right end of the axis in per cent.

    `small` where the pieces are too few for a share to mean much; then no share is said and, where they fit,
    every piece is drawn.
    """

    pieces: int
    small: bool
    most: int
    ticks: tuple[tuple[float, int], ...]
    bars: tuple[ChartBar, ...]


@dataclass(frozen=True)
class Measured:
    """A size in words: its number as written and its unit."""

    size: str
    unit: Unit


@dataclass(frozen=True)
class ScaleView:
    """The smallest and the largest size beside a thing that everybody knows, drawn to one scale in pixels.

    `known` and `sizes` are outlines as SVG paths have them; `box` is the left, top and side of the square that a
    character stands in, None where no character is meant. `smallest` equals `largest` where there is one size.
    """

    reference: Reference
    width: int
    height: int
    known: str
    sizes: tuple[str, ...]
    box: tuple[float, float, float] | None
    smallest: Measured
    largest: Measured
