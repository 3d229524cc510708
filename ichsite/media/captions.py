"""Captions of a film: WebVTT, checked cue by cue. A broken time is silence to a player, and nobody notices but who needs them."""

from __future__ import annotations

import re

from ichsite.media.refusal import Refused
from ichsite.text.words import Words

MAX_BYTES = 500_000
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+\S.*)?")
_AS_IN = Words("写成 00:00:01.000 --> 00:00:04.000", "write 00:00:01.000 --> 00:00:04.000")


def checked_captions(data: bytes, seconds: int) -> bytes:
    """The captions as they are published, in UTF-8 with plain line ends; raises Refused. `seconds` is the film's length."""
    if len(data) > MAX_BYTES:
        raise _refused(Words("字幕文件太大", "the captions are too large"), Words("只放字幕", "captions only"), None)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    except UnicodeDecodeError:
        raise _refused(
            Words("字幕不是 UTF-8", "the captions are not UTF-8"), Words("另存为 UTF-8", "save them as UTF-8"), None
        ) from None
    lines = text.split("\n")
    if not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        what = Words("第一行不是 WEBVTT", "the first line is not WEBVTT")
        raise _refused(what, Words("SRT 要先转成 WebVTT", "turn an SRT into WebVTT first"), 1)
    cues, before = 0, 0
    for number, line in enumerate(lines, 1):
        if "-->" not in line:
            continue
        begins, ends = _times(line, number)
        if ends <= begins:
            raise _refused(Words("这一句还没开始就结束了", "this cue ends before it begins"), _AS_IN, number)
        if begins < before:
            raise _refused(
                Words("这一句比上一句还早", "this cue begins before the one above it"),
                Words("按时间先后排", "put the cues in the order of their times"),
                number,
            )
        if begins >= (seconds + 1) * 1000:
            what = Words(
                f"影片只有 {seconds} 秒，这一句在结束之后",
                f"the film has {seconds} seconds, and this cue comes after its end",
            )
            raise _refused(what, Words("改时间，或改 `seconds`", "mend the time, or `seconds`"), number)
        cues, before = cues + 1, begins
    if not cues:
        raise _refused(Words("字幕里一句也没有", "there is no cue in the captions"), _AS_IN, None)
    return (text.rstrip("\n") + "\n").encode()


def _times(line: str, number: int) -> tuple[int, int]:
    found = _TIMES.fullmatch(line.strip())
    if found is None:
        raise _refused(
            Words(f"时间写错了：{line.strip()[:60]}", f"the times are malformed: {line.strip()[:60]}"), _AS_IN, number
        )
    parts = [int(one or 0) for one in found.groups()]
    return _milliseconds(parts[:4]), _milliseconds(parts[4:])


def _milliseconds(parts: list[int]) -> int:
    hours, minutes, seconds, thousandths = parts
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _refused(message: Words, help: Words, line: int | None) -> Refused:
    return Refused("captions-broken", message, help, line)
