"""Choices in one cell: parted at the signs that no bracket closes behind."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from ichsite.intake.ballots import _cut  # pyright: ignore[reportPrivateUsage]

AS_A_PATTERN = re.compile(r"[,，、](?![^(（]*[)）])")
"""The same as a pattern, which looks ahead from every sign: right, and of the square of the length."""


@given(st.text("ab(（)）,，、", max_size=30))
def test_a_cell_is_cut_where_no_bracket_closes(cell: str) -> None:
    assert _cut(cell) == AS_A_PATTERN.split(cell)


def test_brackets_keep_their_signs() -> None:
    assert _cut("四十毫米（小，轻）、六十毫米") == ["四十毫米（小，轻）", "六十毫米"]
    assert _cut("") == [""]
