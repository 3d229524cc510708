"""A table of deliveries: which column holds what, each row as typed days; anything else in it is refused.

作品,层级,承诺最早,承诺最晚,到手        or  craft,tier,promised from,promised to,delivered
作品,层级,承诺到手,到手                 one column for the window: 2026-09-01/2026-09-10, 2026年9月1日至9月10日

Lines above the headers that begin with `#` are notes to who keeps the table.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import takewhile
from typing import Literal

from ichsite.assess.track_record import DeliveryGroup
from ichsite.intake.day import day_of
from ichsite.intake.headers import plain_header
from ichsite.model.tier import TIER_TERMS, TIERS, TierName
from ichsite.table.sheet import Row, Sheet
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.words import Words

COLUMNS, CELL = "delivery-columns", "delivery-cell"
MOST_ROWS = 200_000
MOST_NOTES = 100
_TOLD = 50
"""So many wrong cells of one file are told; the last finding says how many more there are."""

Column = Literal["craft", "tier", "window", "earliest", "latest", "delivered"]
HEADERS: Mapping[Column, tuple[str, ...]] = {
    "craft": ("作品", "作品名", "craft", "piece"),
    "tier": ("层级", "档位", "定制层级", "tier"),
    "window": ("承诺到手", "承诺窗口", "承诺日期", "承诺交期", "promised", "promised_window", "promised window"),
    "earliest": ("承诺最早", "最早到手", "promised_from", "promised from"),
    "latest": ("承诺最晚", "最晚到手", "promised_to", "promised to"),
    "delivered": ("到手", "实际到手", "送达", "签收", "签收日期", "交付", "delivered", "delivered_on", "delivered on"),
}
_TIER_NAMES: Mapping[str, TierName] = {
    **{tier: tier for tier in TIERS},
    **{TIER_TERMS.terms[tier]: tier for tier in TIERS},
    **{TIER_TERMS.terms[tier].removesuffix("定制"): tier for tier in TIERS},
}
_BETWEEN = re.compile(r"/|至|到|~|–|—+|--| - ")
_SHORT = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")


@dataclass
class _Group:
    delivered: array[int] = field(default_factory=lambda: array("i"))
    latest: array[int] = field(default_factory=lambda: array("i"))
    rows: array[int] = field(default_factory=lambda: array("i"))


@dataclass
class _Reading:
    sheet: Sheet
    columns: Mapping[Column, int]
    findings: list[Diagnostic] = field(default_factory=list[Diagnostic])
    wrong: int = 0

    def cell(self, cells: Row, column: Column) -> str:
        at = self.columns.get(column, 0)
        return cells[at - 1].strip() if 0 < at <= len(cells) else ""

    def refuse(self, row: int, column: Column, what: Words, help: Words) -> None:
        self.wrong += 1
        if self.wrong <= _TOLD:
            self.findings.append(error(CELL, self.sheet.place(row, self.columns[column]), what, help))


def without_notes(data: bytes) -> bytes:
    """A CSV file with an empty line for each note above its headers, so that rows keep their numbers.

    A note goes before the table is looked at: a comma in it would part no columns. A spreadsheet may have put it in quotes.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    lines = data[len(mark) :].splitlines(keepends=True)
    notes = list(takewhile(lambda line: line.strip() == b"" or line.lstrip(b'"').startswith(b"#"), lines[:MOST_NOTES]))
    return mark + b"\n" * len(notes) + b"".join(lines[len(notes) :]) if notes else data


def deliveries_of(sheet: Sheet) -> tuple[tuple[DeliveryGroup, ...], tuple[Diagnostic, ...]]:
    """The rows of a table by craft and tier, and what is wrong with it. The first row that holds anything is the headers."""
    if not sheet.rows:
        return (), ()
    (head, headers), *rows = sheet.rows
    columns, findings = _columns(sheet, head, headers)
    if findings:
        return (), findings
    reading, groups = _Reading(sheet, columns), dict[tuple[str, TierName], _Group]()
    width = len(headers)
    for number, cells in rows:
        if len(cells) > width and any(cell.strip() for cell in cells[width:]):
            reading.findings.append(
                _nothing_personal(sheet, head, width + 1, Words("没有列名的一列", "a column without a header"))
            )
            return (), tuple(reading.findings)
        _row(reading, number, cells, groups)
    if (more := reading.wrong - _TOLD) > 0:
        told = Words(f"这份表里还有 {more} 格不对", f"{more} more cells of this table are wrong")
        reading.findings.append(error(CELL, sheet.place(0), told))
    made = tuple(
        DeliveryGroup(craft, tier, one.delivered.tobytes(), one.latest.tobytes(), one.rows.tobytes())
        for (craft, tier), one in groups.items()
    )
    return made, tuple(reading.findings)


def _row(reading: _Reading, number: int, cells: Row, groups: dict[tuple[str, TierName], _Group]) -> None:
    craft = reading.cell(cells, "craft")
    tier = _tier(reading.cell(cells, "tier"))
    if not craft:
        reading.refuse(number, "craft", Words("没有写作品", "it does not say which craft"), _CRAFT)
        return
    if tier is None:
        said = reading.cell(cells, "tier")[:20]
        reading.refuse(number, "tier", Words(f"`{said}` 不是层级", f"`{said}` is no tier"), _TIER)
        return
    if "window" in reading.columns:
        span = _window(reading.cell(cells, "window"))
        column: Column = "window"
    else:
        column = "latest"
        earliest, latest = _day(reading.cell(cells, "earliest")), _day(reading.cell(cells, "latest"))
        span = (
            (earliest or latest, latest)
            if latest is not None and (earliest or not reading.cell(cells, "earliest"))
            else None
        )
    if span is None:
        said = reading.cell(cells, column)[:40]
        reading.refuse(
            number, column, Words(f"`{said}` 读不出承诺的日期", f"`{said}` gives no days that were promised"), _DAYS
        )
        return
    earliest, latest = span
    if earliest > latest:
        reading.refuse(
            number,
            column,
            Words("承诺的最早一天晚于最晚一天", "the earliest day promised lies after the latest"),
            _DAYS,
        )
        return
    delivered = _day(reading.cell(cells, "delivered"))
    if delivered is None:
        said = reading.cell(cells, "delivered")[:40]
        reading.refuse(number, "delivered", Words(f"`{said}` 不是日期", f"`{said}` is no day"), _DAYS)
        return
    group = groups.setdefault((craft, tier), _Group())
    group.delivered.append(delivered.toordinal())
    group.latest.append(latest.toordinal())
    group.rows.append(number)


_CRAFT = Words("写作品的名字、文件夹名或 id", "write the craft's title, folder or id")
_TIER = Words("写 element、function、deep，或元素定制、功能定制、深度定制", "write element, function or deep")
_DAYS = Words("写成 2026-09-20；一段写成 2026-09-01/2026-09-10", "write 2026-09-20; a window is 2026-09-01/2026-09-10")


def _columns(sheet: Sheet, row: int, headers: Row) -> tuple[dict[Column, int], tuple[Diagnostic, ...]]:
    found: dict[Column, int] = {}
    findings: list[Diagnostic] = []
    filled = {at for _, cells in sheet.rows[1:] for at, cell in enumerate(cells, 1) if cell and not cell.isspace()}
    for at, header in enumerate(headers, 1):
        plain = plain_header(header)
        column = _column(plain)
        if column is not None and column not in found:
            found[column] = at
        elif plain or at in filled:
            findings.append(
                _nothing_personal(
                    sheet, row, at, Words(f"“{header.strip()[:30]}”这一列", f"the column “{header.strip()[:30]}”")
                )
            )
    missing: list[Column] = [one for one in ("craft", "tier", "delivered") if one not in found]
    if "window" not in found and "latest" not in found:
        missing.append("latest")
    if missing and not findings:
        zh, en = "、".join(HEADERS[one][0] for one in missing), ", ".join(HEADERS[one][-1] for one in missing)
        findings.append(
            error(
                COLUMNS,
                sheet.place(row),
                Words(f"缺少列：{zh}", f"columns are missing: {en}"),
                Words(
                    "第一行写列名：作品,层级,承诺最早,承诺最晚,到手",
                    "the first row is: craft,tier,promised from,promised to,delivered",
                ),
            )
        )
    return found, tuple(findings)


def _column(header: str) -> Column | None:
    for column, names in HEADERS.items():
        if header in names:
            return column
    return None


def _nothing_personal(sheet: Sheet, row: int, column: int, which: Words) -> Diagnostic:
    return error(
        COLUMNS,
        sheet.place(row, column),
        Words(
            f"{which.zh}不该在这里：交付记录里不能有任何个人信息，只收作品、层级、承诺的日期、到手的日期",
            f"{which.en} has no place here: nothing personal may stand in a record of deliveries, only the craft, the tier, the days promised and the day delivered",
        ),
        Words(
            "删掉这一列再放进来；订单号、姓名、电话、备注都不要",
            "delete it: no order numbers, names, telephones or notes",
        ),
    )


def _tier(said: str) -> TierName | None:
    return _TIER_NAMES.get(said) or _TIER_NAMES.get(plain_header(said))


@lru_cache(4096)
def _day(said: str) -> date | None:
    return day_of(said) if said else None


@lru_cache(4096)
def _window(said: str) -> tuple[date, date] | None:
    """`2026-09-01/2026-09-10`, `2026年9月1日至9月10日`, or one day; the year of the last may be left out."""
    plain = unicodedata.normalize("NFKC", said).strip()
    for found in _BETWEEN.finditer(plain):
        first, behind = day_of(plain[: found.start()]), plain[found.end() :].strip()
        if first is None:
            continue
        short = _SHORT.fullmatch(behind)
        last = day_of(f"{first.year}-{short[1]}-{short[2]}" if short is not None else behind)
        if last is not None:
            return first, last
    one = day_of(plain)
    return (one, one) if one is not None else None
