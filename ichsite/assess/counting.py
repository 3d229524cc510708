"""How chosen values are counted: numbers, characters, sizes in plain digits."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal


def number(text: str) -> Decimal | None:
    """The number that a text stands for; None where it is none, has an exponent or over nine digits before the point."""
    return Decimal(text) if re.fullmatch(r"-?\d{1,9}(\.\d{1,6})?", text, re.ASCII) else None


def plain(value: Decimal) -> str:
    """A decimal without trailing zeros or an exponent: `12`, `1.8`."""
    return format(value.normalize(), "f")


def characters(text: str) -> int:
    """The characters of a text that take room: not spaces, not combining marks."""
    return sum(unicodedata.category(char)[0] not in "ZMC" for char in unicodedata.normalize("NFC", text))
