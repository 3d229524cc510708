"""stream-replay-early: a stream has a replay once it has been on.

Passes: `replay: https://…` for a stream of last week.
Fails: the same for a stream that starts tomorrow (a warning: mostly it was copied from another stream).
Source: DOMAIN.md: the address of a stream is pasted where nobody can change it afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "stream-replay-early"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every stream, by the day on which it starts in its own zone."""
    for stream in whole.catalog.streams:
        starts = stream.value.starts.date()
        if stream.value.replay is not None and starts > whole.today:
            yield warning(
                CODE,
                FieldOf(stream.path, ("replay",)),
                Words(
                    f"这场直播 {starts} 才开始，已经写了回放地址",
                    f"this stream starts on {starts}, but it has a replay already",
                ),
                Words("播完再写 `replay`；抄来的就删掉", "write `replay` after the stream; remove it if it was copied"),
            )
