"""Scale drawings: for lengths only, true to scale, beside a thing of their own size."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from ichsite.model.option import ChoiceOption, ChoiceValue, NumberOption, Reason, TextOption, Unit
from ichsite.plan.scale import GROUND, TALL, scales_of
from ichsite.plan.views.figures import ScaleView
from tests.render.samples import craft_view

REASON = Reason(basis="physical", words="因为")
OFFER = craft_view().offers[0].offer


def drawn(*options: Any) -> dict[str, ScaleView]:
    from dataclasses import replace

    return scales_of(replace(OFFER, options=options))


def number(lowest: str, highest: str, unit: Unit) -> NumberOption:
    return NumberOption(
        kind="number", id="n", label="数", unit=unit, lowest=Decimal(lowest), highest=Decimal(highest), step=Decimal(1), reason=REASON
    )  # fmt: skip


def tall(path: str) -> float:
    found = re.match(r"M[\d.]+ ([\d.]+)h", path)
    assert found
    return GROUND - float(found[1])


@pytest.mark.parametrize(
    ("lowest", "highest", "unit", "reference", "known_mm"),
    [
        ("10", "45", "mm", "finger", 40),
        ("40", "110", "mm", "hand", 180),
        ("18", "32", "cm", "hand", 180),
        ("50", "110", "cm", "sheet", 297),
        ("1.2", "1.8", "m", "door", 2000),
        ("2", "2.4", "m", "door", 2000),
    ],
)
def test_sizes_stand_beside_a_thing_of_their_magnitude(
    lowest: str, highest: str, unit: Unit, reference: str, known_mm: int
):
    view = drawn(number(lowest, highest, unit))["n"]
    assert view.reference == reference
    small, large = map(tall, view.sizes)
    assert large / small == pytest.approx(float(Decimal(highest) / Decimal(lowest)), rel=0.02)
    millimetres = float(Decimal(highest) * {"mm": 1, "cm": 10, "m": 1000}[unit])
    assert large == pytest.approx(TALL * millimetres / max(millimetres, known_mm), abs=0.1)
    assert (view.smallest.size, view.largest.size, view.largest.unit) == (lowest, highest, unit)


@pytest.mark.parametrize("unit", ["g", "ml", "piece", "colour"])
def test_what_is_no_length_is_not_drawn(unit: Unit):
    assert drawn(number("1", "9", unit)) == {}


def test_a_choice_is_drawn_from_its_measures():
    values = tuple(ChoiceValue(id=f"v{size}", label="值", measure=Decimal(size)) for size in (0, 18, 20, 10))
    option = ChoiceOption(kind="choice", id="c", label="选", values=values, unit="mm", reason=REASON)
    view = drawn(option)["c"]
    assert (view.smallest.size, view.largest.size) == ("10", "20")
    assert len(view.sizes) == 2


def test_a_character_is_a_box_at_its_true_size():
    option = TextOption(
        kind="text", id="t", label="字", most_characters=4, scripts=("han",), character_mm=Decimal(8), reason=REASON
    )
    view = drawn(option)["t"]
    assert view.box is not None
    assert view.sizes == ()
    assert view.box[2] == pytest.approx(TALL * 8 / 40, abs=0.1)
    assert view.box[1] + view.box[2] == pytest.approx(GROUND, abs=0.1)


@pytest.mark.parametrize("size", ["0", "0.0"])
def test_a_size_of_nothing_is_not_drawn(size: str):
    assert drawn(number(size, size, "mm")) == {}
