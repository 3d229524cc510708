"""Scalars: typed or refused, never altered."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.model.scalar import Amount, Day, Exact, Moment, OneOf, Pattern, Refused, Scalar, Text, Whole, YesNo
from ichsite.model.span import DayRange, Days
from ichsite.text.words import Words

MARKERS: tuple[Scalar, ...] = (
    Text(),
    Pattern("[a-z]+", Words("字母", "letters")),
    Whole(),
    Exact(),
    Amount(),
    YesNo(),
    Day(),
    Moment(),
    OneOf(high="高", low="低"),
    Days(),
)


@given(st.sampled_from(MARKERS), st.text(max_size=30))
def test_any_text_is_a_value_or_a_refusal(marker: Scalar, text: str) -> None:
    try:
        marker.parse(text)
    except Refused as refused:
        assert refused.code
        assert refused.message.zh
        assert refused.message.en


@pytest.mark.parametrize(
    ("marker", "text", "value"),
    [
        (Whole(), "010", 10),
        (Exact(), "1.80", Decimal("1.80")),
        (Amount(), "68.50", 6850),
        (Amount(), "380", 38000),
        (YesNo(), "no", False),
        (YesNo(), "是", True),
        (Text(), "no", "no"),
        (OneOf(high="高"), "高", "high"),
        (Days(), "3-5", DayRange(3, 5)),
        (Days(), "3～5", DayRange(3, 5)),
        (Days(), "3", DayRange(3, 3)),
    ],
)
def test_values(marker: Scalar, text: str, value: Any) -> None:
    assert marker.parse(text) == value


@pytest.mark.parametrize(
    ("marker", "text"),
    [
        *[
            (Whole(), text)
            for text in ("1e3", "1_000", "0x1F", "１２", "", " 1", "1.0", "+1", "9" * 5000, "-1", ".nan")
        ],
        *[(Exact(), text) for text in ("1e3", "1,5", "NaN", "inf", "1.2345", "٣")],
        *[(Amount(), text) for text in ("68.505", "-1", "￥68", "68元", "1e3", "99999999999")],
        *[
            (Day(), text)
            for text in (
                "2024-13-45",
                "2026-02-30",
                "2026/11/22",
                "2026-11-22T10:00",
                "26-11-22",
                "0000-01-01",
                "0001-01-01",
                "9999-12-31",
            )
        ],
        *[
            (Moment(), text)
            for text in (
                "2026-11-28T20:00",
                "2026-11-28T25:00+08:00",
                "2026-11-28",
                "2026-11-28T20:00+99:00",
                "0001-01-01T00:00+23:59",
            )
        ],
        *[(YesNo(), text) for text in ("on", "off", "y", "1", "", "大概")],
        *[(Days(), text) for text in ("5-3", "三天", "3-", "-3", "3-5-7", "1001", "9999999")],
        *[(Text(most=3), text) for text in ("", "   ", "四个字了", "a\nb")],
    ],
)
def test_refusals(marker: Scalar, text: str) -> None:
    with pytest.raises(Refused):
        marker.parse(text)


@given(st.integers(0, 10**9))
def test_money_is_exact(minor: int) -> None:
    assert Amount().parse(f"{minor // 100}.{minor % 100:02d}") == minor
