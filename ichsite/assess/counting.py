"""How chosen values are counted: numbers, characters, sizes in plain digits."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,6})?", re.ASCII)
_NO_ROOM = frozenset({"Cc", "Cf", "Cs", "Co"})


def number(text: str) -> Decimal | None:
    """The number that a text stands for; None where it is none, has an exponent or over nine digits before the point."""
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def plain(value: Decimal) -> str:
    """A decimal without trailing zeros or an exponent: `12`, `1.8`; nothing is `0`, whatever its sign."""
    return format(value.normalize(), "f") if value else "0"


def characters(text: str) -> int:
    """The characters of a text that take room: not spaces, not combining marks, not what steers others."""
    return sum(map(takes_room, unicodedata.normalize("NFC", text)))


def takes_room(char: str) -> bool:
    """Whether a character takes room. One that this Python does not know does: a rare character may be younger than it."""
    category = unicodedata.category(char)
    return category[0] not in "ZM" and category not in _NO_ROOM
