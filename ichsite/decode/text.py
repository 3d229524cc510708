"""From a file's bytes to its text: UTF-8 with `\\n`, or a finding that names the encoding."""

from __future__ import annotations

import codecs
import re
import unicodedata

from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

MAX_BYTES = 1_000_000
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode_text(path: str, data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text, or an empty one with the finding that says why not."""
    if len(data) > MAX_BYTES:
        return "", (_too_large(path, len(data)),)
    if data[:2] in _UTF16 or b"\x00" in data[:4000:2] or b"\x00" in data[1:4000:2]:
        return "", (_wide(path, data),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        return "", (_foreign(path, data, wrong),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _BAD.search(text):
        return "", (_control(path, text, found.start()),)
    return text, ()


def _too_large(path: str, size: int) -> Diagnostic:
    return error(
        "text-too-large",
        Place(path),
        Words(
            f"文件有 {size:,} 字节，超过 {MAX_BYTES:,} 的上限",
            f"the file has {size:,} bytes, over the cap of {MAX_BYTES:,}",
        ),
        Words("一件作品一个文件；图片不要粘进文字里", "one piece, one file; do not paste pictures into text"),
    )


def _wide(path: str, data: bytes) -> Diagnostic:
    if data[:2] in _UTF16:
        return error(
            "text-utf16",
            Place(path),
            Words("文件存成了 UTF-16（记事本里叫 Unicode），这里只收 UTF-8", "the file is UTF-16; only UTF-8 is read"),
            Words(
                f"另存为 UTF-8，或运行：iconv -f UTF-16 -t UTF-8 {path}",
                f"save it as UTF-8, or run: iconv -f UTF-16 -t UTF-8 {path}",
            ),
        )
    return error(
        "text-control",
        Place(path),
        Words("文件里有 NUL 字节，不像是文字文件", "the file has NUL bytes and does not look like text"),
        Words("用编辑器另存为 UTF-8", "save it as UTF-8 from an editor"),
    )


def _foreign(path: str, data: bytes, wrong: UnicodeDecodeError) -> Diagnostic:
    before = data[: wrong.start].removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    place = Place(path, len(lines), len(lines[-1]) + 1)
    if _reads_as_chinese(data):
        return error(
            "text-gbk",
            place,
            Words("文件是 GBK（GB18030）编码，这里只收 UTF-8", "the file is in GBK (GB18030); only UTF-8 is read"),
            Words(
                f"另存为 UTF-8，或运行：iconv -f GB18030 -t UTF-8 {path}",
                f"save it as UTF-8, or run: iconv -f GB18030 -t UTF-8 {path}",
            ),
        )
    return error(
        "text-not-utf8",
        place,
        Words("从这里起不是 UTF-8 文字", "from here on this is not UTF-8 text"),
        Words("用编辑器另存为 UTF-8", "save it as UTF-8 from an editor"),
    )


def _reads_as_chinese(data: bytes) -> bool:
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
    name = unicodedata.name(text[at], f"U+{ord(text[at]):04X}")
    return error(
        "text-control",
        Place(path, text.count("\n", 0, at) + 1, at - line_start + 1),
        Words(f"这里有一个看不见的控制字符（{name}）", f"an invisible control character stands here ({name})"),
        Words("删掉它再保存", "delete it and save"),
    )
