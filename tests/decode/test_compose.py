"""YAML as text: nothing is guessed, nothing is expanded without end, every place is right."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ichsite.decode.compose import MAX_DEPTH, compose, places_of
from ichsite.decode.yaml_faults import YamlFault
from ichsite.text.place import Place

LETTERS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")), max_size=40
)
PLAIN = st.recursive(
    LETTERS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(LETTERS.filter(bool), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    "scalar",
    [
        "no",
        "on",
        "yes",
        "~",
        "null",
        "010",
        "0x1F",
        "1e3",
        "1_000",
        "3:40",
        "1:30:15",
        ".nan",
        ".inf",
        "-.inf",
        "2024-13-45",
        "2026-11-22",
        "9" * 5000,
        "=",
        "0o17",
        "+1",
        "TRUE",
    ],
)
def test_plain_scalars_survive_to_the_letter(scalar: str) -> None:
    assert compose(f"a: {scalar}\nb: [{scalar}]\n") == {"a": scalar, "b": [scalar]}


@given(PLAIN)
def test_what_a_good_writer_wrote_is_read_back(value: object) -> None:
    text = yaml.safe_dump({"a": value}, allow_unicode=True, default_style='"', width=10_000)
    assert compose(text) == {"a": value}


@given(st.dictionaries(LETTERS.filter(bool), LETTERS, min_size=1, max_size=6))
def test_every_value_is_placed(values: dict[str, str]) -> None:
    text = yaml.safe_dump({"a": values}, allow_unicode=True, default_style='"', width=10_000)
    lines = text.split("\n")
    places = places_of(text, "x.yaml")
    for key, value in values.items():
        place = places.of(("a", key), at_key=False)
        assert place is not None
        written = lines[place.line - 1][place.column - 1 : place.end_column - 1]
        assert yaml.safe_load(written) == value


def test_a_missing_field_is_placed_at_what_should_hold_it() -> None:
    places = places_of("a:\n  b: 1\n", "x.yaml", first_line=3)
    assert places.of(("a", "nothing"), at_key=False) == Place("x.yaml", 4, 1, 2)
    assert places.of(("a", "b"), at_key=True) == Place("x.yaml", 5, 3, 4)


def refused(text: str) -> str:
    with pytest.raises(YamlFault) as caught:
        compose(text)
    return caught.value.code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &a [*a]", "yaml-alias-loop"),
        ("a: &a {b: {c: *a}}", "yaml-alias-loop"),
        ("a: *b", "yaml-alias-unknown"),
        ("a: 1\na: 2", "yaml-duplicate-key"),
        ("a: 1\n'a': 2", "yaml-duplicate-key"),
        ("a: &x {b: 1}\nc:\n  <<: *x", "yaml-merge-key"),
        ("a: !!int abc", "yaml-tag"),
        ("a: !!python/object/apply:os.system [id]", "yaml-tag"),
        ("a: !foo {}", "yaml-tag"),
        ("? [a]\n: b", "yaml-key"),
        ("a: 1\n---\nb: 2", "yaml-second-document"),
        ("\ta: 1", "yaml-tab"),
        ("a:\n\tb: 1", "yaml-tab"),
        ("a: 1\n名称：杯子\nb: 2", "yaml-fullwidth-colon"),
        ("a: [1", "yaml-syntax"),
        ("a: 'x", "yaml-syntax"),
        ("[" * 30_000, "yaml-too-deep"),
        ("{a: " * 1500 + "}" * 1500, "yaml-too-deep"),
        ("a:\n" + "".join(" " * n + "b:\n" for n in range(1, 1500)), "yaml-too-deep"),
        ("- x\n" * 50_000, "yaml-too-large"),
    ],
)
def test_faults_are_named(text: str, code: str) -> None:
    assert refused(text) == code


def test_an_alias_bomb_is_refused_at_once() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)
    )
    started = time.monotonic()
    assert refused(bomb) == "yaml-too-large"
    assert time.monotonic() - started < 2


def test_a_quoted_merge_key_is_a_key() -> None:
    assert compose("'<<': 1") == {"<<": "1"}


def test_the_cap_on_depth_is_where_it_says() -> None:
    assert compose("[" * MAX_DEPTH + "]" * MAX_DEPTH) is not None
    assert refused("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == "yaml-too-deep"


@pytest.mark.parametrize("text", ["", "# only a comment", "---", "--- \n"])
def test_nothing_is_none(text: str) -> None:
    assert compose(text) is None
