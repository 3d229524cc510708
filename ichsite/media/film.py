"""A film of the site's own: what its first bytes say that it is, whatever its name says. It is published as it is."""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.media.refusal import Refused
from ichsite.text.words import Words

MAX_BYTES = 64_000_000
"""A static host and a telephone both carry this; a longer film belongs on a platform."""
HEAD_BYTES = 4096
ENDINGS = (".mp4", ".webm")
_BRANDS = frozenset(
    {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash", b"msnv", b"MSNV"}
)
_PLACES = (b"\xa9xyz", b"loci", b"gps ", b"GPMF", b"ISO6709", b"GPSLatitude", b"GPSLongitude")
"""In an MP4: telephones' boxes (3GPP TS 26.244, QuickTime's), a dash camera's, an action camera's, and the words of XMP."""
_WEBM_PLACES = (b"ISO6709", b"LOCATION", b"GPSLatitude")
"""Matroska's tags are words; four letters may stand in a film's pictures by chance."""
_TRACKS = frozenset({b"vide", b"soun", b"tmcd"})
"""Pictures, sound and the clock of the cut. Drones and action cameras write positions into tracks of other kinds."""
_MOST_BOXES = 50_000
"""An hour cut into seconds has some ten thousand; what has more was made to keep its reader busy."""
_DOWN_TO_HANDLER = (b"moov", b"trak", b"mdia")
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
            Words(
                "影片里写着拍摄地点的坐标，或有一条可能写着坐标的数据轨",
                "the film holds the position at which it was taken, or a track of data that may",
            ),
            Words(
                "用剪辑软件重新导出一遍，导出时不带位置信息",
                "export it again from a film editor, without its location",
            ),
        )
    return kind


def tells_place(data: bytes) -> bool:
    """Whether a film says where it was taken, or has a track that may: all of an MP4 but the pictures and the sound is
    searched, and each of its tracks must be known to hold no positions."""
    if data[4:8] != b"ftyp":
        return any(mark in data for mark in _WEBM_PLACES)
    return any(
        number > _MOST_BOXES
        or (kind == b"hdlr" and held[8:12] not in _TRACKS)
        or any(mark in kind + held for mark in _PLACES)
        for number, (kind, held) in enumerate(_boxes(data))
    )


def _boxes(data: bytes, down: tuple[bytes, ...] = _DOWN_TO_HANDLER) -> Iterator[tuple[bytes, bytes]]:
    """Each box with what is in it, those on the way to a track's handler opened; a size that cannot be means all the rest.
    What is seen and heard stays closed."""
    at = 0
    while at + 8 <= len(data):
        size, kind, start = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], at + 8
        if size == 1:
            size, start = int.from_bytes(data[at + 8 : at + 16], "big"), at + 16
        end = at + size if start <= at + size <= len(data) else len(data)
        if down and kind == down[0]:
            yield from _boxes(data[start:end], down[1:])
        else:
            yield kind, b"" if kind == b"mdat" else data[start:end]
        at = end


def _kind(head: bytes) -> str | None:
    if head[4:8] == b"ftyp" and head[8:12] in _BRANDS:
        return "mp4"
    # EBML, whose DocType says webm and not matroska
    if head[:4] == b"\x1a\x45\xdf\xa3" and b"\x42\x82\x84webm" in head[:64]:
        return "webm"
    return None
