"""How many pictures a file holds, where the decoder would quietly take the first: animated PNGs, pages of a TIFF.

The file is the author's: every offset in it is checked before it is followed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_MOST = 1000
_NEW_SUBFILE_TYPE, _SUB_IFDS, _DNG_VERSION = 254, 330, 50706


@dataclass(frozen=True)
class Page:
    """One directory of a TIFF: `reduced` where it is a smaller copy of another, `raw` where it is a camera's."""

    reduced: bool
    raw: bool


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
        for number in range(min(count, 4096)):
            tag, kind = struct.unpack_from(order + "HH", data, at + number * entry_size)
            # a short or long value of one item stands in the entry itself
            form = {3: "H", 4: "I"}.get(kind)
            value_at = at + number * entry_size + (12 if big else 8)
            tags[tag] = struct.unpack_from(order + form, data, value_at)[0] if form else 0
        reduced = bool(tags.get(_NEW_SUBFILE_TYPE, 0) & 1)
        # a camera keeps a small preview first and the negative in a sub-directory
        raw = _DNG_VERSION in tags or (not seen - {start} and reduced and _SUB_IFDS in tags)
        yield Page(reduced, raw)
        start = struct.unpack_from(order + next_form, data, at + count * entry_size)[0]
