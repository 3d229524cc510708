"""What is claimed impossible is impossible, and nothing else is claimed."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ichsite.assess.satisfy import satisfiable
from ichsite.assess.wish import refusals
from tests.assess.offers import offer


@pytest.mark.parametrize(
    "limits",
    [
        (),
        ("kind: bound, option: paint, at_least: 2",),
        ("kind: ratio, option: height, to: width, at_least: 1.2, at_most: 1.4",),
        ("kind: exclude, option: words, when: [{option: rim, given: true}]",),
        ("kind: bound, option: nowhere, at_least: 3",),
        ("kind: room, count: words, each: 1, space: width", "kind: bound, option: words, at_least: 12"),
    ],
)
def test_possible(limits: tuple[str, ...]) -> None:
    answer = satisfiable(offer(*limits))
    assert answer.possible
    assert answer.dead == ()


@pytest.mark.parametrize(
    ("limit", "required"),
    [
        ("kind: bound, option: words, at_least: 5, at_most: 8", "words"),
        ("kind: bound, option: sketch, at_least: 2", "sketch"),
        ("kind: bound, option: paint, at_least: 2", "paint"),
        ("kind: bound, option: height, at_least: 15, at_most: 15", "height"),
    ],
)
def test_what_lies_between_the_ends_is_tried(limit: str, required: str) -> None:
    assert satisfiable(offer(limit, required=(required,))).possible


@pytest.mark.parametrize(
    "limits",
    [
        ("kind: bound, option: width, at_least: 41", "kind: require, option: width"),
        ("kind: require, option: words", "kind: exclude, option: words"),
        ("kind: require, option: words", "kind: room, count: words, each: 50, space: width"),
        (
            "kind: require, option: width",
            "kind: require, option: height",
            "kind: ratio, option: height, to: width, at_least: 7",
        ),
        ("kind: total, options: [width, height], at_most: 9", "kind: require, option: width"),
        ("kind: bound, option: height, at_least: 11, at_most: 14", "kind: require, option: height"),
    ],
)
def test_impossible(limits: tuple[str, ...]) -> None:
    assert not satisfiable(offer(*limits)).possible


@pytest.mark.parametrize(
    ("limits", "dead"),
    [
        (("kind: bound, option: rim, at_most: 10",), (("rim", "wide"),)),
        (("kind: exclude, option: paint, among: [red]",), (("paint", "red"),)),
        (
            ("kind: require, option: paint, among: [red]", "kind: require, option: paint, among: [blue]"),
            (("paint", "green"),),
        ),
        (
            (
                "kind: require, option: width, when: [{option: rim, among: [wide]}]",
                "kind: bound, option: width, at_least: 50, when: [{option: rim, among: [wide]}]",
            ),
            (("rim", "wide"),),
        ),
    ],
)
def test_values_that_can_never_be_chosen(limits: tuple[str, ...], dead: tuple[tuple[str, str], ...]) -> None:
    answer = satisfiable(offer(*limits))
    assert answer.possible
    assert answer.dead == dead


SIZES = st.integers(0, 60)
LIMITS = st.one_of(
    st.builds("kind: bound, option: {}, at_least: {}".format, st.sampled_from(("width", "height", "rim")), SIZES),
    st.builds(
        "kind: bound, option: {}, at_most: {}".format, st.sampled_from(("width", "height", "rim", "paint")), SIZES
    ),
    st.builds(
        "kind: room, count: words, each: {}, space: width, rows: {}".format, st.integers(1, 9), st.integers(1, 3)
    ),
    st.builds(
        "kind: ratio, option: height, to: width, at_least: {}, at_most: {}".format, st.integers(0, 2), st.integers(1, 3)
    ),
    st.builds("kind: total, options: [width, height], at_most: {}".format, SIZES),
    st.builds("kind: require, option: {}".format, st.sampled_from(("width", "words", "rim", "height"))),
    st.builds("kind: exclude, option: rim, among: [{}]".format, st.sampled_from(("plain", "wide"))),
    st.builds(
        "kind: exclude, option: {}, when: [{{option: rim, among: [wide]}}]".format, st.sampled_from(("width", "paint"))
    ),
)
TRIED = tuple(
    {name: value for name, value in (("width", w), ("height", h), ("words", t), ("rim", r), ("paint", p)) if value}
    for w, h, t, r, p in product(
        ((), ("10",), ("25",), ("40",)),
        ((), ("5",), ("30",), ("60",)),
        ((), ("平",), ("平安喜乐",)),
        ((), ("plain",), ("wide",)),
        ((), ("red",)),
    )
)


@settings(deadline=None, max_examples=60)
@given(st.lists(LIMITS, max_size=5))
def test_nothing_that_works_is_called_impossible(limits: list[str]) -> None:
    thing = offer(*limits)
    answer = satisfiable(thing)
    for wish in TRIED:
        if not refusals(thing, wish):
            assert answer.possible
            assert not {(name, value) for name, values in wish.items() for value in values} & set(answer.dead)


def test_a_search_that_would_be_too_long_claims_nothing() -> None:
    assert satisfiable(offer(*(f"kind: bound, option: width, at_most: {n}" for n in range(40, 400)))).possible
