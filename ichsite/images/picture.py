"""One picture made ready: checked, upright, sRGB, in the published widths. The original is never published."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ichsite.images.ai_label import AI_XMP
from ichsite.images.colour import dominant_colour
from ichsite.images.format import Refusal, format_fault, kind_of, moving, refused_as
from ichsite.images.leaves import frames_of_png, pages_of_tiff
from ichsite.images.recipe import MAX_SIDE, Keep, Recipe
from ichsite.read.regular import FileTooLarge, read_regular
from ichsite.text.fingerprint import Fingerprint, of_bytes
from ichsite.text.words import Words

MAX_PIXELS = 80_000_000
LONGEST_SIDE = 65_535
"""Pixels, as in a JPEG: the decoders hold a few whole lines, and one of 80 million pixels takes 700 MB."""
MAX_BYTES = 200_000_000
_NO_COLOUR = "#cccccc"
_SEE_THROUGH = "#ffffff"
"""Behind a picture that can be seen through: as in its JPEG."""
_AGAIN = Words("从原片重新导出一张 JPEG", "export a JPEG from the original again")
_TOO_MANY_BYTES = Refusal(
    "picture-too-large",
    Words(f"图片文件超过 {MAX_BYTES:,} 字节", f"the picture's file is over {MAX_BYTES:,} bytes"),
    _AGAIN,
)


@dataclass(frozen=True)
class PictureTask:
    """A picture as the author gave it: where its file really lies (no link), and the digest of the bytes that are meant.

    The bytes are read where they are decoded, so that hundreds of photographs are never in memory together.
    Where it is `ai_generated`, every file made of it says so.
    """

    file: str
    digest: Fingerprint
    recipe: Recipe
    ai_generated: bool = False


@dataclass(frozen=True)
class Variant:
    """One published file: its ending (`webp`, `avif`, `jpg`) and its width and height in pixels."""

    ending: str
    width: int
    height: int


@dataclass(frozen=True)
class Prepared:
    """What a page needs to know of a picture: the variants in the order of their bytes (JPEG last), its dominant
    colour, or what is wrong."""

    variants: tuple[Variant, ...]
    colour: str
    refusal: Refusal | None = None


class _Refused(Exception):
    """What the header says already that will not be decoded."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message.en)
        self.refusal = refusal


class PictureChanged(Exception):
    """The file is no longer what it was when its digest was taken: whose variants these would be is unknown."""


def prepare(task: PictureTask, _shelf: object = None) -> tuple[Prepared, tuple[bytes, ...] | None]:
    """The variants of a picture (JPEG last) and their bytes; on a fault the refusal and no bytes. Raises PictureChanged."""
    try:
        data = read_regular(Path(task.file), MAX_BYTES)
    except FileTooLarge:
        return Prepared((), _NO_COLOUR, _TOO_MANY_BYTES), None
    except OSError:
        raise PictureChanged(task.file) from None
    if of_bytes(data) != task.digest:
        raise PictureChanged(task.file)
    refusal = format_fault(data) or _several(data)
    if refusal is None:
        try:
            return _prepared(data, task.recipe, ai_generated=task.ai_generated)
        except _Refused as refused:
            refusal = refused.refusal
        except Exception as wrong:
            if type(wrong).__module__.split(".")[0] != "pyvips":
                raise
            refusal = _broken(str(wrong))
    return Prepared((), _NO_COLOUR, refusal), None


def _several(data: bytes) -> Refusal | None:
    """What holds several pictures is refused: which one was meant is not ours to guess. So is half a TIFF."""
    kind = kind_of(data)
    if kind == "png" and (frames := frames_of_png(data)) > 1:
        return moving("PNG", frames)
    if kind == "tiff":
        pages = pages_of_tiff(data)
        if any(page.raw for page in pages):
            return refused_as("raw")
        if any(page.cut for page in pages):
            return _broken("the file ends too early")
        # the smaller copies that a pyramid keeps are the same picture
        if (whole := sum(not page.reduced for page in pages)) > 1:
            return moving("TIFF", whole)
    return None


def _prepared(data: bytes, recipe: Recipe, *, ai_generated: bool) -> tuple[Prepared, tuple[bytes, ...]]:
    vips = load_vips()
    header = vips.Image.new_from_buffer(data, "", access="sequential", fail_on="truncated")
    if header.width * header.height > MAX_PIXELS or max(header.width, header.height) > LONGEST_SIDE:
        raise _Refused(_too_many_pixels(f"{header.width}×{header.height}"))
    kind = kind_of(data)
    if kind in ("webp", "avif") and (frames := _number(header, "n-pages")) > 1:
        raise _Refused(moving({"webp": "WebP", "avif": "AVIF"}[kind], frames))
    plain = header.interpretation in ("srgb", "b-w") and not header.get_typeof("icc-profile-data")
    # decoded once, at the largest width, into a few megabytes; the smaller widths are made from that
    whole = _scaled(vips, data, recipe.widths[-1], plain=plain).copy_memory()
    keep: Keep = "none"
    if ai_generated:
        # in place of what the author's file said there; the narrower ones are made from this
        whole.set_type(vips.GValue.blob_type, "xmp-data", AI_XMP)
        keep = "xmp"
    images = [_narrowed(whole, width) for width in recipe.widths_of(whole.width)]
    files: list[tuple[str, Any, bytes]] = []
    if not recipe.jpeg_only:
        files = [("webp", one, one.webpsave_buffer(**recipe.webp(keep))) for one in images]
    if recipe.avif:
        files += [("avif", one, one.heifsave_buffer(**recipe.av1(keep))) for one in images]
    small = _narrowed(whole, recipe.jpeg_width)
    flat = small.flatten(background=[255, 255, 255]) if small.hasalpha() else small
    files.append(("jpg", flat, flat.jpegsave_buffer(**recipe.jpeg(keep))))
    colour = _SEE_THROUGH if _is_see_through(small) else dominant_colour(flat)
    variants = tuple(Variant(ending, image.width, image.height) for ending, image, _ in files)
    return Prepared(variants, colour), tuple(data for _, _, data in files)


def load_vips() -> Any:
    """libvips, with one thread, without a cache of its own, and without the decoders that it does not trust itself."""
    os.environ.setdefault("VIPS_CONCURRENCY", "1")
    import pyvips

    pyvips.cache_set_max(0)
    if hasattr(pyvips, "block_untrusted_set"):
        pyvips.block_untrusted_set(True)
    return pyvips


def _number(header: Any, name: str) -> int:
    return int(header.get(name)) if header.get_typeof(name) else 1


def _scaled(vips: Any, data: bytes, width: int, *, plain: bool) -> Any:
    """The picture at most `width` wide, upright by its orientation, in 8-bit sRGB.

    `plain` says that it is sRGB already: the way through a colour profile would take six times as long for nothing.
    """
    profile = {} if plain else {"output_profile": "srgb"}
    image = vips.Image.thumbnail_buffer(
        data, width, height=MAX_SIDE, size="down", option_string="[fail_on=truncated]", **profile
    )
    if image.format != "uchar":
        image = image.colourspace("srgb").cast("uchar")
    if image.bands < 3:
        image = image.colourspace("srgb")
    return image


def _narrowed(whole: Any, width: int) -> Any:
    return whole.thumbnail_image(width, height=MAX_SIDE, size="down") if width < whole.width else whole


def _is_see_through(image: Any) -> bool:
    return bool(image.hasalpha()) and image[image.bands - 1].min() < 255


def undecodable(code: int) -> Prepared:
    """In place of a picture whose decoder ended the process: `code` as processes end, 0 where it took too long."""
    if code == 0:
        message = Words("解码三分钟还没完", "it was still being decoded after three minutes")
    elif code == -9:
        message = Words(
            "解码它的进程被系统终止了，多半是内存不够",
            "the system ended the process that decoded it, most likely out of memory",
        )
    else:
        how = f"信号 {-code}" if code < 0 else f"代码 {code}", f"signal {-code}" if code < 0 else f"code {code}"
        message = Words(f"解码器在这张图片上崩溃了（{how[0]}）", f"the decoder crashed on this picture ({how[1]})")
    return Prepared((), _NO_COLOUR, Refusal("picture-crash", message, _AGAIN))


def _too_many_pixels(size: str) -> Refusal:
    return Refusal(
        "picture-too-large",
        Words(
            f"图片有 {size} 像素，最多 {MAX_PIXELS:,}，一边最多 {LONGEST_SIDE:,}",
            f"{size} pixels; {MAX_PIXELS:,} at most, and {LONGEST_SIDE:,} on a side",
        ),
        Words("缩小到长边 4000 像素以内再放进来", "scale it down to 4000 pixels or less on the long side"),
    )


def _broken(reason: str) -> Refusal:
    tidy = " ".join(reason.split())[:160]
    return Refusal(
        "picture-broken",
        Words(f"图片打不开或不完整（{tidy}）", f"the picture cannot be decoded or is incomplete ({tidy})"),
        _AGAIN,
    )
