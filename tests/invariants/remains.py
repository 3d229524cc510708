"""Whether anything of some words or of a picture is left in a folder: as bytes, packed, escaped, or in other pixels."""

from __future__ import annotations

import gzip
import html
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyvips

from ichsite.engine.freight import unpack
from ichsite.text.fingerprint import of_bytes

_DIGEST = len(of_bytes(b""))
_SIDE = 8
_ALIKE = 45.0
"""Of 255 levels on average: a decoder that shrinks while it reads blurs; two pictures of chance differ by 80."""
_PICTURES = (b"\xff\xd8\xff", b"RIFF", b"\x89PNG", b"\x00\x00\x00 ftyp", b"\x00\x00\x00\x1cftyp")


def pieces(*folders: Path) -> Iterator[tuple[str, bytes]]:
    """Everything that lies in the folders, as it is and unpacked, with where it was found."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_symlink() or not path.is_file():
                continue
            yield str(path), str(path.relative_to(folder)).encode()
            yield from _opened(str(path), path.read_bytes())
            if path.suffix == ".sqlite":
                yield from _rows(path)


def left_of_words(words: Iterable[str], *folders: Path) -> set[str]:
    """Where any of the words stands, in whatever disguise."""
    needles = [needle for word in words for needle in _disguises(word)]
    return {name for name, data in pieces(*folders) if any(needle in data for needle in needles)}


def left_of_picture(picture: bytes, derived: Iterable[bytes], *folders: Path) -> set[str]:
    """Where a picture lies: its own bytes, those of what was made of it, or a picture that looks like it."""
    digests = {of_bytes(one) for one in (picture, *derived)}
    middle, look = picture[len(picture) // 2 :][:64], _look(picture)
    found: set[str] = set()
    for name, data in pieces(*folders):
        other = _look(data) if look and data.startswith(_PICTURES) else None
        alike = look is not None and other is not None and _distance(look, other) < _ALIKE
        if alike or of_bytes(data) in digests or middle in data:
            found.add(name)
    return found


def _disguises(word: str) -> Iterator[bytes]:
    yield from (word.encode(), word.encode("utf-16-le"), word.encode("gb18030"))
    yield json.dumps(word)[1:-1].encode()
    yield json.dumps(word)[1:-1].upper().replace("\\U", "\\u").encode()
    yield quote(word).encode()
    yield quote(word).lower().encode()
    yield html.escape(word).encode()
    yield "".join(f"&#{ord(letter)};" for letter in word).encode()
    yield "".join(f"&#x{ord(letter):x};" for letter in word).encode()


def _opened(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, data
    if data[:2] == b"\x1f\x8b":
        with suppress(OSError, EOFError):
            yield name, gzip.decompress(data)
    for start in (0, _DIGEST):
        with suppress(Exception):  # whatever is no packed value
            yield from ((name, one) for one in _inside(unpack(data[start:])))


def _inside(value: Any) -> Iterator[bytes]:
    if isinstance(value, bytes):
        yield value
    elif isinstance(value, str):
        yield value.encode("utf-8", "replace")
    elif isinstance(value, dict):
        for key, one in value.items():  # pyright: ignore[reportUnknownVariableType]
            yield from _inside(key)
            yield from _inside(one)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for one in value:  # pyright: ignore[reportUnknownVariableType]
            yield from _inside(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _inside(getattr(value, field.name))


def _rows(path: Path) -> Iterator[tuple[str, bytes]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as store:
        for (table,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in store.execute(f"SELECT * FROM {table}"):  # noqa: S608
                for cell in row:
                    if isinstance(cell, bytes):
                        yield from _opened(f"{path}:{table}", cell)


def _look(data: bytes) -> list[float] | None:
    """The picture as a few numbers."""
    with suppress(pyvips.Error):
        small: Any = pyvips.Image.thumbnail_buffer(data, _SIDE, height=_SIDE, size="force")
        flat = small.flatten() if small.hasalpha() else small
        return list(map(float, bytes(flat.colourspace("b-w").cast("uchar").write_to_memory())))
    return None


def _distance(one: list[float], other: list[float]) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)
