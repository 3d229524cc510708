"""XLSX: the first sheet that can be seen. Formulas are never evaluated, nor is what they once gave taken."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import Any

from ichsite.table.kind import CODE
from ichsite.table.sheet import MOST_COLUMNS, MOST_ROWS, ReadSheet, Row, Sheet, Untaken
from ichsite.table.sheet_part import Kind, SheetPart, listed_sheets, related_parts, shared_lengths, sheet_part
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

MOST_UNPACKED = 80_000_000
"""Bytes: twenty thousand rows of a form are some ten million."""
_MOST_PARTS = 2_000
_MOST_CELLS = MOST_ROWS * MOST_COLUMNS
"""Room is made for every cell between the first and the last one of a sheet."""
_MOST_CHARACTERS = 50_000_000
"""Twenty thousand rows of 2,500 characters."""
_PICTURES = "xl/media/"
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_PART = re.compile(r"\[Content_Types\]\.xml|xl/(?!media/).*\.(?:xml|rels)")
_MAIN = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="w"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{_WORKBOOK}"/></Relationships>"""
"""What the whole archive is about, whatever it says itself."""
_UNTAKEN: dict[Kind, Words] = {
    "formula": Words("是公式，不计算也不采用", "is a formula; it is neither computed nor taken"),
    "error": Words("是出错的值", "is an error value"),
}


def read_workbook(name: str, data: bytes) -> ReadSheet:
    """The table in a workbook. What the archive says of its own sizes is held against caps before anything is unpacked."""
    if (fault := _archive_fault(name, data)) is not None:
        return ReadSheet(None, (fault,))
    try:
        parts = _parts(data)
        sheets = {path: found for path, part in parts.items() if (found := sheet_part(part)) is not None}
        related = related_parts(parts[_RELATIONS])
        listed = [
            (one, sheets[path])
            for one in listed_sheets(parts[_WORKBOOK])
            if (path := related.get(one.relation)) in sheets
        ]
        visible = [(one.name, sheet) for one, sheet in listed if one.seen]
        if not visible:
            return ReadSheet(None, (_broken(name, Words("没有看得见的工作表", "no sheet in it can be seen")),))
        title, sheet = visible[0]
        if sheet.last_row * sheet.last_column > _MOST_CELLS:
            return ReadSheet(None, (_far(name, sheet),))
        if _written_out(parts, sheet) > _MOST_CHARACTERS:
            long = Words(
                f"文字摊开来超过 {_MOST_CHARACTERS:,} 个字",
                f"its texts are longer than {_MOST_CHARACTERS:,} characters",
            )
            return ReadSheet(None, (_broken(name, long),))
        rows = _rows(_values(parts, title), sheet)
    except Exception as wrong:  # whatever a parser of foreign archives raises, it is the file's fault
        return ReadSheet(None, (_unread(name, wrong),))
    except BaseException as wrong:
        if type(wrong).__name__ != "PanicException":  # how a library written in Rust says that it failed
            raise
        return ReadSheet(None, (_unread(name, wrong),))
    if len(rows) > MOST_ROWS:
        long = Words(f"超过 {MOST_ROWS:,} 行", f"there are more than {MOST_ROWS:,} rows")
        return ReadSheet(None, (_broken(name, long),))
    untaken = tuple(
        Untaken(row, column, _UNTAKEN[kind])
        for (row, column), kind in sorted(sheet.untaken.items())
        if column <= MOST_COLUMNS
    )
    notes = _sheet_notes([title for title, _ in visible], len(listed) - len(visible))
    return ReadSheet(Sheet(name, rows, untaken), notes=tuple(notes))


def _archive_fault(name: str, data: bytes) -> Diagnostic | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        return _broken(name, Words("压缩包坏了，或没有下载完", "the archive is broken or incomplete"))
    if not any(part.filename == _WORKBOOK for part in parts):
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


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts that say anything about sheets, by name: no pictures, no macros, nothing of another kind of document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist() if _PART.fullmatch(one.filename)}


def _written_out(parts: dict[str, bytes], sheet: SheetPart) -> int:
    """The characters of all texts that cells share, each counted as often as it is shown: a few bytes may name a long one."""
    if not sheet.shared:
        return 0
    tables = [lengths for part in parts.values() if (lengths := shared_lengths(part))]
    longest = [max(at) for at in zip_longest(*tables, fillvalue=0)]
    return sum(
        longest[int(index)] * shown
        for index, shown in sheet.shared.items()
        if index.isascii() and index.isdigit() and len(index) < 10 and int(index) < len(longest)
    )


def _values(parts: dict[str, bytes], sheet: str) -> list[list[Any]]:
    """The values of a sheet from its first cell on. What is read is an archive of just these parts, whose sizes are known."""
    from python_calamine import CalamineWorkbook

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("_rels/.rels", _MAIN)
        for path, part in parts.items():
            archive.writestr(path, part)
    out.seek(0)
    with CalamineWorkbook.from_filelike(out) as book:
        return book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def _rows(values: list[list[Any]], sheet: SheetPart) -> tuple[tuple[int, Row], ...]:
    """The rows that hold anything, or anything that is not taken."""
    untaken: defaultdict[int, list[int]] = defaultdict(list)
    for row, column in sheet.untaken:
        untaken[row].append(column)
    rows: list[tuple[int, Row]] = []
    for number, cells in enumerate(values, 1):
        texts = [one if type(one) is str and "\r" not in one else _text(one) for one in cells[:MOST_COLUMNS]]
        for column in untaken.get(number, ()):
            if column <= len(texts):
                texts[column - 1] = ""
        while texts and not texts[-1]:
            texts.pop()
        if number in untaken or any(text.strip() for text in texts):
            rows.append((number, tuple(texts)))
    rows += [(number, ()) for number in sorted(untaken) if number > len(values)]
    return tuple(rows)


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
            return str(value).replace("\r\n", "\n").replace("\r", "\n")


def _sheet_notes(visible: list[str], hidden: int) -> Iterator[Words]:
    if len(visible) > 1:
        first, *others = visible
        zh, en = "、".join(others), ", ".join(others)
        yield Words(f"只读了工作表“{first}”，没有读：{zh}。", f"Only the sheet {first} was read, not: {en}.")
    if hidden:
        yield Words(f"有 {hidden} 张隐藏的工作表，没有读。", f"{hidden} hidden sheet{'s' * (hidden != 1)} not read.")


def _far(name: str, sheet: SheetPart) -> Diagnostic:
    what = Words(
        f"内容一直到第 {sheet.last_row:,} 行、第 {sheet.last_column:,} 列，多半是落在远处的一个单元格",
        f"it reaches to row {sheet.last_row:,} and column {sheet.last_column:,}: most likely one cell far away from the others",
    )
    help = Words(
        "选中表格以外的行和列，删除，再保存一次",
        "select the rows and columns outside the table, delete them, save it again",
    )
    return error(CODE, Place(name), what, help)


def _unread(name: str, wrong: BaseException) -> Diagnostic:
    reason = " ".join(f"{type(wrong).__name__} {wrong}".split())[:120]
    return _broken(name, Words(f"读不成表格（{reason}）", f"it cannot be read as a workbook ({reason})"))


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
