"""Each kind of limit, right at its boundary and one step beyond."""

from __future__ import annotations

import pytest

from ichsite.assess.wish import refusals
from tests.assess.offers import offer

Wish = dict[str, tuple[str, ...]]


@pytest.mark.parametrize(
    ("limit", "allowed", "forbidden"),
    [
        (
            "kind: room, count: words, each: 4, space: width, margin: 4",
            {"words": ("平安喜乐",), "width": ("20",)},
            {"words": ("平安喜乐",), "width": ("19",)},
        ),
        (
            "kind: room, count: words, each: 4, space: width, rows: 2",
            {"words": ("平安喜乐吉",), "width": ("12",)},
            {"words": ("平安喜乐吉",), "width": ("11",)},
        ),
        (
            "kind: room, count: words, each: 4, space: width",
            {"width": ("10",)},
            {"words": ("平",)},
        ),
        ("kind: bound, option: width, at_least: 15", {"width": ("15",)}, {"width": ("14",)}),
        ("kind: bound, option: width, at_most: 15", {"width": ("15",)}, {"width": ("16",)}),
        ("kind: bound, option: height, at_least: 15", {"height": ("0",)}, {"height": ("10",)}),
        ("kind: bound, option: paint, at_least: 2", {"paint": ("blue", "red")}, {"paint": ("blue",)}),
        ("kind: bound, option: body.neck, at_most: 40", {"body.neck": ("40",)}, {"body.neck": ("41",)}),
        ("kind: bound, option: rim, at_most: 4", {"rim": ("plain",)}, {"rim": ("wide",)}),
        (
            "kind: ratio, option: height, to: width, at_least: 1, at_most: 1.5",
            {"height": ("30",), "width": ("20",)},
            {"height": ("35",), "width": ("20",)},
        ),
        (
            "kind: ratio, option: height, to: width, at_least: 1",
            {"height": ("20",), "width": ("20",)},
            {"height": ("15",), "width": ("20",)},
        ),
        (
            "kind: total, options: [width, height], at_most: 50",
            {"width": ("20",), "height": ("30",)},
            {"width": ("21",), "height": ("30",)},
        ),
        ("kind: exclude, option: paint, among: [red]", {"paint": ("blue", "green")}, {"paint": ("blue", "red")}),
        ("kind: exclude, option: sketch", {"width": ("20",)}, {"sketch": ("a.jpg",)}),
        ("kind: require, option: rim, among: [wide]", {"rim": ("wide",)}, {"rim": ("plain",)}),
        ("kind: require, option: words", {"words": ("平安",)}, {"width": ("20",)}),
        (
            "kind: exclude, option: words, when: [{option: rim, among: [wide]}, {option: width, at_most: 20}]",
            {"words": ("平安",), "rim": ("wide",), "width": ("21",)},
            {"words": ("平安",), "rim": ("wide",), "width": ("20",)},
        ),
        (
            "kind: require, option: words, when: [{option: height, given: true}]",
            {"height": ("0",)},
            {"height": ("5",)},
        ),
    ],
)
def test_at_the_boundary_and_beyond(limit: str, allowed: Wish, forbidden: Wish) -> None:
    thing = offer(limit)
    assert refusals(thing, allowed) == ()
    (refusal,) = refusals(thing, forbidden)
    assert refusal.reason == "试出来的"


@pytest.mark.parametrize(
    "wish",
    [
        {"width": ("9",)},
        {"width": ("41",)},
        {"width": ("10.5",)},
        {"width": ("1e1000000",)},
        {"width": ("NaN",)},
        {"width": ("宽",)},
        {"width": ("10", "11")},
        {"words": ("一" * 13,)},
        {"words": ("平安1",)},
        {"words": (" ",)},
        {"rim": ("round",)},
        {"rim": ("plain", "wide")},
        {"paint": ("blue", "blue")},
        {"paint": ("blue", "red", "green")},
        {"sketch": ("a.jpg", "b.jpg", "c.jpg")},
        {"body.neck": ("29",)},
        {"body.waist": ("40",)},
        {"nothing": ("1",)},
    ],
)
def test_an_option_alone_refuses(wish: Wish) -> None:
    assert refusals(offer(), wish) != ()


def test_what_is_required_must_be_chosen() -> None:
    (refusal,) = refusals(offer(required=("width",)), {})
    assert refusal.option == "width"
