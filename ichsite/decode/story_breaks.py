"""Line ends inside Chinese prose: a browser shows a blank for each, and between two Chinese characters there is none."""

from __future__ import annotations

import re

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_EITHER = "“”‘’…—·"
"""Signs of both scripts: they count as Chinese beside a Chinese character."""
_INLINE = "(?:</?(?:a|abbr|code|del|em|ins|kbd|mark|s|small|strong|sub|sup)(?: [^<>]*)?>)*"
_BREAK = re.compile(
    rf"(?<=[{_WIDE}])({_INLINE})[ \t]*\n[ \t]*({_INLINE})(?=[{_WIDE}{_EITHER}])"
    rf"|(?<=[{_EITHER}])({_INLINE})[ \t]*\n[ \t]*({_INLINE})(?=[{_WIDE}])"
)
_PREFORMATTED = re.compile(r"(<pre(?: [^<>]*)?>|</pre>)")


def without_breaks(clean: str) -> str:
    """The HTML of a story without such line ends; what is preformatted stays as it is."""
    if "\n" not in clean:
        return clean
    pieces = _PREFORMATTED.split(clean)
    depth = 0
    for at, piece in enumerate(pieces):
        if at % 2:
            depth += -1 if piece == "</pre>" else 1
        elif depth == 0:
            pieces[at] = _BREAK.sub(_kept, piece)
    return "".join(pieces)


def _kept(found: re.Match[str]) -> str:
    return "".join(tags for tags in found.groups() if tags)
