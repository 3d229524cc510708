"""How long a text is, in the unit of the platform that takes it.

- `characters`: code points, as Python counts: an emoji of several is as many.
- `utf-16`: units of UTF-16, as JavaScript counts: most emoji are two and more.
- `bytes`: bytes of UTF-8: a Han character is three.
- `han-as-two`: East Asian wide, full-width and ambiguous characters are two (UAX 11; Chinese quotation marks, dashes
  and dots are ambiguous and typed as wide as a character), everything else one. An emoji is two; a joiner, a
  variation selector, a combining mark is one each, for no platform says that they are free, and a text that is one
  too short harms nobody.

Each unit is additive, so that a prefix is never longer than the whole.
"""

from __future__ import annotations

import unicodedata

from ichsite.model.site import Counting


def count(text: str, unit: Counting) -> int:
    """The length of `text` in `unit`."""
    if unit == "characters":
        return len(text)
    if unit == "bytes":
        return len(text.encode("utf-8", "surrogatepass"))
    if unit == "utf-16":
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.category(char).startswith("M"):
        return 1
    return 2 if unicodedata.east_asian_width(char) in ("W", "F", "A") else 1
