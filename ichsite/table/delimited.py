"""CSV: in UTF-8 (with a mark or without), UTF-16 with a mark, or GB18030; parted by commas, semicolons or tabs."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from ichsite.table.kind import CODE
from ichsite.table.sheet import MOST_CELL, MOST_COLUMNS, MOST_ROWS, ReadSheet, Row, Sheet
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

DELIMITERS = (",", "\t", ";", "，", "；")
_SAMPLED_ROWS = 20


def read_delimited(name: str, data: bytes, most_rows: int = MOST_ROWS) -> ReadSheet:
    """The table in a CSV file. A quoted cell may hold line breaks: rows are counted as a spreadsheet counts them."""
    text, notes = _text(data)
    if text is None:
        return ReadSheet(None, (_foreign(name),))
    # whichever way the lines end: a lone CR is an old Mac's
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    delimiter = _delimiter(text)
    rows: list[tuple[int, Row]] = []
    try:
        for number, cells in enumerate(_records(text, delimiter), 1):
            if number > most_rows:
                return ReadSheet(None, (_too_long(name, most_rows),))
            if any(cell.strip() for cell in cells):
                rows.append((number, tuple(cells[:MOST_COLUMNS])))
    except csv.Error as wrong:
        return ReadSheet(None, (_broken(name, len(rows), str(wrong)),))
    return ReadSheet(Sheet(name, tuple(rows)), notes=notes)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    before = csv.field_size_limit(MOST_CELL * 4)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    finally:
        csv.field_size_limit(before)


def _text(data: bytes) -> tuple[str | None, tuple[Words, ...]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), (
                Words("文件是 UTF-16，已照此读入。", "The file is in UTF-16 and was read so."),
            )
        except UnicodeDecodeError:
            return None, ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None, ()
    return text, (
        Words("文件不是 UTF-8，按 GBK（GB18030）读入。", "The file is not UTF-8; it was read as GBK (GB18030)."),
    )


def _delimiter(text: str) -> str:
    """The sign that parts the first rows into the most columns, as many in each."""
    best, most = ",", 1
    for delimiter in DELIMITERS:
        widths: list[int] = []
        try:
            for cells in _records(text[:200_000], delimiter):
                if any(cells):
                    widths.append(len(cells))
                if len(widths) == _SAMPLED_ROWS:
                    break
        except csv.Error:
            continue
        # the usual width, not the widest: a comma in one sentence parts no columns
        usual = sorted(widths)[len(widths) // 2] if widths else 0
        if usual > most:
            best, most = delimiter, usual
    return best


def _foreign(name: str) -> Diagnostic:
    return error(
        CODE,
        Place(name),
        Words("既不是 UTF-8，也不是 GBK 的文字", "this is text neither in UTF-8 nor in GBK"),
        Words("在表格软件里另存为“CSV UTF-8”或 .xlsx", "save it as CSV in UTF-8, or as .xlsx, from a spreadsheet"),
    )


def _too_long(name: str, most: int) -> Diagnostic:
    return error(
        CODE,
        Place(name, most + 1),
        Words(f"超过 {most:,} 行", f"there are more than {most:,} rows"),
        Words("拆成几个文件，分次导入", "split it into several files and import them one by one"),
    )


def _broken(name: str, rows: int, reason: str) -> Diagnostic:
    return error(
        CODE,
        Place(name, rows + 1),
        Words(f"从这一行起读不成表格（{reason}）", f"from this row on it cannot be read as a table ({reason})"),
        Words(
            "多半是引号没有配对；在表格软件里打开再另存一次",
            "most likely a quote is not closed; save it anew from a spreadsheet",
        ),
    )
