"""A platform's statistics as a table: which column holds what, and each row as a group of people.

年龄,性别,占比            one column for each dimension
维度,分组,人数占比,人数     or the dimension in one column and its group in another, as platforms export them
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from ichsite.intake.headers import plain_header
from ichsite.table.sheet import Row, Sheet
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.words import Words

COLUMNS, CELL = "import-columns", "import-cell"
Column = Literal["audience", "age", "gender", "region", "spending", "dimension", "group", "share", "people"]
HEADERS: Mapping[Column, tuple[str, ...]] = {
    "audience": ("人群", "画像", "人群画像", "audience"),
    "age": ("年龄", "年龄段", "年龄分布", "age", "age band"),
    "gender": ("性别", "性别分布", "gender", "sex"),
    "region": ("地区", "地域", "省份", "地域分布", "region", "province"),
    "spending": ("消费", "消费能力", "消费层级", "消费水平", "客单价", "价格带", "spending", "spending band"),
    "dimension": ("维度", "类型", "指标", "dimension"),
    "group": ("分组", "标签", "分类", "取值", "属性", "group", "value"),
    "share": ("占比", "人数占比", "用户占比", "比例", "百分比", "share", "per cent", "percent"),
    "people": ("人数", "用户数", "成交人数", "观看人数", "people", "users", "count"),
}
_KNOWN: tuple[Column, ...] = ("audience", "age", "gender", "region", "spending")
_SEARCHED_ROWS = 10
_BRACKETS = re.compile(r"\s*[(（\[【][^)）\]】]*[)）\]】]\s*")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?")
_AS_VALUE = Words(
    "写成数字，如 23.4% 或 1200；公式粘贴成值", "write a number, 23.4% or 1200; paste a formula as its value"
)


@dataclass(frozen=True)
class StatisticsLine:
    """A row: what is known of the people, their share in per cent and their number as far as the table has them."""

    known: tuple[tuple[str, str], ...]
    share: Decimal | None
    people: int | None


@dataclass
class _Reading:
    sheet: Sheet
    columns: Mapping[Column, int]
    findings: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def cell(self, cells: Row, column: Column) -> str:
        at = self.columns.get(column, 0)
        return cells[at - 1].strip() if 0 < at <= len(cells) else ""

    def number(self, row: int, cells: Row, column: Column) -> Decimal | None:
        said = self.cell(cells, column)
        plain = said.rstrip("%％ ").strip()
        if not said or plain in ("-", "--", "—"):
            return None
        if _NUMBER.fullmatch(plain) is None:
            self.refuse(row, column, Words(f"`{said[:40]}` 不是数字", f"`{said[:40]}` is no number"))
            return None
        return Decimal(plain.replace(",", ""))

    def refuse(self, row: int, column: Column, what: Words) -> None:
        self.findings.append(error(CELL, self.sheet.place(row, self.columns[column]), what, _AS_VALUE))


def statistics_lines(sheet: Sheet) -> tuple[tuple[StatisticsLine, ...], tuple[Diagnostic, ...]]:
    """Every row of the table, and what is wrong with it: headers that are not known, cells that are no numbers."""
    head = max(
        ((number, _columns(cells)) for number, cells in sheet.rows[:_SEARCHED_ROWS]),
        key=lambda one: len(one[1]),
        default=(0, dict[Column, int]()),
    )
    number, columns = head
    if not _complete(columns):
        return (), (_no_columns(sheet, number),)
    reading = _Reading(sheet, columns)
    rows = [(row, cells) for row, cells in sheet.rows if row > number]
    for one in sheet.untaken:
        if one.row > number and one.column in columns.values():
            reading.findings.append(error(CELL, sheet.place(one.row, one.column), one.why, _AS_VALUE))
    lines = tuple(_lines(reading, rows))
    return lines, tuple(reading.findings)


def _lines(reading: _Reading, rows: list[tuple[int, Row]]) -> Iterator[StatisticsLine]:
    shares = {row: reading.number(row, cells, "share") for row, cells in rows}
    written = [reading.cell(cells, "share") for _, cells in rows]
    known = [share for share in shares.values() if share is not None]
    # 0.234 for 23.4 %: none is over 1, and nobody wrote a sign
    fractions = bool(known) and max(known) <= 1 and not any("%" in one or "％" in one for one in written)
    for row, cells in rows:
        said = tuple((name, text) for name in _KNOWN if (text := reading.cell(cells, name)))
        if (dimension := _dimension(reading.cell(cells, "dimension"))) and (group := reading.cell(cells, "group")):
            said = (*said, (dimension, group))
        share, people = shares[row], reading.number(row, cells, "people")
        if said and (share is not None or people is not None):
            yield StatisticsLine(
                said,
                share * 100 if share is not None and fractions else share,
                int(people) if people is not None else None,
            )


def _columns(cells: Row) -> dict[Column, int]:
    found: dict[Column, int] = {}
    for at, cell in enumerate(cells, 1):
        plain = plain_header(_BRACKETS.sub("", cell))
        for column, names in HEADERS.items():
            if plain in names and column not in found:
                found[column] = at
                break
    return found


def _complete(columns: Mapping[Column, int]) -> bool:
    counted = "share" in columns or "people" in columns
    return counted and (any(one in columns for one in _KNOWN) or {"dimension", "group"} <= columns.keys())


def _dimension(said: str) -> str | None:
    plain = plain_header(said)
    return next((name for name in _KNOWN if plain in HEADERS[name]), None)


def _no_columns(sheet: Sheet, row: int) -> Diagnostic:
    return error(
        COLUMNS,
        sheet.place(row or (sheet.rows[0][0] if sheet.rows else 0)),
        Words(
            "认不出列：要有年龄、性别、地区、消费、人群中的一列，和占比或人数一列",
            "no columns are known: one of age, gender, region, spending or audience is needed, and one of share or people",
        ),
        Words(
            "把列名改成 年龄、性别、地区、消费层级、占比、人数；或“维度、分组、占比”三列",
            "call the columns age, gender, region, spending, share, people; or dimension, group, share",
        ),
    )
