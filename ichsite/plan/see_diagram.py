"""The diagram of an offer without a drawing: each of its sizes as a line beside a thing that everybody knows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ichsite.media.drawing import plain_number
from ichsite.media.shape import Shape
from ichsite.model.offer import Offer
from ichsite.model.option import AnyOption, ChoiceOption, NumberOption, SizeTableOption, Unit
from ichsite.plan.known_things import SIZES, known_thing, thing_for
from ichsite.plan.scale import MILLIMETRES
from ichsite.plan.views.see import BarView, DiagramView

WIDTH = 320.0
"""Units across; on a phone one is about a pixel, so that the labels keep their size."""
ROW, GAP, EDGE = 40.0, 18.0, 4.0

_Size = tuple[str, str, Decimal, Decimal, Unit]


def diagram_of(offer: Offer) -> DiagramView | None:
    """The diagram; None where no option means a length."""
    sizes = [size for option in offer.options for size in _sizes(option) if size[4] in MILLIMETRES and size[3] > 0]
    if not sizes:
        return None
    longest = max(float(high * MILLIMETRES[unit]) for _, _, _, high, unit in sizes)
    thing = thing_for(longest)
    across, tall = SIZES[thing]
    # one scale for both: the thing at the left, the longest line to the right edge
    scale = min((WIDTH - GAP - 2 * EDGE) / (across + longest), 260 / tall)
    left = EDGE + across * scale + GAP
    height = max(tall * scale + 2 * EDGE, ROW * len(sizes) + EDGE)
    bars = tuple(_bar(size, at, left, scale) for at, size in enumerate(sizes))
    place = f"translate({plain_number(EDGE)} {plain_number(height - EDGE)}) scale({plain_number(scale)})"
    known = Shape("g", (("transform", place),), known_thing(thing, WIDTH / 2 / scale))
    return DiagramView(WIDTH, round(height, 1), known, bars)


def _sizes(option: AnyOption) -> Iterator[_Size]:
    if isinstance(option, NumberOption):
        yield option.id, option.label, option.lowest, option.highest, option.unit
    elif isinstance(option, SizeTableOption):
        for line in option.measures:
            yield f"{option.id}.{line.id}", line.label, line.lowest, line.highest, option.unit
    elif isinstance(option, ChoiceOption) and option.unit is not None:
        measures = [value.measure for value in option.values if value.measure]
        if measures:
            yield option.id, option.label, min(measures), max(measures), option.unit


def _bar(size: _Size, at: int, left: float, scale: float) -> BarView:
    name, label, low, high, unit = size
    least, most = (left + float(one * MILLIMETRES[unit]) * scale for one in (low, high))
    longest = float(high * MILLIMETRES[unit])
    slot = f"x2 {name} 0 {plain_number(longest)} {plain_number(left)} {plain_number(most)}"
    return BarView(
        name,
        label,
        format(low.normalize(), "f"),
        format(high.normalize(), "f"),
        unit,
        ROW * at + 30,
        round(left, 1),
        round(least, 1),
        round(most, 1),
        slot,
    )
