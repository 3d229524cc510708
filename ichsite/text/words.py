"""Words for a person, in both languages that the product speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Language = Literal["zh-CN", "en"]
LANGUAGES: tuple[Language, ...] = ("zh-CN", "en")
OWN_NAMES: dict[Language, str] = {"zh-CN": "中文", "en": "English"}
"""Each language as its own speakers call it."""

_CALLED: dict[str, Language] = {"zh": "zh-CN", "chinese": "zh-CN", "中文": "zh-CN", "en": "en", "english": "en"}
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


def language_meant(name: str, *, written: bool = False) -> Language | None:
    """The language that `zh`, `zh_CN.UTF-8`, `zh-Hans` or `en-US` means; None where it is neither of ours.

    Who reads traditional characters is spoken to in Chinese too; what is to be `written` in them is none of ours.
    """
    first, *rest = re.split(r"[-_.@]", name.strip().casefold())
    return None if written and not _TRADITIONAL.isdisjoint(rest) else _CALLED.get(first)


@dataclass(frozen=True)
class Words:
    """One sentence in Chinese and in English, each written for its reader."""

    zh: str
    en: str

    def said(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.zh if language == "zh-CN" else self.en
