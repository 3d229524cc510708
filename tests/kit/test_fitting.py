"""Pieces by importance within a limit: at each limit −1, 0 and +1, in each unit."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.kit.counting import count
from ichsite.kit.cutting import ELLIPSIS
from ichsite.kit.fitting import Fitted, Piece, fit
from ichsite.kit.platform import Limit
from ichsite.model.site import Counting
from tests.kit.test_counting import UNITS
from tests.kit.texts import ACCENT, FAMILY, FLAG, HEART, breaks, prose

SAMPLES = ("青瓷花瓶", "a vase", FAMILY * 2, FLAG, HEART, f"caf{ACCENT}", "“青”——24–39 天")


def limit(most: int, unit: Counting = "characters") -> Limit:
    return Limit(most, unit, date(2026, 11, 22), "test")


def piece(text: str, *, essential: bool = False, may_be_cut: bool = False) -> Piece:
    return Piece("notice" if essential else "summary", (text,), essential, may_be_cut)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("text", SAMPLES)
def test_a_piece_at_its_limit(text: str, unit: Counting):
    size = count(text, unit)
    assert fit((piece(text),), limit(size, unit)).text == text
    assert fit((piece(text),), limit(size + 1, unit)).text == text
    short = fit((piece(text),), limit(size - 1, unit))
    assert (short.text, short.left_out, short.fits) == ("", ("summary",), True)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("text", SAMPLES)
def test_an_essential_piece_at_its_limit(text: str, unit: Counting):
    size = count(text, unit)
    assert fit((piece(text, essential=True),), limit(size, unit)).fits
    none = fit((piece(text, essential=True), piece("x")), limit(size - 1, unit))
    assert (none.fits, none.text, none.essential) == (False, "", size)


def test_what_does_not_fit_makes_room_for_what_is_shorter():
    made = fit((piece("一"), Piece("change", ("很长的一句话没有停顿",)), Piece("written", ("短",))), limit(4))
    assert made.text == "一\n短"
    assert made.left_out == ("change",)


def test_a_shorter_way_of_saying_it():
    variants = Piece("hashtags", ("#非遗 #青瓷", "#非遗"))
    assert fit((variants,), limit(7)).text == "#非遗 #青瓷"
    assert fit((variants,), limit(6)).text == "#非遗"
    assert fit((variants,), limit(2)).left_out == ("hashtags",)


def test_what_stands_before_more():
    pieces = (
        Piece("way", ("https://x/",), essential=True),
        Piece("window", ("从确认算起，24 天", "24 天"), essential=True),
    )
    assert fit(pieces, limit(100), limit(21)).text == "https://x/\n从确认算起，24 天"
    short = fit(pieces, limit(100), limit(20))
    assert (short.text, short.hidden) == ("https://x/\n24 天", False)
    hidden = fit(pieces, limit(100), limit(14))
    assert (hidden.text, hidden.hidden) == ("https://x/\n从确认算起，24 天", True)


@given(
    st.lists(prose.filter(str.strip), max_size=3),
    st.lists(st.tuples(prose, st.booleans()), max_size=5),
    st.integers(1, 120),
    st.sampled_from(UNITS),
)
def test_whatever_the_pieces_are(must: list[str], may: list[tuple[str, bool]], most: int, unit: Counting):
    pieces = (*(piece(one, essential=True) for one in must), *(piece(one, may_be_cut=cut) for one, cut in may))
    made = fit(pieces, limit(most, unit))
    assert count(made.text, unit) <= most
    assert made.fits == (count("\n".join(must), unit) <= most)
    if not made.fits:
        assert made.text == ""
        return
    assert made.count == count(made.text, unit)
    _holds(made, must, may)


def _holds(made: Fitted, must: list[str], may: list[tuple[str, bool]]) -> None:
    """Essential lines first and whole; every other one whole, or cut where nothing breaks."""
    assert made.text.startswith("\n".join(must))
    rest = made.text.removeprefix("\n".join(must)).removeprefix("\n")
    wholes = [one for one, _ in may]
    for line in rest.split("\n") if rest else ():
        if line in wholes:
            continue
        kept = line.removesuffix(ELLIPSIS)
        sources = [one for one, cut in may if cut and one.startswith(kept)]
        assert any(not breaks(one, len(kept)) for one in sources), line
