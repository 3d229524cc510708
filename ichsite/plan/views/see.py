"""The preview of an offer: what a wish looks like, as a sketch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ichsite.assess.share import Share
from ichsite.media.shape import Shape
from ichsite.model.option import Unit
from ichsite.model.tier import TierName

KnownThing = Literal["coin", "finger", "hand", "sheet", "door"]


@dataclass(frozen=True)
class ChanceView:
    """An outcome that the preview shows or names; `share` is None where the sample does not add up."""

    outcome: str
    name: str
    count: int
    share: Share | None


@dataclass(frozen=True)
class PlateView:
    """One drawing, whole in itself: every id, gradient and motif that it uses is in it. `chance` is the outcome that it
    stands for, None where it stands for none. Write it with `|shape`."""

    svg: Shape
    chance: ChanceView | None


@dataclass(frozen=True)
class FinestView:
    """Words in a preview: the option, the smallest height of a character and the finest line, in millimetres."""

    option: str
    label: str
    least: str
    line: str


@dataclass(frozen=True)
class BarView:
    """A size in a diagram, drawn as a line whose end goes with the option; places are in units of the diagram.

    `slot` is the line's `data-size`; `smallest` and `largest` are as written, in `unit`.
    """

    option: str
    label: str
    smallest: str
    largest: str
    unit: Unit
    y: float
    left: float
    least: float
    most: float
    slot: str


@dataclass(frozen=True)
class DiagramView:
    """The sizes of an offer without a drawing, as lines beside a thing that everybody knows, to one scale."""

    width: float
    height: float
    known: Shape
    bars: tuple[BarView, ...]


@dataclass(frozen=True)
class SeeView:
    """The preview of an offer: a drawing, or one for each of three outcomes (`plates`); else a `diagram`.

    `others` are the outcomes that are not drawn, `beside` the known things in the drawing, `finest` its words;
    `small_sample` says that shares mean little.
    """

    tier: TierName
    alt: str
    ai_generated: bool
    plates: tuple[PlateView, ...]
    diagram: DiagramView | None
    others: tuple[ChanceView, ...]
    beside: tuple[KnownThing, ...]
    finest: tuple[FinestView, ...]
    small_sample: bool
