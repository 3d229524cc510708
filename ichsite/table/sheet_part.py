"""What the XML in a workbook says, before anyone lays a sheet out: which parts are sheets, how far each reaches, and which
of its cells hold no text that can be taken.

The library that reads the cells gives what a formula once gave for its value, and makes room for every cell between the
first and the last one: both have to be known before it is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal
from xml.parsers import expat

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""A spreadsheet has no more."""
Kind = Literal["formula", "error"]
_MOST_UNTAKEN = 1_000_000
_ADDRESS = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")


class Unfit(ValueError):
    """XML that no spreadsheet writes; the message says what of it."""


@dataclass(frozen=True)
class Listed:
    """A sheet as the workbook lists it: its name, the id by which its part is related, and whether it can be seen."""

    name: str
    relation: str
    seen: bool


@dataclass(frozen=True)
class SheetPart:
    """A worksheet: the last row and column that hold anything, counted from 1 (0 where nothing does), the cells by
    row and column that are formulas or error values, and how often each shared text is shown, by its index."""

    last_row: int
    last_column: int
    untaken: dict[tuple[int, int], Kind]
    shared: Counter[str]


def listed_sheets(workbook: bytes) -> tuple[Listed, ...]:
    """The sheets of `xl/workbook.xml` in their order; raises Unfit."""
    found: list[Listed] = []

    def start(name: str, _space: str, given: dict[str, str]) -> None:
        if name == "sheet":
            relation = next((value for key, value in given.items() if key.endswith(" id")), "")
            found.append(Listed(given.get("name", ""), relation, given.get("state", "visible") == "visible"))

    _parse(workbook, start)
    if len({one.name for one in found}) < len(found):
        raise Unfit("two sheets of one name")  # which of them is read is known by the name
    return tuple(found)


def related_parts(relations: bytes) -> dict[str, str]:
    """The names of parts by the id of their relation to `xl/workbook.xml`; raises Unfit."""
    found: dict[str, str] = {}

    def start(name: str, _space: str, given: dict[str, str]) -> None:
        if name == "Relationship":
            target = given.get("Target", "").removeprefix("/")
            found[given.get("Id", "")] = target if target.startswith("xl/") else f"xl/{target}"

    _parse(relations, start)
    return found


def shared_lengths(data: bytes) -> tuple[int, ...]:
    """How many characters each text has that cells share; empty where the part holds none. Raises Unfit."""
    found: list[int] = []

    def start(name: str, _space: str, _given: dict[str, str]) -> None:
        if name == "si":
            found.append(0)
        elif name != "sst" and not found:
            raise _NoSheet

    def text(piece: str) -> None:
        if found:
            found[-1] += len(piece)

    with suppress(_NoSheet):
        _parse(data, start, text)
    return tuple(found)


def sheet_part(data: bytes) -> SheetPart | None:
    """A part that is a worksheet; None where it is something else. Raises Unfit."""
    reader = _Cells()
    try:
        _parse(data, reader.start, reader.text)
    except _NoSheet:
        return None
    return SheetPart(reader.last_row, reader.last_column, reader.untaken, reader.shared)


class _NoSheet(Exception):
    """The outermost element is another."""


class _Cells:
    """The cells of a worksheet, one after the other: where each stands and what it holds."""

    def __init__(self) -> None:
        self.last_row = self.last_column = 0
        self.untaken: dict[tuple[int, int], Kind] = {}
        self._space: str | None = None
        self._row = self._column = 0
        self.shared: Counter[str] = Counter()
        self._kind = ""
        self._index = False

    def text(self, piece: str) -> None:
        """Text; that of a cell which shows a shared one is its index."""
        if self._index and (index := piece.strip()):
            self.shared[index.lstrip("0") or "0"] += 1

    def start(self, name: str, space: str, given: dict[str, str]) -> None:
        """An element begins. Cells count whatever their namespace, as they do for who lays them out."""
        self._index = name == "v" and self._kind == "s"
        if self._space is None:
            if name != "worksheet":
                raise _NoSheet
            self._space = space
        elif name == "c":
            self._column += 1
            if (address := given.get("r")) is not None:
                self._row, self._column = _placed(address)
            self._kind = given.get("t", "")
        elif name in ("v", "is"):
            self._fill()
            if self._kind == "e":
                self.untaken.setdefault((self._row, self._column), "error")
        elif name == "f" and space == self._space:  # that of a rule for colours is another's
            self._fill()
            self.untaken[self._row, self._column] = "formula"
        elif name == "row":
            row = given.get("r", "")
            self._row, self._column = int(row) if row.isascii() and row.isdigit() else self._row + 1, 0
            if not 0 < self._row <= LAST_ROW:
                raise Unfit(f"row {row[:20]}")

    def _fill(self) -> None:
        if len(self.untaken) > _MOST_UNTAKEN:
            raise Unfit(f"{len(self.untaken)} formulas")
        if self._column > LAST_COLUMN:
            raise Unfit(f"column {self._column}")
        self.last_row = max(self.last_row, self._row)
        self.last_column = max(self.last_column, self._column)


def _placed(address: str) -> tuple[int, int]:
    """The row and the column of an address as `B12`."""
    found = _ADDRESS.fullmatch(address)
    if found is None or not 0 < (row := int(found[2])) <= LAST_ROW or (column := _number(found[1])) > LAST_COLUMN:
        raise Unfit(f"cell {address[:20]}")
    return row, column


def _number(letters: str) -> int:
    number = 0
    for one in letters.upper():
        number = number * 26 + ord(one) - ord("A") + 1
    return number


def _parse(
    data: bytes, start: Callable[[str, str, dict[str, str]], None], text: Callable[[str], None] | None = None
) -> None:
    """Calls `start` with the name, the namespace and the attributes of each element, `text` with what stands between
    two of them; raises Unfit."""

    def begun(name: str, given: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        start(local, space, given)

    def refuse(*_: object) -> None:
        raise Unfit("entities")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begun
    parser.EntityDeclHandler = refuse
    parser.buffer_text = True
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as wrong:
        raise Unfit(str(wrong)) from None
