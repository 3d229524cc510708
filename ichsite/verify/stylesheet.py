"""The addresses that a stylesheet names."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^'")\s]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)


def stylesheet_addresses(text: str) -> tuple[str, ...]:
    """Every `url(…)` and `@import`, each once."""
    if "url(" not in text.lower() and "@import" not in text.lower():
        return ()
    found = ("".join(one.groups("")) for one in _URL.finditer(_COMMENT.sub(" ", text)))
    return tuple(dict.fromkeys(address for address in found if address))
