"""The lines of an excerpt as they are shown: numbered, harmless, the faulty one marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ichsite.text.width import visible
from ichsite.text.words import Words

_SAVED = {
    "gb18030": Words("存成 GBK", "saved as GBK"),
    "cp950": Words("存成 Big5", "saved as Big5"),
    "utf-16": Words("存成 UTF-16", "saved as UTF-16"),
    "utf-32": Words("存成 UTF-32", "saved as UTF-32"),
    "utf-8-sig": Words("存成带 BOM 的 UTF-8", "saved as UTF-8 with a byte order mark"),
    "broken": Words("“手”字后面有一个坏字节", "with a broken byte after “手”"),
}


@dataclass(frozen=True)
class Line:
    """A line of an excerpt. `number` counts from 1; what nobody sees is written as its number in Unicode."""

    number: int
    shown: str
    marked: bool


def lines_of(excerpt: str, marked: int = 0) -> Iterator[Line]:
    """The lines of an excerpt."""
    for number, text in enumerate(excerpt.split("\n"), 1):
        yield Line(number, visible(text), number == marked)


def saved_as(encoding: str) -> Words | None:
    """What has to be said of how a failing file is saved; None for plain UTF-8."""
    return _SAVED.get(encoding)
