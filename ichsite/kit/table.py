"""Rows for a spreadsheet: UTF-8 with the mark that Excel wants, and no cell that it would take for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

Cell = str | int

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What begins a formula, or is skipped before one; the full-width forms are read so in East Asian settings."""


def as_csv(heading: Iterable[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """The table as bytes; lines end as RFC 4180 has them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(list(heading))
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: Cell) -> Cell:
    """A text that begins like a formula gets an apostrophe before it, as one would write it by hand."""
    if isinstance(cell, int):
        return cell
    seen = cell.lstrip(" \u3000\u00a0\n")
    return f"'{cell}" if seen.startswith(_FORMULA) else cell
