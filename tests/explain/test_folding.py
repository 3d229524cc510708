"""Paragraphs are broken where Chinese and English are."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ichsite.explain.folding import folds
from ichsite.text.width import text_width


def lines(text: str, columns: int) -> list[str]:
    at = [0, *folds(text, columns), len(text)]
    return [text[start:end] for start, end in pairwise(at)]


def test_han_are_broken_anywhere_but_before_a_comma() -> None:
    assert lines("窑火和染缸不听人的，不说清楚就会吵架。", 18) == ["窑火和染缸不听人", "的，不说清楚就会吵", "架。"]
    assert lines("照提示写“手工錾刻”这样的话", 9) == ["照提示写", "“手工錾", "刻”这样的", "话"]


def test_words_stay_whole() -> None:
    assert lines("Save the file again with UTF-8", 12) == ["Save the ", "file again ", "with UTF-8"]
    assert lines("冒号后面写 working_days 的天数", 12) == ["冒号后面写 ", "working_days ", "的天数"]


@given(st.text(alphabet="窑火 ，。“”ab-(", max_size=60), st.integers(4, 40))
def test_nothing_is_lost_and_lines_fit_where_they_can(text: str, columns: int) -> None:
    made = lines(text, columns)
    assert "".join(made) == text
    for line in made:
        assert text_width(line.rstrip()) <= columns or folds(line, columns) == []
