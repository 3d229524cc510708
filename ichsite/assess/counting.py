"""How chosen values are counted: numbers, characters, sizes in plain digits."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from ichsite.model.option import Script

_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,6})?", re.ASCII)
_NO_ROOM = frozenset({"Cc", "Cf", "Cs", "Co"})
SCRIPTS: dict[Script, str] = {
    "han": "\\u2e80-\\u2fdf\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\U00020000-\U0003fffd",
    "latin": r"A-Za-z\u00c0-\u024f",
    "digits": r"0-9",
    "punctuation": r"\u3000-\u3003\u3008-\u3011\u2010-\u2027\uff01-\uff0f\uff1a-\uff20!-/:-@\[-`{-~·",
}
"""What a script has, as the inside of a class in a regular expression: Python's, and the browser's, which gets it as data."""
SPACES = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"

RARE = "\\u3400-\\u4dbf\U00020000-\U0003fffd"
"""Characters of Unicode's extensions, inside a class as in `SCRIPTS`: many fonts and telephones do not have them."""


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
