"""Pictures made for tests: a scene whose corners tell which way is up, saved in every manner."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import pyvips

RED, GREEN, BLUE, YELLOW = (220, 30, 30), (30, 180, 30), (30, 30, 220), (230, 220, 40)
_EXIF_PRIVATE = {
    "exif-ifd0-Artist": "SECRET-ARTIST",
    "exif-ifd0-ImageDescription": "SECRET-DESCRIPTION",
    "exif-ifd3-GPSLatitude": "31/1 14/1 5432/100",
    "exif-ifd3-GPSLatitudeRef": "N",
    "exif-ifd3-GPSAreaInformation": "SECRET-PLACE",
    "exif-ifd2-BodySerialNumber": "SECRET-SERIAL",
}
_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>SECRET-XMP</dc:creator></x:xmpmeta>'
_IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x50\0\x0bSECRET-IPTC"
SECRETS = (
    b"SECRET",
    b"GPS",
    b"xmpmeta",
    b"Photoshop",
    b"Exif",
    b"31/1",
    b"iTXt",
    b"tEXt",
    b"zTXt",
    b"eXIf",
    b"EXIF",
    b"XMP ",
    b"ICCP",
)
SECRETS += (b"ICC_PROFILE", b"iCCP", b"acsp", b"http://ns.adobe", b"8BIM", b"COMMENT")


def scene(width: int = 80, height: int = 60) -> Any:
    """Red top left, green top right, blue bottom left, yellow bottom right; 8-bit sRGB."""
    quarter = [_plain(width // 2, height // 2, colour) for colour in (RED, GREEN, BLUE, YELLOW)]
    return pyvips.Image.arrayjoin(quarter, across=2).copy(interpretation="srgb")


def corners(image: Any) -> list[str]:
    """The colour names at top left, top right, bottom left, bottom right."""
    width, height = image.width, image.height
    places = [(x, y) for y in (height // 6, height - height // 6) for x in (width // 6, width - width // 6)]
    return [_nearest(image(*place)) for place in places]


def jpeg(image: Any, **options: Any) -> bytes:
    """A JPEG of good quality, without subsampling."""
    return image.jpegsave_buffer(**{"Q": 95, "subsample_mode": "off", **options})


def with_secrets(image: Any) -> Any:
    """The picture with a position, names and numbers in every place that pictures keep such things."""
    image = image.copy()
    for name, value in _EXIF_PRIVATE.items():
        image.set_type(pyvips.GValue.gstr_type, name, value)
    image.set_type(pyvips.GValue.blob_type, "xmp-data", _XMP)
    image.set_type(pyvips.GValue.blob_type, "iptc-data", _IPTC)
    image.set_type(pyvips.GValue.gstr_type, "png-comment-0-Comment", "SECRET-PNG")
    return image


def noise(width: int, height: int) -> Any:
    """A picture with something to compress everywhere."""
    bands = [pyvips.Image.gaussnoise(width, height, mean=mean, sigma=30, seed=mean) for mean in (90, 128, 170)]
    return bands[0].bandjoin(bands[1:]).cast("uchar").copy(interpretation="srgb")


def with_profile(image: Any, profile: bytes) -> Any:
    """The picture with these bytes as its colour profile."""
    image = image.copy()
    image.set_type(pyvips.GValue.blob_type, "icc-profile-data", profile)
    return image


def oriented(orientation: int) -> bytes:
    """The scene stored so that EXIF's `orientation` makes it upright."""
    turned = {
        1: lambda one: one,
        2: lambda one: one.fliphor(),
        3: lambda one: one.rot180(),
        4: lambda one: one.flipver(),
        5: lambda one: one.rot90().fliphor(),
        6: lambda one: one.rot270(),
        7: lambda one: one.rot270().fliphor(),
        8: lambda one: one.rot90(),
    }[orientation](scene()).copy()
    turned.set_type(pyvips.GValue.gint_type, "orientation", orientation)
    return jpeg(turned)


def png_of(width: int, height: int, rows: int = 0) -> bytes:
    """A PNG that says it is that large, and holds that many rows (each one byte a pixel, all black)."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress((b"\0" + bytes(width)) * rows, 9)
    chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def _plain(width: int, height: int, colour: tuple[int, int, int]) -> Any:
    return (pyvips.Image.black(width, height, bands=3) + list(colour)).cast("uchar")


def _nearest(pixel: list[float]) -> str:
    known = {"red": RED, "green": GREEN, "blue": BLUE, "yellow": YELLOW}
    return min(known, key=lambda name: sum((a - b) ** 2 for a, b in zip(known[name], pixel[:3], strict=True)))
