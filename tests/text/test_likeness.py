"""Likeness: two versions of one text are above the line, two texts of one shop below it."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ichsite.text.likeness import ALIKE, TOO_SHORT, likeness, sketch_of

CONTENT = Path(__file__).parents[2] / "content"


def texts() -> list[str]:
    """What the demonstration says of each craft and in each post; the line that tells an editor its schema says nothing."""
    crafts = [
        (folder / "index.md").read_text("utf-8") + (folder / "customization.yaml").read_text("utf-8").partition("\n")[2]
        for folder in sorted((CONTENT / "crafts").iterdir())
    ]
    return crafts + [path.read_text("utf-8") for path in sorted((CONTENT / "posts").glob("*.md"))]


def edited(text: str, share: float, chance: random.Random) -> str:
    """The text with that share of its lines written anew."""
    lines = text.split("\n")
    for at in chance.sample(range(len(lines)), int(len(lines) * share)):
        lines[at] = "".join(chance.choice("山川窑火泥釉针线木石水云") for _ in range(len(lines[at])))
    return "\n".join(lines)


def test_two_texts_of_one_shop_are_not_alike() -> None:
    sketches = [sketch_of(text) for text in texts()]
    assert max(likeness(one, other) for one, other in combinations(sketches, 2)) <= ALIKE - 0.1


def test_a_text_is_alike_after_a_tenth_of_its_lines_was_written_anew() -> None:
    chance = random.Random(7)  # noqa: S311
    for text in texts():
        assert likeness(sketch_of(text), sketch_of(edited(text, 0.1, chance))) >= ALIKE


def test_spaces_and_line_ends_make_no_difference() -> None:
    text = texts()[0]
    assert sketch_of(text) == sketch_of(text.replace("\n", "\r\n").replace("，", "， "))


def test_a_short_text_has_no_sketch() -> None:
    assert sketch_of("一只瓶") == TOO_SHORT
    assert likeness(TOO_SHORT, TOO_SHORT) == likeness("", "") == 0.0


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_of_anything(one: str, other: str) -> None:
    first, second = sketch_of(one), sketch_of(other)
    assert 0.0 <= likeness(first, second) <= 1.0
    assert likeness(first, second) == likeness(second, first)
    assert likeness(first, first) in (0.0, 1.0)
    assert likeness(one, other) >= 0.0, "a line of the ledger may hold anything"
