"""Text that is shown in a tree of another language: it is marked, so that it is read aloud and broken as what it is."""

from __future__ import annotations

import re
from typing import SupportsIndex

from ichsite.text.words import Language

_SPOKEN: dict[Language, re.Pattern[str]] = {
    "zh-CN": re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    "en": re.compile("[A-Za-z]"),
}
"""Text without one of these letters (a number, a code) says the same in every language."""


class Foreign(str):
    """Text in the site's main language, where a page speaks another one (WCAG 2.2, 3.1.2). Its lines are so as well."""

    __slots__ = ()

    def split(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        """As `str.split`."""
        return [Foreign(part) for part in super().split(sep, maxsplit)]

    def splitlines(self, keepends: bool = False) -> list[str]:
        """As `str.splitlines`."""
        return [Foreign(line) for line in super().splitlines(keepends)]


def needs_words(text: str, language: Language) -> bool:
    """Whether a text of `language` has to be translated to be understood."""
    return _SPOKEN[language].search(text) is not None


def foreign(text: str, language: Language) -> str:
    """The text, marked where it is really in `language`."""
    return Foreign(text) if needs_words(text, language) else text


def made_of(text: str, *parts: str) -> str:
    """A text that was put together from parts, marked where one of them is."""
    return Foreign(text) if any(type(part) is Foreign for part in parts) else text
