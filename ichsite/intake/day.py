"""Days as forms and spreadsheets write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

_WRITTEN = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?", re.DOTALL)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_FIRST_SERIAL = date(1899, 12, 30)
"""Spreadsheets count days from here, for they believe that 1900 was a leap year."""


def day_of(text: str) -> date | None:
    """`2026/9/20 14:03`, `2026年9月20日`, `2026-09-20`, or a spreadsheet's number; None for anything else.

    The year stands first: `9/10/2026` is September here and October there, and is not guessed.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if found := _WRITTEN.fullmatch(plain):
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return None
    if (found := _SERIAL.fullmatch(plain)) and 36_526 <= int(found[1]) <= 73_050:
        return _FIRST_SERIAL + timedelta(days=int(found[1]))
    return None
