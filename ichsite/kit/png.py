"""A black and white PNG, packed by ourselves.

The compressors that Python is built with (zlib, zlib-ng) give different bytes for the same picture. This one knows
only what such pictures are made of, rows that are repeated and runs in a row, and gives the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from zlib import adler32, crc32

Rows = Iterable[tuple[bytes, int]]
"""Rows of a picture, a bit a pixel and 1 for white, each with how often it is repeated."""

_LONGEST = 258


def png(width: int, rows: Rows) -> bytes:
    """The file; every row holds `(width + 7) // 8` bytes."""
    lines = [(b"\0" + row, times) for row, times in rows]
    height = sum(times for _, times in lines)
    plain = b"".join(line * times for line, times in lines)
    packed = b"\x78\x01" + _deflated(lines) + adler32(plain).to_bytes(4, "big")
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x01\x00\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + crc32(name + data).to_bytes(4, "big")


def _deflated(lines: Iterable[tuple[bytes, int]]) -> bytes:
    """One last block with the fixed codes of RFC 1951, 3.2.6."""
    bits, at = 0b011, 3
    for code, length in _codes(lines):
        bits |= code << at
        at += length
    return bits.to_bytes((at + 7) // 8, "little")


def _codes(lines: Iterable[tuple[bytes, int]]) -> Iterator[tuple[int, int]]:
    for line, times in lines:
        for value, run in groupby(line):
            more = sum(1 for _ in run)
            yield _SYMBOLS[value]
            if more > 3:
                yield from _copies(more - 1, 1)
            else:
                yield from [_SYMBOLS[value]] * (more - 1)
        yield from _copies(len(line) * (times - 1), len(line))
    yield _SYMBOLS[256]


def _copies(count: int, back: int) -> Iterator[tuple[int, int]]:
    """The `count` bytes (none, or three at least) that begin `back` bytes before, once more."""
    while count:
        # fewer than three may not be left over: no copy is shorter
        length = min(count, _LONGEST if count - _LONGEST not in (1, 2) else _LONGEST - 3)
        yield _LENGTHS[length]
        yield _distance(back)
        count -= length


def _turned(code: int, length: int) -> tuple[int, int]:
    """The code as it lies in the stream: its highest bit first."""
    return int(format(code, f"0{length}b")[::-1], 2), length


def _symbol(number: int) -> tuple[int, int]:
    if number < 144:
        return _turned(0x30 + number, 8)
    if number < 256:
        return _turned(0x190 + number - 144, 9)
    if number < 280:
        return _turned(number - 256, 7)
    return _turned(0xC0 + number - 280, 8)


_SYMBOLS = tuple(_symbol(number) for number in range(288))


def _length(length: int) -> tuple[int, int]:
    if length == _LONGEST:
        return _SYMBOLS[285]
    rest = length - 3
    extra = max(0, rest.bit_length() - 3)
    code, bits = _SYMBOLS[257 + 4 * extra + (rest >> extra)]
    return code | (rest & ((1 << extra) - 1)) << bits, bits + extra


_LENGTHS = {length: _length(length) for length in range(3, _LONGEST + 1)}


def _distance(back: int) -> tuple[int, int]:
    rest = back - 1
    extra = max(0, rest.bit_length() - 2)
    code, bits = _turned(2 * extra + (rest >> extra), 5)
    return code | (rest & ((1 << extra) - 1)) << bits, bits + extra
