"""The words of the interface that a plan needs: titles of lists, names of terms; from the theme's catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrases:
    """Words by their msgid; a msgid without a translation speaks for itself."""

    words: Mapping[str, str]

    def __call__(self, msgid: str) -> str:
        """The words of a sentence."""
        return self.words.get(msgid) or msgid

    def term(self, kind: str, key: str) -> str:
        """The words of a term, such as `category` `VIII`."""
        return self(f"{kind}.{key}")
