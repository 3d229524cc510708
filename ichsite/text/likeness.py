"""Contents in short, so that an item without an id is known again after its folder was renamed and its text edited.

A bottom-k sketch (Broder 1997): of all four-character pieces of a text the sixteen with the smallest hashes. Two texts
share as many of the smallest of both together as they share pieces, within some ten per cent.
"""

from __future__ import annotations

from heapq import nsmallest
from zlib import crc32

PIECE, KEPT = 4, 16
_DIGITS = 8
ALIKE = 0.5
"""Two versions of one text are above, two texts of one shop below: see tests/text/test_likeness.py."""
_SHORTEST = 40
"""Characters: less says nothing about what a text is."""
TOO_SHORT = "short"
"""Is like nothing, itself included."""


def sketch_of(text: str) -> str:
    """The sketch, 8 hexadecimal digits a piece; TOO_SHORT for a text that cannot be known by it."""
    plain = "".join(text.split())
    if len(plain) < _SHORTEST:
        return TOO_SHORT
    hashes = {crc32(plain[at : at + PIECE].encode("utf-8", "surrogatepass")) for at in range(len(plain) - PIECE + 1)}
    return "".join(f"{one:08x}" for one in nsmallest(KEPT, hashes))


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same, 0 to 1, by their sketches; 0 where one is empty or no sketch."""
    first, second = pieces_of(one), pieces_of(other)
    if not first or not second:
        return 0.0
    smallest = set(nsmallest(KEPT, first | second))
    return len(smallest & first & second) / len(smallest)


def pieces_of(sketch: str) -> set[str]:
    """The hashes that a sketch holds; none where it is no sketch."""
    if len(sketch) % _DIGITS or len(sketch) > KEPT * _DIGITS:
        return set()
    return {sketch[at : at + _DIGITS] for at in range(0, len(sketch), _DIGITS)}
