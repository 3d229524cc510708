"""Scripts as they are published: without comments and blanks, and otherwise as they were written."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import cast

import rjsmin  # pyright: ignore[reportMissingTypeStubs]

_UNSURE = re.compile(
    rb"""
    (?: => | \b(?:await|case|delete|do|else|in|instanceof|of|throw|typeof|void|yield) ) \s* /(?![/*])
    | \$\{ (?: [^{}`'"] | '[^'\n{}]*' | "[^"\n{}]*" )*+ [{`'"]
    | <!--
    """,
    re.VERBOSE,
)
"""Where rjsmin could take a regular expression for a division, or the end of an inner template for that of the outer one."""

_shorter = cast("Callable[[str], str]", partial(rjsmin.jsmin, keep_bang_comments=True))  # pyright: ignore[reportUnknownMemberType]


def minified(source: bytes) -> bytes:
    """A script without comments (but for those that begin with `!`) and blanks; one that rjsmin might misread stays whole."""
    source = source.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").strip()
    return source if _UNSURE.search(source) else _shorter(source.decode("latin-1")).encode("latin-1").strip()
