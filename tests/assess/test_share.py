"""Shares and their intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.assess.share import share_of, wilson_interval

COUNTS = st.integers(1, 5_000).flatmap(lambda pieces: st.tuples(st.integers(0, pieces), st.just(pieces)))


@pytest.mark.parametrize(
    ("count", "pieces", "lowest", "highest"),
    [
        # Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score without continuity correction)
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_values(count: int, pieces: int, lowest: float, highest: float) -> None:
    assert wilson_interval(count, pieces) == pytest.approx((lowest, highest), abs=5e-5)


@given(COUNTS)
def test_the_share_lies_inside(drawn: tuple[int, int]) -> None:
    count, pieces = drawn
    lowest, highest = wilson_interval(count, pieces)
    assert 0 <= lowest <= count / pieces + 1e-12
    assert count / pieces - 1e-12 <= highest <= 1


@given(COUNTS, st.integers(2, 20))
def test_more_pieces_bear_more(drawn: tuple[int, int], times: int) -> None:
    count, pieces = drawn
    few, many = wilson_interval(count, pieces), wilson_interval(count * times, pieces * times)
    assert many[1] - many[0] < few[1] - few[0]


@given(COUNTS)
def test_what_is_and_what_is_not_mirror_each_other(drawn: tuple[int, int]) -> None:
    count, pieces = drawn
    lowest, highest = wilson_interval(count, pieces)
    assert wilson_interval(pieces - count, pieces) == pytest.approx((1 - highest, 1 - lowest))


@given(COUNTS)
def test_per_mille_stays_inside_its_bounds(drawn: tuple[int, int]) -> None:
    share = share_of("a", *drawn)
    assert 0 <= share.lowest_per_mille <= share.per_mille <= share.highest_per_mille <= 1000


@pytest.mark.parametrize(("count", "pieces"), [(1, 0), (-1, 10), (11, 10)])
def test_no_share_at_all(count: int, pieces: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson_interval(count, pieces)
