"""A table: rows of cells that are text, each row with its number as the spreadsheet shows it."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.text.diagnostic import Diagnostic
from ichsite.text.place import Place
from ichsite.text.words import Words

MOST_ROWS = 20_000
MOST_COLUMNS = 256
MOST_CELL = 32_767
"""Characters in a cell, as in a spreadsheet."""

Row = tuple[str, ...]


@dataclass(frozen=True)
class Untaken:
    """A cell whose content is not taken, and why: a formula, an error value."""

    row: int
    column: int
    why: Words


@dataclass(frozen=True)
class Sheet:
    """The rows of a table that hold anything, with their numbers, counted from 1; cells that are not taken are empty.

    `name` is the file's as it was given: the rows' places name it.
    """

    name: str
    rows: tuple[tuple[int, Row], ...]
    untaken: tuple[Untaken, ...] = ()

    def place(self, row: int, column: int = 0) -> Place:
        """Where a cell stands; the column counts from 1, 0 is the row."""
        return Place(self.name, row, column)


@dataclass(frozen=True)
class ReadSheet:
    """A table, None where it cannot be read, and what is to be said of it."""

    sheet: Sheet | None
    findings: tuple[Diagnostic, ...] = ()
    notes: tuple[Words, ...] = ()
    """What was decided on the way, such as the encoding: no faults."""
