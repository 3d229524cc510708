"""Tables for tests: as a form service exports them, and as somebody would make them who means harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

HEADERS = (
    "序号",
    "提交答卷时间",
    "1、您的昵称（必填）",
    "2、收到的作品",
    "3、定制档位",
    "4、您的评价",
    "5、上传照片",
    "6、是否同意公开您的评价和照片？",
    "手机号",
    "收货地址",
    "订单编号",
)
ROW = (
    "1",
    "2026/10/2 14:03:22",
    "小舟",
    "青瓷花瓶",
    "功能定制",
    "颜色很深，插了桂花。",
    "",
    "同意",
    "13800138000",
    "SECRET-ADDRESS",
    "A001",
)


def row(**fields: str) -> list[str]:
    """A row as the form has it, with some fields otherwise."""
    names = ("number", "submitted", "buyer", "craft", "tier", "words", "photos", "consent", "phone", "home", "order")
    return [fields.get(name, usual) for name, usual in zip(names, ROW, strict=True)]


def csv_of(rows: Sequence[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """A CSV file with the headers above the rows."""
    import csv

    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([HEADERS, *rows])
    return out.getvalue().encode(encoding)


def workbook(rows: Sequence[Sequence[object]], *, hidden: Sequence[Sequence[object]] = ()) -> bytes:
    """An XLSX file; `hidden` is a sheet before the first one that can be seen."""
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    if hidden:
        for one in hidden:
            first.append(list(one))
        first.sheet_state = "hidden"
        first = book.create_sheet("答卷")
    for one in rows:
        first.append(list(one))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rewritten(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A workbook with some bytes of one part exchanged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            held = before.read(info)
            if info.filename == part:
                assert old in held
                held = held.replace(old, new, 1)
            after.writestr(info.filename, held)
    return out.getvalue()


def bytes_of(rows: Sequence[Sequence[object]], encoding: str = "utf-8") -> bytes:
    """A CSV file of just these rows."""
    import csv

    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode(encoding)


def with_group_headers(above: Sequence[str], below: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """An XLSX file with a title merged over all its columns and headers over two rows: a cell that is empty below is merged
    with the one above it, one that is empty above with the one to its left."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["十一月征集表（客服导出）"])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(above))
    sheet.append(list(above))
    sheet.append(list(below))
    for column, (over, under) in enumerate(zip(above, below, strict=True), 1):
        if over and not under:
            sheet.merge_cells(start_row=2, start_column=column, end_row=3, end_column=column)
        elif under and not over:
            sheet.merge_cells(start_row=2, start_column=column - 1, end_row=2, end_column=column)
    for one in rows:
        sheet.append(list(one))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
