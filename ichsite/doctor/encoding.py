"""Which encoding the bytes of a text are in, and whether that is sure enough to convert them.

UTF-8 and UTF-16 show what they are. GB18030 and Big5 share nearly all of their byte pairs, so the text decides: read
as what it is, it is made of everyday characters; read as the other, of rare ones.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from ichsite.decode.text import reads_as_chinese, wide_encoding
from ichsite.text.unseen import CONTROLS

_BIG5 = "cp950"
_PASTED = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}){2}")
"""Two Chinese characters in a row as UTF-8 writes them: hardly ever met in GB18030."""
_MANY, _FEW = 0.8, 0.6
_ENOUGH, _NEARLY_ALL = 12, 0.95
_CODECS = {
    "UTF-16LE": ("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16BE": ("utf-16-be", codecs.BOM_UTF16_BE),
    "UTF-32LE": ("utf-32-le", codecs.BOM_UTF32_LE),
    "UTF-32BE": ("utf-32-be", codecs.BOM_UTF32_BE),
}


@dataclass(frozen=True)
class Reading:
    """What a file's bytes are: the encoding's name for a person, whether a mark (BOM) stands in front, the text without it.

    `text` is None where the bytes are of no encoding that is known, or would not come back as they were: such a file
    is nobody's to convert but its author's. `encoding` is None where nothing fits at all.
    """

    encoding: str | None
    marked: bool
    text: str | None

    @property
    def is_plain(self) -> bool:
        """Whether the file is UTF-8 without a mark, as every tool reads it."""
        return self.encoding == "UTF-8" and not self.marked


def reading_of(data: bytes) -> Reading:
    """What a file's bytes are."""
    if (wide := wide_encoding(data)) is not None:
        return _wide(data, wide)
    marked = data.startswith(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _chinese(data)
    if not _is_text(text):
        # some other program's file under the name of a text: bytes 13 and 10 are no line ends there
        return Reading(None, marked, None)
    # one mark or several, none of them is text
    return Reading("UTF-8", marked, text.lstrip("\ufeff") if marked else text)


def _wide(data: bytes, named: str) -> Reading:
    for name, (codec, mark) in _CODECS.items():
        if data.startswith(mark) and name.startswith(named):
            return _checked(data, named, codec, mark)
    if named in _CODECS:
        return _checked(data, named, _CODECS[named][0], b"")
    return Reading(named, False, None)


def _chinese(data: bytes) -> Reading:
    big5, gb = _everyday(data, _BIG5, _in_big5), _everyday(data, "gb18030", _in_gb)
    if big5 >= _MANY and gb < _FEW:
        # a guess, however good: what is wrong in it is seen only by somebody who reads
        return Reading("Big5", False, None)
    if reads_as_chinese(data):
        # UTF-8 that was pasted into it would come out as other, rare characters
        sure = gb >= _FEW and not _PASTED.search(data) and not _reads_as_korean(data)
        return _checked(data, "GB18030", "gb18030", b"") if sure else Reading("GB18030", False, None)
    return Reading(None, False, None)


def _checked(data: bytes, name: str, codec: str, mark: bytes) -> Reading:
    try:
        text = data[len(mark) :].decode(codec)
    except UnicodeDecodeError:
        return Reading(name, bool(mark), None)
    comes_back = mark + text.encode(codec) == data
    clean = comes_back and "\ufffd" not in text and _is_text(text)
    return Reading(name, bool(mark), text if clean else None)


def _is_text(text: str) -> bool:
    return CONTROLS.search(text.replace("\r", "")) is None


def _reads_as_korean(data: bytes) -> bool:
    """Whether the bytes are Korean in EUC-KR: its syllables are GB's everyday characters, but Chinese never has them alone."""
    try:
        foreign = [char for char in data.decode("euc_kr") if ord(char) > 127]
    except UnicodeDecodeError:
        return False
    return len(foreign) >= _ENOUGH and sum("가" <= char <= "힣" for char in foreign) >= _NEARLY_ALL * len(foreign)


def _everyday(data: bytes, codec: str, everyday: Callable[[bytes], bool]) -> float:
    """The share of everyday characters among those beyond ASCII, 0 where the bytes are not of this encoding."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return 0
    foreign = [char.encode(codec) for char in text if ord(char) > 127]
    return sum(map(everyday, foreign)) / len(foreign) if foreign else 0


def _in_gb(pair: bytes) -> bool:
    """Punctuation, or one of the 3,755 characters that GB 2312 puts first."""
    return len(pair) == 2 and pair[1] >= 0xA1 and (0xA1 <= pair[0] <= 0xA3 or 0xB0 <= pair[0] <= 0xD7)


def _in_big5(pair: bytes) -> bool:
    """Punctuation, or one of the 5,401 characters that Big5 puts first."""
    return len(pair) == 2 and 0xA1 <= pair[0] <= 0xC6
