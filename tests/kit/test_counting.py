"""How long a text is, in each platform's unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.kit.counting import count
from ichsite.model.site import Counting
from tests.kit.texts import ACCENT, FAMILY, FLAG, HEART

UNITS: tuple[Counting, ...] = ("characters", "utf-16", "bytes", "han-as-two")


@pytest.mark.parametrize(
    ("text", "characters", "utf16", "size", "two"),
    [
        ("", 0, 0, 0, 0),
        ("vase", 4, 4, 4, 4),
        ("青瓷", 2, 2, 6, 4),
        ("“青”……", 5, 5, 15, 10),
        ("ＡＢ", 2, 2, 6, 4),
        ("𠮷", 1, 2, 4, 2),
        ("👍", 1, 2, 4, 2),
        (FAMILY, 5, 8, 18, 8),
        (FLAG, 2, 4, 8, 2),
        (HEART, 2, 2, 6, 2),
        (ACCENT, 2, 2, 3, 2),
        ("a\nb", 3, 3, 3, 3),
    ],
)
def test_each_unit(text: str, characters: int, utf16: int, size: int, two: int):
    assert [count(text, unit) for unit in UNITS] == [characters, utf16, size, two]


@given(st.text(), st.text(), st.sampled_from(UNITS))
def test_parts_add_up(one: str, other: str, unit: Counting):
    """So that a prefix is never longer than the whole."""
    assert count(one + other, unit) == count(one, unit) + count(other, unit)
