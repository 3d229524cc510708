"""stream-master: a premium stream is led by a master.

Passes: `kind: premium` with `master: ye`.
Fails: `kind: premium` without `master`.
Source: DOMAIN.md, tier table: deep work has a stream of its own 专场, led by the master.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "stream-master"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every premium stream names its master."""
    for stream in whole.catalog.streams:
        if stream.value.kind != "premium" or stream.value.master is not None:
            continue
        yield error(
            CODE,
            FieldOf(stream.path, ("kind",)),
            Words("专场由传承人主讲，这一场没有写是谁", "a premium stream is led by a master; this one names none"),
            Words("加一行 `master: …`，或改成 `kind: themed`", "add `master: …`, or write `kind: themed`"),
        )
