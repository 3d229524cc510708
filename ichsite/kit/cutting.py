"""Where a text may end early: never inside a word, never inside what is seen as one character.

Han text is written without spaces, so that inside a clause nobody knows where a word ends: it may be cut after the
mark that closes a clause. Text with spaces may be cut between two words of letters too; not beside a number, which
would lose its unit. A cut is refused where the next character belongs to the one before it (a combining mark, a
joiner, a variation selector, a skin tone): of the rules of UAX 29 these are all that can join anything to a
punctuation mark or to a space.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

SENTENCE_ENDS = "。！？!?…"
CLAUSE_ENDS = "，；,;"
"""A colon is none: what it announces would be missing."""
_AFTER_STOP = ".;,!?"
"""Latin marks close a clause only where a space follows: `0.5` and `1,280` are no ends."""
_CLOSING = "”’」』）)]】》"
ELLIPSIS = "…"


def cut_to(text: str, fits: Callable[[str], bool]) -> str:
    """The longest beginning of `text` that may stand alone and fits, or an empty text.

    What ends within a sentence ends with an ellipsis, which `fits` is asked about as well.
    """
    for at in reversed(_places(text)):
        shortened = _ended(text[:at])
        if shortened != ELLIPSIS and fits(shortened):
            return shortened
    return ""


def _places(text: str) -> list[int]:
    """Every place where `text` may end early, from left to right; its end is none of them."""
    return [at for at in range(1, len(text)) if _may_end(text, at)]


def _may_end(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if joins(after) or unicodedata.category(before) == "Cf" or not text[:at].strip():
        return False
    if after == " ":
        return before in _AFTER_STOP or (_ends_word(text[:at]) and _latin(text[at + 1 : at + 2]))
    if before in _CLOSING:
        return at > 1 and text[at - 2] in SENTENCE_ENDS and after not in _CLOSING
    # closing marks and further marks belong to the clause that they close
    if after in _CLOSING or after in SENTENCE_ENDS or after in CLAUSE_ENDS:
        return False
    return before not in _AFTER_STOP and (before in SENTENCE_ENDS or before in CLAUSE_ENDS)


def _ends_word(text: str) -> bool:
    """Whether a text ends with a letter, its marks aside: `é` may be two characters."""
    return _latin(next((char for char in reversed(text) if not unicodedata.category(char).startswith("M")), ""))


def _latin(char: str) -> bool:
    """A letter of a script whose words stand apart; a mark after a word counts with it, a number does not."""
    return char.isalpha() and unicodedata.east_asian_width(char) not in ("W", "F")


def joins(char: str) -> bool:
    """Whether a character is seen as part of the one before it."""
    category = unicodedata.category(char)
    return category in ("Mn", "Me", "Mc", "Cf") or 0x1F3FB <= ord(char) <= 0x1F3FF or char in "\uff9e\uff9f"


def _ended(text: str) -> str:
    text = text.rstrip()
    closed = text.rstrip(_CLOSING)
    if closed[-1:] in (*SENTENCE_ENDS, "."):
        return text
    return text.rstrip(CLAUSE_ENDS) + ELLIPSIS
