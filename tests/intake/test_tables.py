"""Tables as they come: encodings, delimiters, quoted line breaks, and files that only look like tables."""

from __future__ import annotations

import io
import time
import zipfile
from datetime import date, datetime
from datetime import time as clock

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


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<row r="2"', b'<row r="99999999999"'),
        (b'<row r="2"', b'<row r="' + b"9" * 5_000 + b'"'),
        (b'r="B2"', b'r="B99999999"'),
        (b'r="B2"', b'r="ZZZZZZZ2"'),
        (b'r="B2"', b'r="B0"'),
        (b'r="B2"', b'r="XFE2"'),
        (b'r="B2"', b'r="XFD1048576"'),
        (b'<c r="B2"', b'<c r="XFD1048576"'),
        (b"</sheetData>", b'<y:row xmlns:y="of-somebody"><y:c r="XFD1048576"><y:v>1</y:v></y:c></y:row></sheetData>'),
    ],
)
def test_numbers_of_rows_and_cells_that_no_table_has(old: bytes, new: bytes) -> None:
    """Room for every cell up to such a one would take all memory there is."""
    far = rewritten(workbook([list(HEADERS), row()]), SHEET, old, new)
    started = time.process_time()
    read = read_table("t.xlsx", far)
    assert read.sheet is None and [one.code for one in read.findings] == ["table-unreadable"]
    assert time.process_time() - started < 2


def test_a_table_that_begins_late_and_goes_on_far_below_keeps_its_numbers() -> None:
    data = workbook([[], [], ["a", "b"], ["1", "2"]])
    deep = rewritten(data, SHEET, b'<row r="4">', b'<row r="900000">')
    deep = rewritten(rewritten(deep, SHEET, b'r="A4"', b'r="A900000"'), SHEET, b'r="B4"', b'r="B900000"')
    styled = rewritten(deep, SHEET, b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>')
    read = read_table("t.xlsx", styled)
    assert read.sheet is not None and read.sheet.rows == ((3, ("a", "b")), (900_000, ("1", "2")))


def test_what_cells_hold_is_written_as_a_person_would_type_it() -> None:
    held: list[tuple[object, str]] = [
        (" x ", " x "),
        ("一\r\n二", "一\n二"),
        ("一_x000D_\n二", "一\n二"),
        (datetime.fromisoformat("2026-11-02 14:03:22"), "2026-11-02 14:03:22"),
        (datetime.fromisoformat("2026-11-02"), "2026-11-02"),
        (date(2026, 11, 2), "2026-11-02"),
        (clock(9, 5), "09:05:00"),
        (True, "是"),
        (False, "否"),
        (13800138000, "13800138000"),
        (-3, "-3"),
        (2.5, "2.5"),
        (0.1, "0.1"),
    ]
    read = read_table("t.xlsx", workbook([[value, "|"] for value, _ in held]))
    assert read.sheet is not None
    assert [cells[0] for _, cells in read.sheet.rows] == [text for _, text in held]


MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHARED = (
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    + "<si><t>想要的</t></si><si><r><t>青</t></r><r><rPr><b/></rPr><t>瓷</t></r>"
    "<rPh sb='0' eb='1'><t>qing</t></rPh></si></sst>".encode()
)
TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="xml" ContentType="application/xml"/></Types>'
)


@pytest.mark.parametrize("target", [b"worksheets/one.xml", b"/xl/worksheets/one.xml"])
def test_texts_that_are_shared_names_with_prefixes_and_a_rule_for_colours(target: bytes) -> None:
    """As other programs write it: texts in a table of their own, every element with a prefix, a rule behind the cells."""
    main = MAIN
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": TYPES,
        "xl/workbook.xml": b'<x:workbook xmlns:x="%s" xmlns:r="%s"><x:sheets><x:sheet name="A" sheetId="1" r:id="q"/></x:sheets></x:workbook>'
        % (main, office),
        "xl/_rels/workbook.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="q" Type="%s/worksheet" Target="%s"/>'
        b'<Relationship Id="s" Type="%s/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        % (office, target, office),
        "xl/sharedStrings.xml": SHARED,
        "xl/worksheets/one.xml": b'<x:worksheet xmlns:x="%s"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row>'
        b'<x:row r="2"><x:c t="s"><x:v>1</x:v></x:c></x:row></x:sheetData>'
        b'<x:extLst><m:f xmlns:m="http://schemas.microsoft.com/office/excel/2006/main">A!A1</m:f></x:extLst></x:worksheet>'
        % main,
        "xl/media/image1.png": b"no picture",
        "content.xml": b"<of-another-document/>",
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    read = read_table("t.xlsx", out.getvalue())
    assert read.sheet is not None, read.findings[0].message.en
    assert read.sheet.rows == ((1, ("想要的",)), (2, ("青瓷",)))
    assert read.sheet.untaken == ()


def test_a_long_text_that_many_cells_show_is_not_written_out() -> None:
    """80 kB name a text of 32,000 characters four thousand times over: 128 million characters."""
    cells = b"".join(b'<row r="%d"><c t="s"><v> 0 </v></c></row>' % at for at in range(1, 4_001))
    before = zipfile.ZipFile(io.BytesIO(workbook([["a"]])))
    for length, whole in ((32_000, False), (320, True)):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for info in before.infolist():
                held = before.read(info)
                if info.filename == SHEET:
                    held = b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (MAIN, cells)
                archive.writestr(info.filename, held)
            archive.writestr(
                "xl/sharedStrings.xml", b'<sst xmlns="%s"><si><t>%s</t></si></sst>' % (MAIN, b"a" * length)
            )
        read = read_table("t.xlsx", out.getvalue())
        assert (read.sheet is not None) == whole
        if not whole:
            assert "50,000,000" in read.findings[0].message.en


def test_more_formulas_than_any_table_has(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook([["=1+1"] * 20] * 20)
    monkeypatch.setattr("ichsite.table.sheet_part._MOST_UNTAKEN", 300)
    read = read_table("t.xlsx", data)
    assert read.sheet is None and "formulas" in read.findings[0].message.en


def test_a_formula_without_a_value_is_seen_below_the_last_row() -> None:
    data = workbook([["a", "b"], ["1", "2"], [None, "=1+1"]])
    read = read_table("t.xlsx", rewritten(data, SHEET, b"<f>1+1</f><v />", b"<f>1+1</f>"))
    assert read.sheet is not None and [(one.row, one.column) for one in read.sheet.untaken] == [(3, 2)]
    assert read.sheet.rows[-1] == (3, ())


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", SHEET])
@pytest.mark.parametrize("how", ["cut", "noise", "empty", "gone"])
def test_a_broken_part_is_told(part: str, how: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = zipfile.ZipFile(io.BytesIO(workbook([list(HEADERS), row()])))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for info in before.infolist():
            held = before.read(info)
            if info.filename == part:
                if how == "gone":
                    continue
                held = {"cut": held[: len(held) // 2], "noise": bytes(range(256)) * 9, "empty": b""}[how]
            archive.writestr(info.filename, held)
    read = read_table("t.xlsx", out.getvalue())
    # styles tell a date from a number, and may be missing
    assert (read.sheet is None) == bool(read.findings)
    assert part == "xl/styles.xml" or read.sheet is None
    assert "panicked" not in capfd.readouterr().err


def test_more_rows_than_may_be() -> None:
    read = read_table("t.csv", b"a,b\n" + b"1,2\n" * (MOST_ROWS + 1))
    assert read.sheet is None and str(f"{MOST_ROWS:,}") in read.findings[0].message.en
