"""How chosen values are counted: numbers, characters, sizes in plain digits."""

from __future__ import annotations

import unicodedata
from decimal import Decimal, InvalidOperation


def number(text: str) -> Decimal | None:
    """The number that a text stands for, None where it is none or beyond a thousand million."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < 10**9 else None


def plain(value: Decimal) -> str:
    """A decimal without trailing zeros or an exponent: `12`, `1.8`."""
    return format(value.normalize(), "f")


def characters(text: str) -> int:
    """The characters of a text that take room: not spaces, not combining marks."""
    return sum(unicodedata.category(char)[0] not in "ZMC" for char in unicodedata.normalize("NFC", text))
