"""What one file says in another language: `index.en.md` beside `index.md`, `customization.en.yaml` beside its own.

A translation holds words only. Numbers, prices, days and references stand in one file and cannot contradict each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.text.words import Language

NAMED = ("title", "summary")
"""The fields that the front matter of a translation names; all others are found by their text."""


@dataclass(frozen=True)
class Translation:
    """`named` are fields by their name, `words` texts of the main language with theirs; both in the file's order."""

    language: Language
    of: str
    named: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
