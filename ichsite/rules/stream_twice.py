"""stream-twice: one host is in one stream at a time.

Passes: two streams of 阿宁 on two evenings.
Fails: one from 20:00 for 120 minutes, another from 21:00 on the same evening.
Source: DOMAIN.md: the address of a stream is pasted where nobody can change it afterwards; a wrong hour stays wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from ichsite.model.record import Record
from ichsite.model.stream import Stream
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, Related, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "stream-twice"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The streams of each host, in the order of time."""
    by_host: dict[str, list[Record[Stream]]] = {}
    for stream in whole.catalog.streams:
        by_host.setdefault(stream.value.host, []).append(stream)
    for host, streams in by_host.items():
        streams.sort(key=lambda one: (one.value.starts, one.path))
        running = streams[0]
        for stream in streams[1:]:
            if stream.value.starts < _end(running):
                yield warning(
                    CODE,
                    FieldOf(stream.path, ("starts",)),
                    Words(
                        f"“{host}”这时还在播“{running.value.title}”",
                        f"“{host}” is still in “{running.value.title}” then",
                    ),
                    Words("改时间、改时长（`minutes`）或换主播", "change the time, the `minutes` or the host"),
                    (Related(FieldOf(running.path, ("starts",)), Words("先开始的一场", "the one that starts first")),),
                )
            running = max(running, stream, key=_end)


def _end(stream: Record[Stream]) -> datetime:
    return stream.value.starts + timedelta(minutes=stream.value.minutes)
