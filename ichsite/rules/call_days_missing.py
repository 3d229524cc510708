"""call-days-missing: a call for ideas has its days, its own or those that follow from its stream.

Passes: `stream: evening` and nothing else; `opens: 2026-11-21` with `closes: 2026-11-28`.
Fails: neither a stream nor days; `opens` alone without a stream.
Source: DOMAIN.md, need co-creation: a call runs from a week before a stream.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "call-days-missing"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every call that names no stream; one that names an unknown stream is told so instead."""
    for call in whole.catalog.calls:
        value = call.value
        if value.stream is not None or (value.opens is not None and value.closes is not None):
            continue
        field, zh, en = (
            ("title", "既没写直播，也没写日期", "it names neither a stream nor days")
            if value.opens is None and value.closes is None
            else ("opens", "只写了开始，没写截止", "it says when it opens, but not when it closes")
            if value.opens is not None
            else ("closes", "只写了截止，没写开始", "it says when it closes, but not when it opens")
        )
        yield error(
            CODE,
            FieldOf(call.path, (field,)),
            Words(f"不知道这次征集从哪天到哪天：{zh}", f"nobody knows from when to when this call runs: {en}"),
            Words(
                "写 `stream`（直播的文件夹名，默认从前一周到当天），或把 `opens` 和 `closes` 都写上",
                "write `stream` (its folder's name; a week before it to its day), or both `opens` and `closes`",
            ),
        )
