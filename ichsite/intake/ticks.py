"""A question of a form that has a column for each of its options: 0 and 1, a tick or nothing, the option's words or nothing.

Wenjuanxing and Tencent export a question with several choices so, SurveyMonkey with the question in a row of its own above.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from ichsite.intake.headers import bare_header, is_private, plain_header
from ichsite.intake.poll_columns import POLLS
from ichsite.table.sheet import Row, Sheet, Untaken

PARTS = "┋"
"""What parts the chosen options in the one cell that stands for the columns, as Wenjuanxing has it."""
_TICKS = frozenset({"1", "1.0", "✓", "✔", "√", "☑", "●", "■", "选中", "已选", "是", "y", "yes", "true", "checked"})
_NO_TICKS = frozenset(
    {
        "",
        "0",
        "0.0",
        "×",
        "✗",
        "✘",
        "☐",
        "○",
        "□",
        "未选",
        "未选中",
        "否",
        "n",
        "no",
        "false",
        "-",
        "—",
        "(空)",
        "(跳过)",
    }
)
_SPOKEN = frozenset({"是", "否", "y", "n", "yes", "no", "true", "false"})
"""Answers to questions as well: columns of them are options only where they have a question in common."""
_NUMBER = re.compile(r"^(?:第?\s*\d{1,3}\s*题?|[qQ]\s*\d{1,3})\s*(?=[、.．:：)）(（_-])")
_SEPARATORS = ":(【[-—_/"
_CLOSING = {"(": ")", "【": "】", "[": "]"}
_FIRST_ROWS = 3
_LEAST = 2


@dataclass(frozen=True)
class Ticked:
    """The table with one column in the place of the first of the options, in which those that were chosen stand between
    `PARTS`; `question` is its header, `labels` are all options, those that nobody chose too.

    It is not `sure` where nothing but their cells says that the columns belong together.
    """

    sheet: Sheet
    question: str
    labels: tuple[str, ...]
    sure: bool


@dataclass(frozen=True)
class _Group:
    """Columns that answer one question: its header's row with the words of every column, its own words (empty where nothing
    says them), the options' columns (from 1) with their words."""

    row: int
    headers: Row
    question: str
    options: tuple[tuple[int, str], ...]
    sure: bool


def ticked(sheet: Sheet, wanted: tuple[str, ...] = ()) -> Ticked | None:
    """The question whose options have columns of their own; None where there is none, or where there are several and none of
    them is `wanted` by its words."""
    for at in range(min(_FIRST_ROWS, len(sheet.rows))):
        groups = [*_groups(sheet, at, over=True)] or [*_groups(sheet, at, over=False)]
        meant = {plain_header(one) for one in wanted}
        named = [one for one in groups if plain_header(one.question) in meant]
        found = named or groups
        if len(found) == 1:
            return _joined(sheet, found[0])
        if found:
            return None
    return None


def _groups(sheet: Sheet, at: int, *, over: bool) -> Iterator[_Group]:
    """The groups below a row of headers; `over` where their questions stand in the row above it."""
    number, cells = sheet.rows[at]
    if over and (at == 0 or sheet.rows[at - 1][0] != number - 1 or sum(map(bool, sheet.rows[at - 1][1])) < _LEAST):
        return  # no row above, or one that is the table's title
    body = [one for _, one in sheet.rows[at + 1 :]]
    upper = sheet.rows[at - 1][1] if over else ()
    above = _spread(upper, len(cells))
    headers = tuple(cell.strip() or (upper[column] if column < len(upper) else "") for column, cell in enumerate(cells))
    by_question: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    chosen: set[str] = set()
    for column, (cell, group) in enumerate(zip(cells, above, strict=True), 1):
        header = unicodedata.normalize("NFKC", cell).strip()
        if not header or is_private(header, POLLS) or is_private(group, POLLS) or (over and not group):
            continue
        kinds = {_plain(row, column) for row in body}
        key = group or _question(header)
        # an option that nobody chose is one too, where its header says of which question
        if kinds <= _TICKS | _NO_TICKS | {header.casefold()} and (key or kinds - _NO_TICKS):
            by_question[key].append((column, header))
            if kinds - _NO_TICKS:
                chosen.add(key)
    for key, columns in by_question.items():
        question, labels = (bare_header(key), [one for _, one in columns]) if over else _told(columns)
        spoken = any(_plain(row, column) in _SPOKEN for row in body for column, _ in columns)
        if key in chosen and len(columns) >= _LEAST and len(set(labels)) == len(labels) and (question or not spoken):
            options = tuple((column, label) for (column, _), label in zip(columns, labels, strict=True))
            yield _Group(number, headers, question, options, bool(key))


def _told(columns: list[tuple[int, str]]) -> tuple[str, list[str]]:
    """The words that the headers have in common, which are the question, and what each has besides."""
    headers = [one for _, one in columns]
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*headers, strict=False))
    shared = "".join(signs[0] for signs in alike)
    cut = max((shared.rfind(sign) for sign in _SEPARATORS), default=-1)
    if cut < 0:
        return "", [bare_header(one) for one in headers]
    closing = _CLOSING.get(shared[cut], "")
    return bare_header(shared[:cut]), [one[cut + 1 :].strip().removesuffix(closing).strip() for one in headers]


def _question(header: str) -> str:
    """What the headers of one question have in common: its number, or what stands before a sign."""
    if found := _NUMBER.match(header):
        return found[0]
    cut = min((at for sign in _SEPARATORS if (at := header.find(sign)) > 0), default=0)
    return header[:cut]


def _spread(cells: Row, width: int) -> list[str]:
    """The headers of groups over every column below them: a merged cell stands in the first alone."""
    found: list[str] = []
    for column in range(width):
        here = cells[column].strip() if column < len(cells) else ""
        found.append(here or (found[-1] if found else ""))
    return found


def _plain(row: Row, column: int) -> str:
    cell = row[column - 1] if column <= len(row) else ""
    return unicodedata.normalize("NFKC", cell).strip().casefold()


def _joined(sheet: Sheet, group: _Group) -> Ticked:
    first = group.options[0][0]
    others = {column for column, _ in group.options}
    header = group.question or "选项"
    rows: list[tuple[int, Row]] = []
    for number, cells in sheet.rows:
        if number < group.row:
            continue
        if number == group.row:
            cells, joined = group.headers, header
        else:
            joined = PARTS.join(label for column, label in group.options if _plain(cells, column) not in _NO_TICKS)
        wide = (*cells, *("",) * (first - len(cells)))
        row = tuple(
            joined if column == first else "" if column in others else cell for column, cell in enumerate(wide, 1)
        )
        if any(cell.strip() for cell in row):
            rows.append((number, row))
    untaken = tuple(Untaken(one.row, first if one.column in others else one.column, one.why) for one in sheet.untaken)
    labels = tuple(one for _, one in group.options)
    return Ticked(replace(sheet, rows=tuple(rows), untaken=untaken), header, labels, group.sure)
