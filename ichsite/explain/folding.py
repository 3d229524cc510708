"""Where a paragraph may be broken: at spaces, and between Han; no line begins with a comma or ends with a bracket that opens."""

from __future__ import annotations

from ichsite.text.width import char_width, text_width

_NEVER_FIRST = frozenset("，。、；：！？）》〉】』」”’…％,.;:!?)]}%")
_NEVER_LAST = frozenset("（《〈【『「“‘([{")


def folds(text: str, columns: int) -> list[int]:
    """Where each line but the first begins, so that lines take at most `columns` of a terminal where they can."""
    begins: list[int] = []
    start = chance = width = 0
    for at, char in enumerate(text):
        if at > start and _breakable(text[at - 1], char):
            chance = at
        width += char_width(char)
        if width > columns and char != " " and chance > start:
            begins.append(chance)
            start = chance
            width = text_width(text[start : at + 1])
    return begins


def _breakable(before: str, after: str) -> bool:
    if after == " " or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return before == " " or char_width(before) == 2 or char_width(after) == 2
