"""A black and white PNG, packed by ourselves.

The compressors that Python is built with (zlib, zlib-ng) give different bytes for the same picture. This one knows
only what such pictures are made of, rows that are repeated and runs in a row, and gives the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
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
    bits = "110" + "".join(_line(line, times) for line, times in lines) + _SYMBOLS[256]
    return int(bits[::-1], 2).to_bytes((len(bits) + 7) // 8, "little")


def _line(line: bytes, times: int) -> str:
    """The bits in the order in which they lie in the stream."""
    runs = "".join([_run(value, len(list(same))) for value, same in groupby(line)])
    return runs + _copies(len(line) * (times - 1), len(line))


@lru_cache(maxsize=4096)
def _run(value: int, length: int) -> str:
    more = length - 1
    return _SYMBOLS[value] + (_copies(more, 1) if more >= 3 else _SYMBOLS[value] * more)


@lru_cache(maxsize=1024)
def _copies(count: int, back: int) -> str:
    """The `count` bytes (none, or three at least) that begin `back` bytes before, once more."""
    bits = ""
    while count:
        # fewer than three may not be left over: no copy is shorter
        length = min(count, _LONGEST if count - _LONGEST not in (1, 2) else _LONGEST - 3)
        bits += _LENGTHS[length] + _distance(back)
        count -= length
    return bits


def _symbol(number: int) -> str:
    if number < 144:
        return f"{0x30 + number:08b}"
    if number < 256:
        return f"{0x190 + number - 144:09b}"
    if number < 280:
        return f"{number - 256:07b}"
    return f"{0xC0 + number - 280:08b}"


_SYMBOLS = tuple(_symbol(number) for number in range(288))


def _extra(value: int, bits: int) -> str:
    """Extra bits: the lowest first, where codes have their highest first."""
    return f"{value & ((1 << bits) - 1):0{bits}b}"[::-1] if bits else ""


def _length(length: int) -> str:
    if length == _LONGEST:
        return _SYMBOLS[285]
    rest = length - 3
    bits = max(0, rest.bit_length() - 3)
    return _SYMBOLS[257 + 4 * bits + (rest >> bits)] + _extra(rest, bits)


_LENGTHS = {length: _length(length) for length in range(3, _LONGEST + 1)}


def _distance(back: int) -> str:
    rest = back - 1
    bits = max(0, rest.bit_length() - 2)
    return f"{2 * bits + (rest >> bits):05b}" + _extra(rest, bits)
