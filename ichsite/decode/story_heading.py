"""Headings of a story that begin with a full-width `＃`: Markdown shows them as an ordinary line."""

from __future__ import annotations

import re
import unicodedata

from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import Place
from ichsite.text.words import Words

_HEADING = re.compile(r"^ {0,3}(?=#*＃)([#＃]{1,6})[ \u3000]*([^#＃\s][^＃\n]*)$", re.M)
"""A line with another `＃` behind is a hashtag (`＃龙泉青瓷＃`) and no heading."""
_SHOWN = 30


def fullwidth_headings(path: str, outside_code: str, first_line: int) -> tuple[Diagnostic, ...]:
    """One finding, at the first of them; `outside_code` is the body with blanks for its code."""
    found = _HEADING.search(outside_code)
    if found is None:
        return ()
    start = found.start(1)
    line = outside_code.count("\n", 0, start) + first_line + 1
    column = start - outside_code.rfind("\n", 0, start)
    title = found[2].strip()
    written = f"{unicodedata.normalize('NFKC', found[1])} {title[:_SHOWN]}{'…' * (len(title) > _SHOWN)}"
    return (
        warning(
            "heading-fullwidth",
            Place(path, line, column, column + len(found[1])),
            Words("标题前的“＃”是全角，这一行不会成为标题", "the `＃` is a full-width one, so this line is no heading"),
            Words(f"用半角，后面空一格：`{written}`", f"write a plain `#` and a space: `{written}`"),
        ),
    )
