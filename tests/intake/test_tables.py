"""Tables as they come: encodings, delimiters, quoted line breaks, and files that only look like tables."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from ichsite.table.read import read_table
from ichsite.table.sheet import MOST_ROWS
from tests.intake.tables import HEADERS, csv_of, rewritten, row, workbook


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_is_read_whatever_it_was_saved_as(delimiter: str, encoding: str) -> None:
    read = read_table("t.csv", csv_of([row(words="第一行，\n第二行；“好”")], delimiter, encoding))
    assert read.sheet is not None and read.findings == ()
    assert read.sheet.rows[0][1] == HEADERS
    assert read.sheet.rows[1][1][5] == "第一行，\n第二行；“好”"
    assert bool(read.notes) == (encoding in ("gb18030", "utf-16"))


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    read = read_table("t.csv", csv_of([row(words="a\nb\nc"), [""] * 11, row(number="2")]))
    assert read.sheet is not None
    assert [number for number, _ in read.sheet.rows] == [1, 2, 4]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xef\xbb\xbf\r\n",
        b"<html><table><tr><td>1</td></tr></table>",
        b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>',
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"%PDF-1.7",
        b"PK\3\4 not really",
        "昵称,评价\n小,好".encode("euc-kr", "ignore") + b"\xff\xff",
    ],
)
def test_what_is_no_table_is_told_so(data: bytes) -> None:
    read = read_table("t.csv", data)
    assert read.sheet is None
    assert [one.code for one in read.findings] == ["table-unreadable"]
    assert read.findings[0].help is not None


def test_a_workbook_is_read_and_its_hidden_sheet_is_not() -> None:
    read = read_table("t.xlsx", workbook([HEADERS, row()], hidden=[["HIDDEN", "x"], ["1", "2"]]))
    assert read.sheet is not None
    assert read.sheet.rows[0][1] == HEADERS
    assert "HIDDEN" not in repr(read.sheet)
    assert any("隐藏" in note.zh for note in read.notes)


def test_formulas_and_errors_are_not_taken() -> None:
    rows = [list(HEADERS), row(words='=HYPERLINK("http://evil.example","x")'), row(words="#DIV/0!", number="2")]
    data = workbook(rows)
    read = read_table("t.xlsx", data)
    assert read.sheet is not None
    assert [cells[5] for _, cells in read.sheet.rows[1:]] == ["", ""]
    assert [(one.row, one.column) for one in read.sheet.untaken] == [(2, 6), (3, 6)]


def test_what_a_formula_once_gave_is_not_taken_either() -> None:
    data = workbook([list(HEADERS), row(words="=1+1")])
    cached = rewritten(data, "xl/worksheets/sheet1.xml", b"<f>1+1</f><v />", b"<f>1+1</f><v>CACHED</v>")
    read = read_table("t.xlsx", cached)
    assert read.sheet is not None and "CACHED" not in repr(read.sheet)
    assert len(read.sheet.untaken) == 1


def test_text_that_looks_like_a_formula_stays_text() -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["a", "b"])
    sheet.append(["x", "y"])
    cell = sheet.cell(2, 1)
    cell.value, cell.data_type = "=1+1", "s"
    out = io.BytesIO()
    book.save(out)
    read = read_table("t.xlsx", out.getvalue())
    assert read.sheet is not None and read.sheet.rows[1][1] == ("=1+1", "y")


def test_a_zip_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/sharedStrings.xml", "w") as part:
            for _ in range(100):
                part.write(bytes(1_000_000))
    data = out.getvalue()
    assert len(data) < 1_000_000
    started = time.process_time()
    read = read_table("t.xlsx", data)
    assert read.sheet is None and "压缩炸弹" in read.findings[0].message.zh
    assert time.process_time() - started < 1


def test_a_size_that_lies_cuts_and_does_not_flood() -> None:
    data = bytearray(workbook([list(HEADERS), *[row(words="字" * 900)] * 50]))
    at = data.rfind(b"PK\1\2")
    while at != -1:  # every entry of the directory says that it is ten bytes long
        data[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at = data.rfind(b"PK\1\2", 0, at)
    read = read_table("t.xlsx", bytes(data))
    assert read.sheet is None and read.findings[0].code == "table-unreadable"


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    data = workbook([list(HEADERS), row()])
    read = read_table("t.xlsx", rewritten(data, "xl/worksheets/sheet1.xml", b"<worksheet", bomb + b"<worksheet"))
    assert read.sheet is None and read.findings[0].code == "table-unreadable"


def test_numbers_of_rows_and_cells_that_no_spreadsheet_has() -> None:
    data = workbook([list(HEADERS), row()])
    far = rewritten(data, "xl/worksheets/sheet1.xml", b'<row r="2"', b'<row r="99999999999"')
    started = time.process_time()
    read = read_table("t.xlsx", far)
    assert read.sheet is not None and len(read.sheet.rows) == 1
    assert time.process_time() - started < 5


def test_more_rows_than_may_be() -> None:
    read = read_table("t.csv", b"a,b\n" + b"1,2\n" * (MOST_ROWS + 1))
    assert read.sheet is None and str(f"{MOST_ROWS:,}") in read.findings[0].message.en
