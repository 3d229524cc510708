"""Columns on a terminal: East Asian characters take two, combining marks none."""

from __future__ import annotations

import unicodedata


def char_width(char: str) -> int:
    """Terminal columns of one character (UAX 11: wide and full-width are 2)."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def text_width(text: str) -> int:
    """Terminal columns of `text`."""
    return sum(map(char_width, text))


def visible(text: str) -> str:
    """`text` with control, bidirectional and lone surrogate characters made visible and harmless.

    A title may carry terminal escapes; what reaches a terminal or a log goes through here.
    """
    return "".join(char if _harmless(char) else f"\\u{ord(char):04x}" for char in text)


def _harmless(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
