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


ACCEPTED = frozenset({"jpeg", "png", "webp", "tiff", "avif"})

_HEADS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\0\x10\0\0\0CR", "raw"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"%!PS", "EPS"),
    (b"\xc5\xd0\xd3\xc6", "EPS"),
    (b"8BPS", "Photoshop (PSD)"),
    (b"8BPB", "Photoshop (PSB)"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"II\xbc", "JPEG XR"),
    (b"BM", "BMP"),
    (b"\0\0\1\0", "ICO"),
    (b"\0\0\2\0", "CUR"),
    (b"\x76\x2f\x31\x01", "OpenEXR"),
    (b"#?RADIANCE", "Radiance HDR"),
    (b"DDS ", "DDS"),
    (b"qoif", "QOI"),
    (b"FUJIFILMCCD-RAW", "raw"),
    (b"IIRO", "raw"),
    (b"IIRS", "raw"),
    (b"IIU\0", "raw"),
    (b"\x1a\x45\xdf\xa3", "video"),
    (b"\0\0\1\xba", "video"),
    (b"FLV\1", "video"),
    (b"PK\3\4", "archive"),
    (b"Rar!\x1a", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"SIMPLE  =", "FITS"),
    (b"gimp xcf", "GIMP (XCF)"),
)
_BRANDS: tuple[tuple[bytes, str], ...] = (
    (b"avif", "avif"),
    (b"avis", "avif"),
    (b"heic", "HEIC"),
    (b"heix", "HEIC"),
    (b"heim", "HEIC"),
    (b"heis", "HEIC"),
    (b"hevc", "HEIC"),
    (b"hevx", "HEIC"),
    (b"mif1", "HEIC"),
    (b"msf1", "HEIC"),
    (b"crx ", "raw"),
)

_STILL = Words("换成一张静态的 JPEG 或 PNG", "use a still picture, JPEG or PNG")
_EXPORT = Words(
    "用看图或修图软件打开，另存为 JPEG、PNG 或 WebP", "open it in an image editor and save it as JPEG, PNG or WebP"
)
_WHAT: dict[str, tuple[Words, Words]] = {
    "empty": (
        Words("文件是空的", "the file is empty"),
        Words("从原处重新拷贝一份", "copy it again from where it came"),
    ),
    "GIF": (Words("这其实是 GIF，不收", "this is GIF, which is not taken"), _STILL),
    "HEIC": (
        Words(
            "这其实是 HEIC（手机照片），浏览器看不了，不收",
            "this is HEIC, a telephone's format that browsers cannot show",
        ),
        Words(
            "在手机相册里导出为 JPG（苹果手机：设置 → 相机 → 格式 → 兼容性最佳）",
            "export it as JPEG from the telephone",
        ),
    ),
    "SVG": (
        Words("这其实是 SVG，不收", "this is SVG, which is not taken"),
        Words(
            "导出为 PNG；SVG 里可以藏程序，不会发布", "export it as PNG; an SVG can hold a program and is not published"
        ),
    ),
    "raw": (
        Words("这是相机的原始文件（RAW），不收", "this is a camera's raw file, which is not taken"),
        Words("用相机的软件冲洗，导出为 JPEG", "develop it in the camera's software and export a JPEG"),
    ),
    "video": (
        Words("这其实是视频，不收", "this is a video, which is not taken"),
        Words("截一帧，存成 JPEG", "save one frame as JPEG"),
    ),
    "archive": (
        Words("这其实是压缩包或文档，不是图片", "this is an archive or a document, no picture"),
        Words("打开它，把里面的图片取出来", "open it and take the picture out"),
    ),
    "PDF": (Words("这其实是 PDF，不收", "this is PDF, which is not taken"), _EXPORT),
    "web page": (
        Words("这其实是一张网页，不是图片", "this is a web page, no picture"),
        Words(
            "多半是从网上存图时存成了网页；找到原图再存一次",
            "most likely the page was saved in place of the picture; save the picture",
        ),
    ),
    "pointer": (
        Words(
            "这只是 Git LFS 的占位文件，图片没有取下来", "this is a placeholder of Git LFS; the picture was not fetched"
        ),
        Words("运行 `git lfs pull`", "run `git lfs pull`"),
    ),
    "text": (Words("这是一份文本，不是图片", "this is text, no picture"), _EXPORT),
    "unknown": (Words("这不是图片", "this is no picture"), _EXPORT),
}


def kind_of(data: bytes) -> str:
    """One of `ACCEPTED`, or another name for the message: `GIF`, `video`, `raw`, `empty`, `unknown` and the like."""
    head = data[:64]
    if not head:
        return "empty"
    if head[:4] == b"RIFF":
        return {b"WEBP": "webp", b"AVI ": "video"}.get(head[8:12], "unknown")
    if head[4:8] == b"ftyp":
        return _kind_of_brands(data)
    if head[4:8] in (b"moov", b"mdat", b"wide"):
        return "video"
    for start, kind in _HEADS:
        if head.startswith(start):
            return kind
    return _kind_of_text(data[:4096])


def _kind_of_brands(data: bytes) -> str:
    """An ISO base media file says what it is in its first box: a major brand, then those it is compatible with."""
    end = min(int.from_bytes(data[:4], "big"), 256)
    brands = [data[8:12], *(data[at : at + 4] for at in range(16, end, 4))]
    known = dict(_BRANDS)
    # a still of AVIF may name `mif1` first and `avif` after it
    found = [known[brand] for brand in brands if brand in known]
    return "avif" if "avif" in found else found[0] if found else "video"


def _kind_of_text(start: bytes) -> str:
    low = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if low.startswith(b"%pdf") or b"%pdf-" in low[:1024]:
        return "PDF"
    if low.startswith(b"%!ps"):
        return "EPS"
    if b"<svg" in low or (low.startswith(b"<?xml") and b"svg" in low):
        return "SVG"
    if low.startswith((b"<!doctype html", b"<html", b"<head")) or b"<html" in low[:512]:
        return "web page"
    if low.startswith(b"version https://git-lfs"):
        return "pointer"
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as wrong:
        if wrong.start < len(start) - 3:
            return "unknown"
    return "unknown" if b"\0" in start else "text"


def format_fault(data: bytes) -> Refusal | None:
    """Why a file cannot be published as a picture, None where it can be tried."""
    kind = kind_of(data)
    if kind in ACCEPTED:
        return None
    return refused_as(kind)


def refused_as(kind: str) -> Refusal:
    """The refusal of a file that is of a kind that is not taken."""
    plain = (Words(f"这其实是 {kind}，不收", f"this is {kind}, which is not taken"), _EXPORT)
    message, help_ = _WHAT.get(kind, plain)
    return Refusal("picture-format", message, help_)


def moving(kind: str, frames: int) -> Refusal:
    """The refusal of a file that holds several pictures; `frames` is how many."""
    return Refusal(
        "picture-format",
        Words(
            f"这个 {kind} 文件里有 {frames} 张图（动图或多页）",
            f"this {kind} file holds {frames} pictures: it moves, or has pages",
        ),
        _STILL,
    )
