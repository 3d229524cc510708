"""Why nothing was made, in words for the person who asked for it."""

from __future__ import annotations

from ichsite.text.words import Words


class Refused(Exception):
    """`words` says what is in the way and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words
