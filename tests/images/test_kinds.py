"""Whatever lies behind a picture's name is called by its own name, with a way out, and is never decoded."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
import pyvips

from ichsite.images.leaves import frames_of_png, pages_of_tiff
from ichsite.images.picture import PictureTask, prepare
from ichsite.images.recipe import Recipe
from ichsite.text.fingerprint import of_bytes
from tests.images.samples import jpeg, png_of, scene

BLOCK = bytes(range(256)) * 4


def ftyp(major: bytes, *others: bytes) -> bytes:
    """The first box of an ISO base media file."""
    body = major + bytes(4) + b"".join(others)
    return struct.pack(">I", len(body) + 8) + b"ftyp" + body + BLOCK


def png_with(name: bytes, content: bytes, source: bytes) -> bytes:
    """A PNG with one more chunk after its head."""
    chunk = struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
    return source[:33] + chunk + source[33:]


def tiff_of(*pages: dict[int, int]) -> bytes:
    """The directories of a TIFF, each of long values, without pixels."""
    data, at = b"II*\0" + struct.pack("<I", 8), 8
    for number, tags in enumerate(pages, 1):
        size = 2 + 12 * len(tags) + 4
        at += size
        entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in sorted(tags.items()))
        data += struct.pack("<H", len(tags)) + entries + struct.pack("<I", at if number < len(pages) else 0)
    return data


def moving_webp() -> bytes:
    frames = pyvips.Image.arrayjoin([scene(), scene().invert()], across=1).copy()
    frames.set_type(pyvips.GValue.gint_type, "page-height", 60)
    return frames.webpsave_buffer()


def pages(count: int) -> bytes:
    joined = pyvips.Image.arrayjoin([scene()] * count, across=1).copy()
    joined.set_type(pyvips.GValue.gint_type, "page-height", 60)
    return joined.tiffsave_buffer()


KINDS = {
    "heic": (ftyp(b"heic", b"mif1", b"heic"), "HEIC", "telephone"),
    "heif": (ftyp(b"mif1", b"mif1", b"heix"), "HEIC", "telephone"),
    "mp4": (ftyp(b"isom", b"isom", b"mp42"), "video", "one frame"),
    "quicktime": (ftyp(b"qt  "), "video", "one frame"),
    "old-quicktime": (b"\0\0\0\x08wide\0\0\1\0mdat" + BLOCK, "video", "one frame"),
    "webm": (b"\x1a\x45\xdf\xa3" + BLOCK, "video", "one frame"),
    "avi": (b"RIFF\0\0\1\0AVI LIST" + BLOCK, "video", "one frame"),
    "wav": (b"RIFF\0\0\1\0WAVEfmt " + BLOCK, "no picture", "save it as JPEG"),
    "canon-cr3": (ftyp(b"crx ", b"isom"), "raw", "develop"),
    "canon-cr2": (b"II*\0\x10\0\0\0CR\2\0" + BLOCK, "raw", "develop"),
    "fuji-raf": (b"FUJIFILMCCD-RAW 0201" + BLOCK, "raw", "develop"),
    "dng": (tiff_of({254: 1, 256: 160, 257: 120, 50706: 0x00000401}), "raw", "develop"),
    "nikon-nef": (tiff_of({254: 1, 256: 160, 257: 120, 330: 500}), "raw", "develop"),
    "photoshop": (b"8BPS\0\1" + BLOCK, "Photoshop", "save it as JPEG"),
    "jpeg-xl": (b"\xff\x0a" + BLOCK, "JPEG XL", "save it as JPEG"),
    "jpeg-xl-boxed": (b"\0\0\0\x0cJXL \r\n\x87\n" + BLOCK, "JPEG XL", "save it as JPEG"),
    "jpeg-2000": (b"\0\0\0\x0cjP  \r\n\x87\n" + BLOCK, "JPEG 2000", "save it as JPEG"),
    "jpeg-2000-bare": (b"\xff\x4f\xff\x51" + BLOCK, "JPEG 2000", "save it as JPEG"),
    "jpeg-xr": (b"II\xbc\1" + BLOCK, "JPEG XR", "save it as JPEG"),
    "ico": (b"\0\0\1\0\1\0\x10\x10" + BLOCK, "ICO", "save it as JPEG"),
    "bmp": (b"BM" + BLOCK, "BMP", "save it as JPEG"),
    "gif": (scene().gifsave_buffer(), "GIF", "still"),
    "dos-eps": (b"\xc5\xd0\xd3\xc6" + BLOCK, "EPS", "save it as JPEG"),
    "eps-after-a-line": (b"\r\n%!PS-Adobe-3.0 EPSF-3.0\n", "EPS", "save it as JPEG"),
    "illustrator": (b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n" + BLOCK, "PDF", "save it as JPEG"),
    "svg-after-a-comment": (b"<!-- " + b"x" * 900 + b" --><svg xmlns='http://www.w3.org/2000/svg'/>", "SVG", "PNG"),
    "svg-with-a-mark": (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>", "SVG", "PNG"),
    "web-page": ("<!DOCTYPE html><title>防盗链</title>".encode(), "web page", "save the picture"),
    "word": (b"PK\3\4\x14\0" + BLOCK, "archive", "take the picture out"),
    "rar": (b"Rar!\x1a\7\0" + BLOCK, "archive", "take the picture out"),
    "lfs": (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "Git LFS", "git lfs pull"),
    "gbk-text": ("一份说明，不是图片".encode("gbk"), "no picture", "save it as JPEG"),
    "noise": (b"\x07\x01" + BLOCK, "no picture", "save it as JPEG"),
    "one-byte": (b"\xff", "no picture", "save it as JPEG"),
    "spaces": (b" \n" * 40, "text, no picture", "save it as JPEG"),
    "zeros": (bytes(4096), "no picture", "save it as JPEG"),
    "moving-webp": (moving_webp(), "WebP file holds 2 pictures", "still"),
    "moving-png": (
        png_with(b"acTL", struct.pack(">II", 7, 0), scene().pngsave_buffer()),
        "PNG file holds 7 pictures",
        "still",
    ),
    "pages-of-a-tiff": (pages(3), "TIFF file holds 3 pictures", "still"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_called_by_its_name(kind: str, tmp_path: Path) -> None:
    data, message, way_out = KINDS[kind]
    file = tmp_path / "cover.jpg"
    file.write_bytes(data)
    made, files = prepare(PictureTask(str(file), of_bytes(data), Recipe()))
    assert files is None and made.variants == ()
    refusal = made.refusal
    assert refusal is not None and refusal.code == "picture-format"
    assert message in refusal.message.en and way_out in refusal.help.en
    assert refusal.message.zh and refusal.help.zh


TRUNCATED = {
    "jpeg": jpeg(scene(400, 300)),
    "progressive": jpeg(scene(400, 300), interlace=True),
    "png": scene(400, 300).pngsave_buffer(),
    "png-interlaced": scene(400, 300).pngsave_buffer(interlace=True),
    "webp": scene(400, 300).webpsave_buffer(),
    "webp-lossless": scene(400, 300).webpsave_buffer(lossless=True),
    "avif": scene(400, 300).heifsave_buffer(compression="av1"),
    "tiff": scene(400, 300).tiffsave_buffer(),
    "tiff-lzw": scene(400, 300).tiffsave_buffer(compression="lzw", predictor="horizontal"),
    "tiff-jpeg": scene(400, 300).tiffsave_buffer(compression="jpeg"),
}


@pytest.mark.parametrize("share", [0.3, 0.5, 0.9])
@pytest.mark.parametrize("kind", TRUNCATED)
def test_cut_off_is_never_published(kind: str, share: float, tmp_path: Path) -> None:
    whole = TRUNCATED[kind]
    data = whole[: int(len(whole) * share)]
    file = tmp_path / "cover.jpg"
    file.write_bytes(data)
    made, files = prepare(PictureTask(str(file), of_bytes(data), Recipe()))
    assert files is None
    assert made.refusal is not None and made.refusal.code == "picture-broken", made


def test_pictures_of_many_pixels_are_not_decoded(tmp_path: Path) -> None:
    bombs = (
        png_of(9000, 9000, rows=9000),
        png_of(30_000, 30_000, rows=60),
        png_of(2_000_000, 50, rows=1),
        png_of(2_000_000, 1, rows=1),
        pyvips.Image.black(9000, 9000).tiffsave_buffer(compression="deflate"),
        pyvips.Image.black(16_000, 6000).webpsave_buffer(lossless=True),
    )
    for data in bombs:
        file = tmp_path / "cover.jpg"
        file.write_bytes(data)
        made, files = prepare(PictureTask(str(file), of_bytes(data), Recipe()))
        assert files is None and made.refusal is not None
        assert made.refusal.code == "picture-too-large", made.refusal


def test_a_directory_that_leads_in_a_circle_ends() -> None:
    loop = bytearray(tiff_of({254: 0}, {254: 0}))
    loop[-4:] = struct.pack("<I", 8)
    assert len(pages_of_tiff(bytes(loop))) == 2
    assert pages_of_tiff(b"II*\0\xff\xff\xff\xff") == ()
    assert pages_of_tiff(b"MM\0*") == ()
    assert frames_of_png(b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffacTL") == 1


def test_a_chunk_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    """A compressed text of a gigabyte in a megabyte of PNG costs neither time nor memory, and is not published."""
    swollen = zlib.compress(bytes(300_000_000), 9)
    data = png_with(b"zTXt", b"Comment\0\0" + swollen, scene().pngsave_buffer())
    file = tmp_path / "cover.png"
    file.write_bytes(data)
    made, files = prepare(PictureTask(str(file), of_bytes(data), Recipe()))
    assert (made.refusal is not None) != bool(files)
    assert all(b"Comment" not in one for one in files or ())


def test_a_tiff_whose_colour_profile_is_cut_off_is_not_whole(tmp_path: Path) -> None:
    """The pixels are there, their colours are not: libtiff would go on with a warning."""
    whole = pyvips.Image.black(40, 40, bands=3).copy(interpretation="srgb").icc_export(output_profile="cmyk")
    data = whole.tiffsave_buffer()
    for cut in (data, data[: len(data) * 3 // 4]):
        file = tmp_path / "cover.tif"
        file.write_bytes(cut)
        made, _ = prepare(PictureTask(str(file), of_bytes(cut), Recipe()))
        assert (made.refusal.code if made.refusal else None) == (None if cut is data else "picture-broken")
