"""The dearest order: as dear as trying every order shows, and nothing is claimed where that cannot be known."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from ichsite.assess.satisfy import dearest
from ichsite.assess.wish import refusals
from ichsite.decode.compose import compose
from ichsite.decode.typed import typed
from ichsite.model.offer import Customization, Offer

REASON = "reason: {basis: physical, words: 试出来的}"
OPTIONS = f"""
      - {{kind: number, id: width, label: 宽, unit: mm, lowest: 10, highest: 16, step: 2, adds_per_step: 7, {REASON}}}
      - {{kind: text, id: words, label: 刻字, most_characters: 4, scripts: [han], character_mm: 2, adds: 20, adds_per_character: 3, {REASON}}}
      - {{kind: choice, id: rim, label: 边, values: [{{id: plain, label: 素边}}, {{id: wide, label: 宽边, adds: 50}}], {REASON}}}
      - {{kind: colour, id: paint, label: 彩, at_most: 2, palette: [{{id: a, label: 甲, value: "#224488", adds: 5}}, {{id: b, label: 乙, value: "#224488", adds: 9}}, {{id: c, label: 丙, value: "#224488"}}], {REASON}}}
      - {{kind: size-table, id: body, label: 尺寸, unit: cm, step: 1, adds: 30, measures: [{{id: neck, label: 颈, lowest: 30, highest: 31}}, {{id: wrist, label: 腕, lowest: 12, highest: 13}}], {REASON}}}
"""
WAYS: dict[str, list[tuple[tuple[str, ...], int]]] = {
    "width": [((), 0), *[((str(10 + 2 * n),), 7 * n) for n in range(4)]],
    "words": [((), 0), *[(("字" * n,), 20 + 3 * n) for n in range(1, 5)]],
    "rim": [((), 0), (("plain",), 0), (("wide",), 50)],
    "paint": [((), 0), (("a",), 5), (("b",), 9), (("c",), 0), (("a", "b"), 14), (("a", "c"), 5), (("b", "c"), 9)],
    "body.neck": [((), 0), (("30",), 0), (("31",), 0)],
    "body.wrist": [((), 0), (("12",), 0), (("13",), 0)],
}


def offer(*limits: str) -> Offer:
    lines = "".join(f"\n      - {{{limit}, {REASON}}}" for limit in limits) or " []"
    text = f"offers:\n  - tier: element\n    summary: 试\n    price: {{lowest: 1, highest: 2}}\n    options:{OPTIONS}    limits:{lines}\n    after_sale: {{inspection_days: 7, repair: 修, remake: 换, price_cut: 减, cancelling: 可}}\nrandomness: {{controllability: high}}\n"
    value, findings = typed("customization.yaml", compose(text), Customization)
    assert value is not None, findings
    return value.offers[0]


def tried(one: Offer) -> int:
    """The dearest of all orders there are, each tried."""
    best = -1
    for way in product(*WAYS.values()):
        wish = {name: values for name, (values, _) in zip(WAYS, way, strict=True) if values}
        price = sum(adds for _, adds in way) + (30 if "body.neck" in wish or "body.wrist" in wish else 0)
        if price > best and not refusals(one, wish):
            best = price
    return best


@pytest.mark.parametrize(
    "limits",
    [
        (),
        ("kind: room, count: words, each: 4, space: width",),
        ("kind: exclude, option: words, when: [{option: rim, among: [wide]}]",),
        ("kind: bound, option: width, at_most: 12, when: [{option: paint, at_least: 2}]",),
        ("kind: exclude, option: body.neck", "kind: exclude, option: body.wrist"),
        ("kind: exclude, option: body.neck",),
        ("kind: exclude, option: paint, among: [b], when: [{option: rim, given: true}]", "kind: require, option: rim"),
        ("kind: room, count: words, each: 5, space: width", "kind: bound, option: width, at_most: 12"),
    ],
)
def test_as_dear_as_trying_every_order(limits: tuple[str, ...]) -> None:
    one = offer(*limits)
    added = dearest(one)
    assert added is not None
    assert sum(added.values()) == tried(one) * 100


def test_nothing_is_claimed_where_nothing_can_be_ordered() -> None:
    limits = ("kind: require, option: rim", "kind: exclude, option: rim")
    assert dearest(offer(*limits)) is None


def test_nothing_is_claimed_where_an_option_has_too_many_ways(monkeypatch: Any) -> None:
    limit = "kind: room, count: words, each: 4, space: width"
    monkeypatch.setattr("ichsite.assess.satisfy.MAX_STEPS", 2)
    assert dearest(offer(limit)) is None
    monkeypatch.setattr("ichsite.assess.satisfy.MAX_STEPS", 400)
    monkeypatch.setattr("ichsite.assess.satisfy.MAX_NODES", 1)
    assert dearest(offer(limit)) is None
