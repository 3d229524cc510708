"""What a table's file is by its bytes, whatever its name says."""

from __future__ import annotations

from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

CODE = "table-unreadable"
MOST_BYTES = 50_000_000

_EXPORT = Words(
    "在表格软件里打开它，另存为 .xlsx 或“CSV UTF-8”，再导入",
    "open it in a spreadsheet, save it as .xlsx or as CSV in UTF-8, and import that",
)
_PAGE_HEADS = (b"<!doctype", b"<html", b"<head", b"<meta", b"<table", b"<?xml", b"mime-version:")


def is_workbook(data: bytes) -> bool:
    """Whether the file is a zip archive, as every .xlsx is."""
    return data.startswith(b"PK\3\4")


def kind_fault(name: str, data: bytes) -> Diagnostic | None:
    """Why the file cannot be a table at all; None where it can be tried."""
    what = _fault(data)
    return None if what is None else error(CODE, Place(name), what, _EXPORT)


def not_there(name: str) -> Diagnostic:
    """The finding for a file that is not where it was said to be."""
    return error(
        CODE,
        Place(name),
        Words("没有这个文件", "there is no such file"),
        Words(
            "看看名字和文件夹写对了没有；把文件拖进终端窗口，会写上它的全名",
            "look at its name and folder; dragged into the terminal window, a file writes its full name",
        ),
    )


def _fault(data: bytes) -> Words | None:
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        return Words("文件是空的", "the file is empty")
    if len(data) > MOST_BYTES:
        return Words(
            f"文件有 {len(data):,} 字节，最多 {MOST_BYTES:,}",
            f"the file has {len(data):,} bytes; {MOST_BYTES:,} at most",
        )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return Words("这是旧的 .xls，或者加了密码的表格，读不了", "this is an old .xls, or a workbook with a password")
    low = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if low.startswith(_PAGE_HEADS):
        return Words(
            "这其实是一张网页（有些网站把网页存成 .xls 或 .csv），不是表格",
            "this is a web page under the name of a table, as some sites export them",
        )
    if low.startswith((b"%pdf", b"{\\rtf", b"\x89png", b"\xff\xd8\xff", b"rar!", b"7z\xbc\xaf")):
        return Words("这不是表格", "this is no table")
    return None
