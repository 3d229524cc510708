"""A film of the site's own: what its first bytes say that it is, whatever its name says. It is published as it is."""

from __future__ import annotations

from ichsite.media.refusal import Refused
from ichsite.text.words import Words

MAX_BYTES = 64_000_000
"""A static host and a telephone both carry this; a longer film belongs on a platform."""
HEAD_BYTES = 4096
ENDINGS = (".mp4", ".webm")
_BRANDS = frozenset(
    {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash", b"msnv", b"MSNV"}
)
_PLACES = (b"\xa9xyz", b"loci", b"ISO6709")
_HELP = Words(
    "导出为 MP4（H.264）或 WebM；更长的放到平台上，这里写 `url`",
    "export an MP4 (H.264) or a WebM; put a longer one on a platform and write its `url`",
)


def film_ending(head: bytes, name: str, size: int, *, placed: bool = False) -> str:
    """`mp4` or `webm`, by the first bytes; raises Refused where they are something else, or not what the name says, and
    for a film that says where it was taken (`placed`)."""
    if size > MAX_BYTES:
        raise Refused(
            "film-format",
            Words(f"影片有 {size:,} 字节，最多 {MAX_BYTES:,}", f"the film has {size:,} bytes, {MAX_BYTES:,} at most"),
            _HELP,
        )
    kind = _kind(head)
    if kind is None:
        raise Refused("film-format", Words("这个文件不是 MP4，也不是 WebM", "the file is neither MP4 nor WebM"), _HELP)
    if not name.lower().endswith(f".{kind}"):
        raise Refused(
            "film-format",
            Words(f"文件名和内容不符：里面是 {kind}", f"the name says something else: what is in it is {kind}"),
            Words(f"改名为 .{kind}", f"name it .{kind}"),
        )
    if placed:
        raise Refused(
            "film-format",
            Words("影片里写着拍摄地点的坐标", "the film holds the position at which it was taken"),
            Words(
                "用剪辑软件重新导出一遍，导出时不带位置信息",
                "export it again from a film editor, without its location",
            ),
        )
    return kind


def tells_place(data: bytes) -> bool:
    """Whether a film says where it was taken, as telephones write it (`©xyz`, `loci`, ISO 6709): all of it but the pictures
    and the sound is searched."""
    if data[4:8] != b"ftyp":
        return _PLACES[-1] in data  # four letters may stand in a WebM's pictures by chance
    rest: list[bytes] = []
    at = 0
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size < 8:  # to the end, or no box at all
            size = len(data) - at
        if kind != b"mdat":
            rest.append(data[at : at + size])
        at += size
    return any(mark in one for one in rest for mark in _PLACES)


def _kind(head: bytes) -> str | None:
    if head[4:8] == b"ftyp" and head[8:12] in _BRANDS:
        return "mp4"
    # EBML, whose DocType says webm and not matroska
    if head[:4] == b"\x1a\x45\xdf\xa3" and b"\x42\x82\x84webm" in head[:64]:
        return "webm"
    return None
