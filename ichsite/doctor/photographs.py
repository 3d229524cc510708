"""One picture by its header: what will not be published, what the build would refuse, what it tells that it should not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from posixpath import basename, splitext

from ichsite.decode.kinds import PICTURE_ENDINGS, PREVIEW_NAME
from ichsite.images.format import ACCEPTED, moving, refused_as
from ichsite.images.header import Header, header_of
from ichsite.images.picture import LONGEST_SIDE, MAX_BYTES, MAX_PIXELS
from ichsite.read.tree import unreadable
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import Place
from ichsite.text.words import Words

ENDINGS = (
    *PICTURE_ENDINGS, ".heic", ".heif", ".bmp", ".svg", ".psd", ".eps", ".jxl", ".jp2", ".ico",
    ".dng", ".cr2", ".cr3", ".nef", ".arw", ".raf", ".rw2", ".orf",
)  # fmt: skip
"""What people take for pictures, whether it is published or not."""
DRAWINGS = "content/materials/"
"""Where motifs lie, whose drawings are published; a craft's are told by their name."""
PLACED, CMYK = "picture-position", "picture-cmyk"
_KINDS = {
    ".jpg": "jpeg", ".jpeg": "jpeg", ".png": "png", ".webp": "webp", ".avif": "avif", ".tif": "tiff", ".tiff": "tiff",
}  # fmt: skip
_NAMES = {"jpeg": "JPEG", "png": "PNG", "webp": "WebP", "avif": "AVIF", "tiff": "TIFF"}
_AGAIN = Words("从原片重新导出一张 JPEG，或重新拷贝", "export a JPEG from the original, or copy it again")


def looked_at(root: Path, path: str, size: int) -> Iterator[Diagnostic | str]:
    """What is to be said of a picture; `PLACED` and `CMYK` are said of all such pictures together."""
    if size > MAX_BYTES:
        yield _too_large(path, Words(f"文件有 {size:,} 字节", f"the file has {size:,} bytes"))
        return
    try:
        header = header_of(root / path)
    except OSError as wrong:
        yield unreadable(path, wrong)
        return
    if header.kind == "SVG" and (path.startswith(DRAWINGS) or PREVIEW_NAME.fullmatch(basename(path))):
        return  # the build looks at it itself, element by element
    if header.kind not in ACCEPTED:
        refusal = refused_as(header.kind)
        yield warning(refusal.code, Place(path), refusal.message, refusal.help)
        return
    yield from _faults(path, header)
    if header.placed:
        yield PLACED
    if header.cmyk:
        yield CMYK


def _faults(path: str, header: Header) -> Iterator[Diagnostic]:
    name = _NAMES[header.kind]
    ending = splitext(path)[1].lower()
    if _KINDS.get(ending) != header.kind:
        yield warning(
            "picture-name",
            Place(path),
            Words(f"名字是 {ending}，里面其实是 {name}", f"the name says `{ending}`, the file is {name}"),
            Words(
                f"把扩展名改成 .{'jpg' if header.kind == 'jpeg' else header.kind}，引用它的地方也一起改",
                f"give it the ending `.{'jpg' if header.kind == 'jpeg' else header.kind}`, here and where it is named",
            ),
        )
    if header.fault or not header.whole:
        cut = Words("文件的后半截不见了", "the end of the file is missing")
        said = Words(f"图片打不开（{header.fault}）", f"the picture cannot be decoded ({header.fault})")
        yield warning("picture-broken", Place(path), said if header.fault else cut, _AGAIN)
    if header.frames > 1:
        refusal = moving(name, header.frames)
        yield warning(refusal.code, Place(path), refusal.message, refusal.help)
    if header.width * header.height > MAX_PIXELS or max(header.width, header.height) > LONGEST_SIDE:
        pixels = f"{header.width}×{header.height}"
        yield _too_large(path, Words(f"图片有 {pixels} 像素", f"the picture has {pixels} pixels"))


def _too_large(path: str, what: Words) -> Diagnostic:
    return warning(
        "picture-too-large",
        Place(path),
        Words(f"{what.zh}，用到它时构建会拒绝", f"{what.en}; a build refuses it where it is used"),
        Words("缩小到长边 4000 像素以内再放进来", "scale it down to 4000 pixels or less on the long side"),
    )
