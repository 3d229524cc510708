"""Scale drawings: the sizes that an option allows, beside a thing that everybody knows.

A screen's millimetres are not true, so a drawing is to scale in itself and says so. The known things are of
their usual sizes, which nobody's own has to be: a finger 16 mm wide beside a square of 1 cm, a grown-up's hand
180 mm long, a sheet of A4 (ISO 216), a door of 2 m by 0.9 m.
"""

from __future__ import annotations

from decimal import Decimal
from math import ceil

from ichsite.model.offer import Offer
from ichsite.model.option import AnyOption, ChoiceOption, NumberOption, TextOption, Unit
from ichsite.plan.views.figures import Measured, Reference, ScaleView

MILLIMETRES: dict[Unit, Decimal] = {"mm": Decimal(1), "cm": Decimal(10), "m": Decimal(1000)}
KNOWN: tuple[tuple[int, Reference, int, int], ...] = (
    (60, "finger", 16, 40),
    (450, "hand", 80, 180),
    (1200, "sheet", 210, 297),
    (1_000_000, "door", 900, 2000),
)
"""Up to how many millimetres it is drawn beside what, and that thing's width and height in millimetres."""
TALL, GROUND = 72, 73
"""Pixels: the tallest thing drawn, and the line that all stand on."""
GAP, SERIF = 18, 4
SQUARE_MM = 10
_HAND = (
    (0.28, 0.0), (0.25, 0.22), (0.0, 0.48), (0.07, 0.54), (0.24, 0.4), (0.24, 0.88), (0.4, 0.88), (0.4, 0.55), (0.43, 0.55),
    (0.43, 1.0), (0.6, 1.0), (0.6, 0.55), (0.63, 0.55), (0.63, 0.92), (0.78, 0.92), (0.78, 0.5), (0.81, 0.5), (0.81, 0.76),
    (0.96, 0.76), (0.96, 0.3), (0.8, 0.1), (0.8, 0.0),
)  # fmt: skip
"""A hand's outline, from 0 to 1 across and up."""


def scales_of(offer: Offer) -> dict[str, ScaleView]:
    """The drawings of an offer's options, by the option's id; only for those that mean a length."""
    return {option.id: drawn for option in offer.options if (drawn := _scale(option)) is not None}


def _scale(option: AnyOption) -> ScaleView | None:
    if isinstance(option, TextOption):
        return _drawing(option.character_mm, option.character_mm, "mm", character=True)
    if isinstance(option, NumberOption):
        return _drawing(option.lowest, option.highest, option.unit)
    if isinstance(option, ChoiceOption) and option.unit is not None and option.at_most == 1:
        sizes = [value.measure for value in option.values if value.measure]
        return _drawing(min(sizes), max(sizes), option.unit) if sizes else None
    return None


def _drawing(lowest: Decimal, highest: Decimal, unit: Unit, *, character: bool = False) -> ScaleView | None:
    if unit not in MILLIMETRES or highest <= 0:
        return None
    low, high = (float(size * MILLIMETRES[unit]) for size in (lowest, highest))
    reference, across, tall = next(row[1:] for row in KNOWN if high <= row[0] or row is KNOWN[-1])
    scale = TALL / max(tall, high)
    known, right = _known(reference, across * scale, tall * scale, SQUARE_MM * scale)
    both = 0 < low < high and not character
    sizes = tuple(
        _measure(right + GAP * (at + 1), size * scale) for at, size in enumerate([low, high] if both else [high])
    )
    side = _px(high * scale)
    return ScaleView(
        reference,
        ceil(right + GAP + (side if character else (len(sizes) - 1) * GAP + SERIF) + 1),
        GROUND + 1,
        known,
        () if character else sizes,
        (_px(right + GAP), _px(GROUND - side), side) if character else None,
        Measured(_plain(lowest if both else highest), unit),
        Measured(_plain(highest), unit),
    )


def _known(reference: Reference, across: float, tall: float, square: float) -> tuple[str, float]:
    """The outline of a known thing that stands on the ground, and its right end."""
    if reference == "finger":
        round_ = across / 2
        finger = (
            f"M1 {GROUND}v{_px(round_ - tall)}a{_px(round_)} {_px(round_)} 0 0 1 {_px(across)} 0v{_px(tall - round_)}"
        )
        left = across + GAP / 2
        return f"{finger}M{_px(left)} {GROUND}{_box(square, square)}", left + square
    if reference == "hand":
        points = " ".join(f"{_px(1 + x * across)} {_px(GROUND - y * tall)}" for x, y in _HAND)
        return f"M{points}z", across
    knob = f"M{_px(across * 0.86)} {_px(GROUND - tall / 2)}v3" if reference == "door" else ""
    return f"M1 {GROUND}{_box(across, tall)}{knob}", across + 1


def _measure(x: float, tall: float) -> str:
    """A size as a line between two strokes; as a bar of that height where these would touch."""
    if tall < SERIF * 2:
        return f"M{_px(x - SERIF)} {_px(GROUND - tall)}h8V{GROUND}h-8z"
    return f"M{_px(x - SERIF)} {_px(GROUND - tall)}h8m-4 0V{GROUND}m-4 0h8"


def _box(across: float, tall: float) -> str:
    return f"v{_px(-tall)}h{_px(across)}v{_px(tall)}z"


def _px(length: float) -> float:
    return round(length, 1)


def _plain(size: Decimal) -> str:
    """In plain digits without trailing zeros."""
    return format(size.normalize(), "f")
