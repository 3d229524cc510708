"""From a file's bytes to its text: UTF-8 with `\\n`, or a finding that names the encoding."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.unseen import CONTROLS, unseen
from ichsite.text.words import Words

MAX_BYTES = 1_000_000
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_UNMARKED = ("UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE")
_CONVERT = Words(
    "运行 ichsite doctor --fix 转成 UTF-8（原件留底），或用编辑器另存为 UTF-8",
    "run `ichsite doctor --fix`, which converts it and keeps the original, or save it as UTF-8 from an editor",
)
_USUAL = re.compile("[\t\n\r -~\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")


def decode_text(path: str, data: bytes, most: int = MAX_BYTES) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text, or an empty one with the finding that says why not; a file of over `most` bytes is refused."""
    if len(data) > most:
        return "", (_too_large(path, len(data), most),)
    if (encoding := wide_encoding(data)) is not None:
        return "", (_wide(path, encoding),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        return "", (_foreign(path, data, wrong),)
    if text.startswith("\ufeff"):
        return "", (_second_mark(path),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := CONTROLS.search(text):
        return "", (_control(path, text, found.start()),)
    return text, ()


def _too_large(path: str, size: int, most: int) -> Diagnostic:
    return error(
        "text-too-large",
        Place(path),
        Words(
            f"文件有 {size:,} 字节，超过 {most:,} 的上限",
            f"the file has {size:,} bytes, over the cap of {most:,}",
        ),
        Words("一件作品一个文件；图片不要粘进文字里", "one piece, one file; do not paste pictures into text"),
    )


def wide_encoding(data: bytes) -> str | None:
    """The encoding of a file in units of two or four bytes, by its mark or by how it reads; None for others."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    zeros = data.count(0)
    if not zeros or (zeros * 5 < len(data) and _is_utf8(data)):
        return None
    for encoding in _UNMARKED:
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if len(_USUAL.findall(text)) * 10 >= len(text) * 9:
                return encoding
    return None


def _is_utf8(data: bytes) -> bool:
    with suppress(UnicodeDecodeError):
        data.decode()
        return True
    return False


def _wide(path: str, encoding: str) -> Diagnostic:
    wide = encoding.startswith("UTF-32")
    said = "（记事本里叫 Unicode）" if encoding in ("UTF-16", "UTF-16LE") else ""
    return error(
        "text-utf32" if wide else "text-utf16",
        Place(path),
        Words(f"文件存成了 {encoding}{said}，这里只收 UTF-8", f"the file is {encoding}; only UTF-8 is read"),
        _CONVERT,
    )


def _second_mark(path: str) -> Diagnostic:
    return error(
        "text-second-mark",
        Place(path, 1, 1),
        Words("文件开头有两个字节序标记（BOM）", "the file starts with two byte order marks"),
        Words("用编辑器另存为“UTF-8（无 BOM）”", "save it as UTF-8 without a mark from an editor"),
    )


def _foreign(path: str, data: bytes, wrong: UnicodeDecodeError) -> Diagnostic:
    before = data[: wrong.start].removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    place = Place(path, len(lines), len(lines[-1]) + 1)
    if reads_as_chinese(data):
        return error(
            "text-gbk",
            place,
            Words("文件是 GBK（GB18030）编码，这里只收 UTF-8", "the file is in GBK (GB18030); only UTF-8 is read"),
            _CONVERT,
        )
    return error(
        "text-not-utf8",
        place,
        Words("从这里起不是 UTF-8 文字", "from here on this is not UTF-8 text"),
        Words("用编辑器另存为 UTF-8", "save it as UTF-8 from an editor"),
    )


def reads_as_chinese(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 make Chinese text when they are read as GB18030."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    foreign = [char for char in text if ord(char) > 127]
    return (
        bool(foreign)
        and sum("一" <= char <= "鿿" or char in "，。：；、（）“”！？" for char in foreign) > len(foreign) / 2
    )


def _control(path: str, text: str, at: int) -> Diagnostic:
    line_start = text.rfind("\n", 0, at) + 1
    place = Place(path, text.count("\n", 0, at) + 1, at - line_start + 1)
    what = unseen(text[at])
    return error(what.code, place, what.message, what.help)
