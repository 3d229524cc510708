"""How many pictures a file holds, where the decoder would quietly take the first: animated PNGs, pages of a TIFF.

The file is the author's: every offset in it is checked before it is followed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_MOST = 1000
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
"""Bytes of one value, by the number of its type."""
_NEEDED = frozenset({258, 273, 279, 320, 324, 325, 347, 34675})
"""Bits, strips, palette, tiles, the tables of a JPEG inside, the colour profile."""
_NEW_SUBFILE_TYPE, _SUB_IFDS, _DNG_VERSION = 254, 330, 50706


@dataclass(frozen=True)
class Page:
    """One directory of a TIFF: `reduced` where it is a smaller copy of another, `raw` where it is a camera's,
    `cut` where what the pixels need lies behind the end of the file (libtiff would go on without)."""

    reduced: bool
    raw: bool
    cut: bool


def frames_of_png(data: bytes) -> int:
    """How many frames an animated PNG says it has; 1 for a still one."""
    at = 8
    while at + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        if name == b"acTL" and length >= 8 and at + 12 <= len(data):
            return max(1, int.from_bytes(data[at + 8 : at + 12], "big"))
        if name == b"IDAT":
            break
        at += 12 + length
    return 1


def pages_of_tiff(data: bytes) -> tuple[Page, ...]:
    """The pages of a TIFF or BigTIFF, in the order of the file; none where its directories cannot be followed."""
    order = "<" if data[:2] == b"II" else ">"
    big = data[2:4] in (b"+\0", b"\0+")
    try:
        start = struct.unpack_from(order + ("Q" if big else "I"), data, 8 if big else 4)[0]
        return tuple(_pages(data, order, start, big=big))
    except struct.error:
        return ()


def _pages(data: bytes, order: str, start: int, *, big: bool) -> Iterator[Page]:
    seen: set[int] = set()
    count_form, entry_size, next_form = ("Q", 20, "Q") if big else ("H", 12, "I")
    while start and start not in seen and len(seen) < _MOST:
        seen.add(start)
        count = struct.unpack_from(order + count_form, data, start)[0]
        at = start + struct.calcsize(order + count_form)
        tags: dict[int, int] = {}
        cut = False
        for number in range(min(count, 4096)):
            entry = at + number * entry_size
            tag, kind, items = struct.unpack_from(order + ("HHQ" if big else "HHI"), data, entry)
            # a short or long value of one item stands in the entry itself, what is longer at an offset
            value_at, room = (entry + 12, 8) if big else (entry + 8, 4)
            form = {3: "H", 4: "I"}.get(kind)
            tags[tag] = struct.unpack_from(order + form, data, value_at)[0] if form else 0
            if tag in _NEEDED and (size := items * _SIZES.get(kind, 1)) > room:
                cut |= struct.unpack_from(order + next_form, data, value_at)[0] + size > len(data)
        reduced = bool(tags.get(_NEW_SUBFILE_TYPE, 0) & 1)
        # a camera keeps a small preview first and the negative in a sub-directory
        raw = _DNG_VERSION in tags or (not seen - {start} and reduced and _SUB_IFDS in tags)
        yield Page(reduced, raw, cut)
        start = struct.unpack_from(order + next_form, data, at + count * entry_size)[0]
