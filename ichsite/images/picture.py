"""One picture made ready: checked, upright, sRGB, in the published widths. The original is never published."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ichsite.images.format import Refusal, format_fault
from ichsite.read.regular import FileTooLarge, read_regular
from ichsite.text.fingerprint import Fingerprint, of_bytes
from ichsite.text.words import Words

WEBP_WIDTHS = (480, 960)
JPEG_WIDTH = 960
MAX_PIXELS = 80_000_000
MAX_HEIGHT = 16_000
"""WebP ends at 16383 pixels a side; a scroll that is longer is published narrower."""
MAX_BYTES = 200_000_000
_WEBP = {"Q": 80, "effort": 2, "keep": "none"}
_JPEG = {"Q": 82, "keep": "none", "optimize_coding": True}
_TOO_MANY_BYTES = Refusal(
    "picture-too-large",
    Words(f"图片文件超过 {MAX_BYTES:,} 字节", f"the picture's file is over {MAX_BYTES:,} bytes"),
    Words("从原片重新导出一张 JPEG", "export a JPEG from the original again"),
)


@dataclass(frozen=True)
class PictureTask:
    """A picture as the author gave it: where its file really lies (no link), and the digest of the bytes that are meant.

    The bytes are read where they are decoded, so that hundreds of photographs are never in memory together.
    """

    file: str
    digest: Fingerprint


@dataclass(frozen=True)
class Variant:
    """One published file: its ending and its width and height in pixels."""

    ending: str
    width: int
    height: int


@dataclass(frozen=True)
class Prepared:
    """What a page needs to know of a picture: the variants in the order of their bytes, the mean colour, or what is wrong."""

    variants: tuple[Variant, ...]
    colour: str
    refusal: Refusal | None = None


class TooLargeError(Exception):
    """More pixels than we are ready to decode."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__(width, height)
        size = f"{width}×{height}"
        self.refusal = Refusal(
            "picture-too-large",
            Words(f"图片有 {size} 像素，超过 {MAX_PIXELS:,}", f"{size} pixels, over {MAX_PIXELS:,}"),
            Words("缩小到长边 4000 像素以内再放进来", "scale it down to 4000 pixels or less on the long side"),
        )


class PictureChanged(Exception):
    """The file is no longer what it was when its digest was taken: whose variants these would be is unknown."""


def prepare(task: PictureTask, _shelf: object = None) -> tuple[Prepared, tuple[bytes, ...] | None]:
    """The variants of a picture (JPEG last) and their bytes; on a fault the refusal and no bytes. Raises PictureChanged."""
    try:
        data = read_regular(Path(task.file), MAX_BYTES)
    except FileTooLarge:
        return Prepared((), "#cccccc", _TOO_MANY_BYTES), None
    except OSError:
        raise PictureChanged(task.file) from None
    if of_bytes(data) != task.digest:
        raise PictureChanged(task.file)
    refusal = format_fault(data)
    if refusal is None:
        try:
            return _prepared(data)
        except TooLargeError as large:
            refusal = large.refusal
        except Exception as wrong:
            if type(wrong).__module__.split(".")[0] != "pyvips":
                raise
            refusal = _broken(str(wrong))
    return Prepared((), "#cccccc", refusal), None


def _prepared(data: bytes) -> tuple[Prepared, tuple[bytes, ...]]:
    vips = _vips()
    header = vips.Image.new_from_buffer(data, "", access="sequential", fail_on="truncated")
    if header.width * header.height > MAX_PIXELS:
        raise TooLargeError(header.width, header.height)
    plain = header.interpretation in ("srgb", "b-w") and not header.get_typeof("icc-profile-data")
    variants: list[Variant] = []
    files: list[bytes] = []
    # decoded once, at the largest width, into a few megabytes; the smaller widths are made from that
    whole = _scaled(vips, data, max(*WEBP_WIDTHS, JPEG_WIDTH), plain=plain).copy_memory()
    for width in _widths(whole.width, WEBP_WIDTHS):
        image = whole.thumbnail_image(width, height=MAX_HEIGHT, size="down") if width < whole.width else whole
        variants.append(Variant("webp", image.width, image.height))
        files.append(image.webpsave_buffer(**_WEBP))
    flat = whole.flatten(background=[255, 255, 255]) if whole.hasalpha() else whole
    variants.append(Variant("jpg", flat.width, flat.height))
    files.append(flat.jpegsave_buffer(**_JPEG))
    return Prepared(tuple(variants), _colour(flat)), tuple(files)


def _widths(full: int, wanted: tuple[int, ...]) -> list[int]:
    """The wanted widths that the picture fills, and its own where it does not fill them all."""
    kept = [width for width in wanted if width <= full]
    return kept if len(kept) == len(wanted) else [*kept, full]


def _vips() -> Any:
    os.environ.setdefault("VIPS_CONCURRENCY", "1")
    import pyvips

    pyvips.cache_set_max(0)
    if hasattr(pyvips, "block_untrusted_set"):
        pyvips.block_untrusted_set(True)
    return pyvips


def _scaled(vips: Any, data: bytes, width: int, *, plain: bool) -> Any:
    """The picture at most `width` wide, upright by its orientation, in 8-bit sRGB.

    `plain` says that it is sRGB already: the way through a colour profile would take six times as long for nothing.
    """
    profile = {} if plain else {"output_profile": "srgb"}
    image = vips.Image.thumbnail_buffer(
        data, width, height=MAX_HEIGHT, size="down", option_string="[fail_on=truncated]", **profile
    )
    if image.format != "uchar":
        image = image.colourspace("srgb").cast("uchar")
    if image.bands < 3:
        image = image.colourspace("srgb")
    return image


def _colour(image: Any) -> str:
    pixel = image.resize(1 / image.width, vscale=1 / image.height, kernel="linear")(0, 0)
    return "#" + "".join(f"{max(0, min(255, round(band))):02x}" for band in pixel[:3])


def _broken(reason: str) -> Refusal:
    tidy = " ".join(reason.split())[:160]
    return Refusal(
        "picture-broken",
        Words(f"图片打不开或不完整（{tidy}）", f"the picture cannot be decoded or is incomplete ({tidy})"),
        Words("从原片重新导出一张 JPEG", "export a JPEG from the original again"),
    )
