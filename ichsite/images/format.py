"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.text.words import Words


@dataclass(frozen=True)
class Refusal:
    """Why a picture is not published, and what to do."""

    code: str
    message: Words
    help: Words


def kind_of(data: bytes) -> str:
    """`jpeg`, `png`, `webp`, `tiff`, `avif`, or another name for the message; `empty`, `unknown`."""
    head = data[:64]
    if not head:
        return "empty"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[:4] in (b"II*\0", b"MM\0*"):
        return "tiff"
    if head[4:8] == b"ftyp":
        return "avif" if b"avif" in head[8:40] or b"avis" in head[8:40] else "HEIC"
    if head[:6] in (b"GIF87a", b"GIF89a"):
        return "GIF"
    if head.startswith((b"%!PS", b"\xc5\xd0\xd3\xc6")):
        return "EPS"
    if head.startswith(b"%PDF"):
        return "PDF"
    if head.startswith(b"BM"):
        return "BMP"
    if b"<svg" in data[:1000].lower() or (head.lstrip().startswith(b"<?xml") and b"svg" in data[:2000].lower()):
        return "SVG"
    return "unknown"


ACCEPTED = frozenset({"jpeg", "png", "webp", "tiff", "avif"})


def format_fault(data: bytes) -> Refusal | None:
    """Why a file cannot be published as a picture, None where it can be tried."""
    kind = kind_of(data)
    if kind in ACCEPTED:
        return None
    what = {
        "empty": Words("文件是空的", "the file is empty"),
        "unknown": Words("这不是图片", "this is no picture"),
    }.get(kind, Words(f"这其实是 {kind}，不收", f"this is {kind}, which is not taken"))
    return Refusal("picture-format", what, Words("另存为 JPEG、PNG 或 WebP", "save it as JPEG, PNG or WebP"))
