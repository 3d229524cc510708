"""XLSX: the first sheet that can be seen. Formulas are never evaluated, nor is what they once gave taken."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from ichsite.table.kind import CODE
from ichsite.table.sheet import MOST_COLUMNS, MOST_ROWS, ReadSheet, Row, Sheet, Untaken
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

MOST_UNPACKED = 80_000_000
"""Bytes: twenty thousand rows of a form are some ten million."""
_MOST_PARTS = 2_000
_LAST_ROW = 1_048_576
"""A spreadsheet has no more rows; a row that says it has another number is no row."""
_PICTURES = "xl/media/"
_UNTAKEN = {
    "f": Words("是公式，不计算也不采用", "is a formula; it is neither computed nor taken"),
    "e": Words("是出错的值", "is an error value"),
}


def read_workbook(name: str, data: bytes) -> ReadSheet:
    """The table in a workbook. What the archive says of its own sizes is held against caps before anything is unpacked."""
    if (fault := _archive_fault(name, data)) is not None:
        return ReadSheet(None, (fault,))
    from openpyxl import load_workbook  # with defusedxml beside it, XML with entities is refused

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book: Any = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
            visible = [one for one in book.worksheets if one.sheet_state == "visible"]
            hidden = len(book.worksheets) - len(visible)
            if not visible:
                return ReadSheet(None, (_broken(name, Words("没有看得见的工作表", "no sheet in it can be seen")),))
            rows, untaken, cut = _rows(visible[0])
    except Exception as wrong:  # whatever a parser of foreign archives raises, it is the file's fault
        reason = " ".join(f"{type(wrong).__name__} {wrong}".split())[:120]
        said = Words(f"读不成表格（{reason}）", f"it cannot be read as a workbook ({reason})")
        return ReadSheet(None, (_broken(name, said),))
    if cut:
        long = Words(f"超过 {MOST_ROWS:,} 行", f"there are more than {MOST_ROWS:,} rows")
        return ReadSheet(None, (_broken(name, long),))
    return ReadSheet(Sheet(name, rows, untaken), notes=tuple(_sheet_notes(visible, hidden)))


def _archive_fault(name: str, data: bytes) -> Diagnostic | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        return _broken(name, Words("压缩包坏了，或没有下载完", "the archive is broken or incomplete"))
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        return _broken(
            name, Words("这是压缩包或别的文档，不是 .xlsx 表格", "this is an archive or another document, no .xlsx")
        )
    if any(part.flag_bits & 1 for part in parts):
        return _broken(name, Words("表格加了密码", "the workbook has a password"))
    # `zipfile` never unpacks more of a part than its entry says, so that a lying size cuts and does not flood
    size = sum(part.file_size for part in parts if not part.filename.startswith(_PICTURES))
    if size > MOST_UNPACKED or len(parts) > _MOST_PARTS:
        return _broken(
            name,
            Words(
                f"解开有 {size:,} 字节，最多 {MOST_UNPACKED:,}：可能是压缩炸弹，没有解开",
                f"it would unpack to {size:,} bytes, {MOST_UNPACKED:,} at most; it was not unpacked",
            ),
        )
    return None


def _rows(sheet: Any) -> tuple[tuple[tuple[int, Row], ...], tuple[Untaken, ...], bool]:
    """The rows, the cells that are not taken, and whether there are more than may be."""
    from openpyxl.cell.read_only import EMPTY_CELL

    sheet.reset_dimensions()  # what the sheet says of its size is not believed
    rows: list[tuple[int, Row]] = []
    untaken: list[Untaken] = []
    padding: object = None
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        if number > _LAST_ROW:
            break
        if cells is padding:
            continue  # rows that are left out of the file are one and the same object, a million times over
        filled = [(column, cell) for column, cell in enumerate(cells) if cell is not EMPTY_CELL]
        if not filled:
            padding = cells
            continue
        if len(rows) >= MOST_ROWS:
            return tuple(rows), tuple(untaken), True
        texts = [""] * (filled[-1][0] + 1)
        for column, cell in filled:
            if (why := _UNTAKEN.get(cell.data_type)) is not None:
                untaken.append(Untaken(number, column + 1, why))
            else:
                texts[column] = _text(cell.value)
        while texts and not texts[-1]:
            texts.pop()
        if any(text.strip() for text in texts) or (untaken and untaken[-1].row == number):
            rows.append((number, tuple(texts)))
    return tuple(rows), tuple(untaken), False


def _text(value: object) -> str:
    """A cell as a person would have typed it."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M:%S") if value.time() != time() else value.strftime("%Y-%m-%d")
        case date():
            return value.isoformat()
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case time() | timedelta():
            return str(value)
        case _:
            # carriage returns as XML writes them, and line ends of Windows
            return str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")


def _sheet_notes(visible: list[Any], hidden: int) -> Iterator[Words]:
    if len(visible) > 1:
        zh = "、".join(one.title for one in visible[1:])
        en = ", ".join(one.title for one in visible[1:])
        first = visible[0].title
        yield Words(f"只读了工作表“{first}”，没有读：{zh}。", f"Only the sheet {first} was read, not: {en}.")
    if hidden:
        yield Words(f"有 {hidden} 张隐藏的工作表，没有读。", f"{hidden} hidden sheet{'s' * (hidden != 1)} not read.")


def _broken(name: str, what: Words) -> Diagnostic:
    return error(
        CODE,
        Place(name),
        what,
        Words(
            "从问卷或表格软件重新导出一份 .xlsx 或 CSV",
            "export it again as .xlsx or CSV from the form or the spreadsheet",
        ),
    )
