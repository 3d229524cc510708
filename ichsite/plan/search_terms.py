"""Terms of many documents, put together from blocks of documents and drawers of terms.

A block is some documents that stand side by side; it has a text for each drawer, and a drawer is all terms between two
bounds. Where one page is edited, its block is made again and the few drawers whose texts are no longer the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import sub

from ichsite.plan.search_document import Document
from ichsite.plan.search_words import SPOKEN_MARK
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import Fingerprint, of_bytes

_CUT_UNDER = 20
"""Of 256: a block has 13 documents at the mean, so few are read again for an edit of one."""
_LONGEST_BLOCK = 1024
_FIRST_MARK = 0x100
"""In the text of a drawer a document is one character: this one is the first of the block."""
_DOCUMENTS_A_DRAWER = 128
_HAN = (0x4E00, 0xA000)
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

Encoded = list[tuple[str, str]]
"""Terms in the order in which script compares them, each with its three lists, the empty last ones left out."""


@dataclass(frozen=True)
class Block:
    """The terms of some documents by drawer: three lines (title, tags, text) of a term, its documents, a term, …"""

    drawers: tuple[str, ...]

    @property
    def prints(self) -> tuple[Fingerprint, ...]:
        """A fingerprint for each drawer."""
        return tuple(of_bytes(text.encode("utf-8", "surrogatepass")) for text in self.drawers)


@lru_cache(maxsize=4)
def blocks_of(addresses: tuple[UrlPath, ...]) -> tuple[range, ...]:
    """Where to cut: before some addresses, whatever stands beside them, so that a new page moves no cut but its own."""
    cuts = [0]
    for at, address in enumerate(addresses):
        if at and (of_bytes(address.encode())[0] < _CUT_UNDER or at - cuts[-1] == _LONGEST_BLOCK):
            cuts.append(at)
    return tuple(range(start, end) for start, end in pairwise((*cuts, len(addresses))))


@lru_cache(maxsize=4)
def bounds_of(documents: int) -> tuple[str, ...]:
    """The first terms of all drawers but the first, for a site of so many documents: pinyin by its letter, then Han."""
    drawers = 1 << (documents // _DOCUMENTS_A_DRAWER).bit_length()
    letters = "bcdefghijklmnopqrstuvwxyz" if drawers > 32 else ""
    step = (_HAN[1] - _HAN[0]) // drawers
    han = (chr(_HAN[0] + at * step) for at in range(drawers))
    return (*(SPOKEN_MARK + letter for letter in letters), "0", *han, chr(_HAN[1]))


def block_of(documents: Iterable[Document], bounds: tuple[str, ...]) -> Block:
    """The terms of some documents, a thousand at most."""
    found: tuple[dict[str, str], ...] = ({}, {}, {})
    for at, document in enumerate(documents, _FIRST_MARK):
        mark = chr(at)
        for marks, terms in zip(found, (document.strong, document.middle, document.weak), strict=True):
            for term in terms.split():
                marks[term] = marks.get(term, "") + mark
    return Block(tuple(map("\n".join, zip(*(_cut(marks, bounds) for marks in found), strict=True))))


def drawer_of(parts: Iterable[tuple[int, str]]) -> Encoded:
    """One drawer of a site, from its text in every block with the number of the block's first document."""
    postings: tuple[dict[str, list[int]], ...] = ({}, {}, {})
    for start, text in parts:
        ahead = start - _FIRST_MARK
        for found, line in zip(postings, text.split("\n"), strict=True):
            fields = line.split(" ")
            for term, marks in zip(fields[::2], fields[1::2], strict=False):  # an empty line is one field
                if (known := found.get(term)) is None:
                    found[term] = [ahead + one for one in map(ord, marks)]
                else:
                    known.extend([ahead + one for one in map(ord, marks)])
    strong, middle, weak = ({term: encoded_numbers(one) for term, one in found.items()} for found in postings)
    return [
        (term, f"{strong.get(term, '')}.{middle.get(term, '')}.{weak.get(term, '')}".rstrip("."))
        for term in sorted({*strong, *middle, *weak}, key=_as_script_compares)
    ]


def encoded_numbers(numbers: Sequence[int]) -> str:
    """Rising numbers as the gaps between them, five bits a character, the lowest first, 32 added where more follow."""
    gaps = map(sub, numbers, [-1, *numbers[:-1]])
    try:
        return "".join(map(_short().__getitem__, gaps))
    except IndexError:
        return "".join(_varint(gap - 1) for gap in map(sub, numbers, [-1, *numbers[:-1]]))


@lru_cache(maxsize=1)
def _short() -> tuple[str, ...]:
    return ("", *map(_varint, range(16_384)))


def _varint(number: int) -> str:
    digits: list[str] = []
    while number > 31:
        digits.append(_DIGITS[32 + (number & 31)])
        number >>= 5
    digits.append(_DIGITS[number])
    return "".join(digits)


def _cut(marks: dict[str, str], bounds: tuple[str, ...]) -> list[str]:
    terms = sorted(marks, key=_as_script_compares)
    cuts = [bisect_left(terms, _as_script_compares(bound), key=_as_script_compares) for bound in bounds]
    pieces = (terms[start:end] for start, end in pairwise((0, *cuts, len(terms))))
    return [" ".join(f"{term} {marks[term]}" for term in piece) for piece in pieces]


def _as_script_compares(term: str) -> bytes:
    return term.encode("utf-16-be", "surrogatepass")
