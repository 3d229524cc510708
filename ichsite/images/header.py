"""What a picture's file says of itself before a pixel is decoded: kind, size, colours, a position, whether it is whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ichsite.images.format import ACCEPTED, kind_of
from ichsite.images.leaves import frames_of_png
from ichsite.images.picture import load_vips
from ichsite.read.regular import read_ends

_ENDS_BYTES = 16_384
"""Enough for the chunks before a PNG's pixels, and for what cameras append behind a JPEG's end."""
_LOADERS = {"jpeg": "jpegload", "png": "pngload", "webp": "webpload", "tiff": "tiffload", "avif": "heifload"}
_vips = cache(load_vips)


@dataclass(frozen=True)
class Header:
    """A picture by its header; `width` and `height` in pixels as stored, 0 where the decoder was not asked.

    `frames` counts the pictures in the file, `placed` says whether it tells where it was taken, `whole` whether
    its end is there, and `fault` is what the decoder says where it cannot read the header.
    """

    kind: str
    width: int = 0
    height: int = 0
    frames: int = 1
    cmyk: bool = False
    placed: bool = False
    whole: bool = True
    fault: str = ""


def header_of(file: Path) -> Header:
    """The header of a regular file; only its ends are read, and what the decoder needs of it. Raises OSError."""
    start, end, size = read_ends(file, _ENDS_BYTES)
    kind = kind_of(start)
    if kind not in ACCEPTED:
        return Header(kind)
    whole = _is_whole(kind, start, end, size)
    vips = _vips()
    try:
        image = getattr(vips.Image, _LOADERS[kind])(str(file), access="sequential")
    except vips.Error as wrong:
        return Header(kind, whole=whole, fault=" ".join(str(wrong).split())[:160])
    frames = frames_of_png(start) if kind == "png" else 1 if kind == "tiff" else _frames(image)
    return Header(
        kind, image.width, image.height, frames, image.interpretation == "cmyk", placed=_is_placed(image), whole=whole
    )


def _is_whole(kind: str, start: bytes, end: bytes, size: int) -> bool:
    """Whether the file ends as its kind ends. Cameras append to a JPEG, so its end is looked for, not expected last."""
    if kind == "jpeg":
        return b"\xff\xd9" in end
    if kind == "png":
        return b"IEND" in end
    if kind == "webp":
        return int.from_bytes(start[4:8], "little") + 8 <= size
    return True


def _frames(image: Any) -> int:
    return int(image.get("n-pages")) if image.get_typeof("n-pages") else 1


def _is_placed(image: Any) -> bool:
    if image.get_typeof("exif-ifd3-GPSLatitude"):
        return True
    return bool(image.get_typeof("xmp-data")) and b"GPSLatitude" in bytes(image.get("xmp-data"))
