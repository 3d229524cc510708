"""Words for a person, in both languages that the product speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh-CN", "en"]
LANGUAGES: tuple[Language, ...] = ("zh-CN", "en")
OWN_NAMES: dict[Language, str] = {"zh-CN": "中文", "en": "English"}
"""Each language as its own speakers call it."""


@dataclass(frozen=True)
class Words:
    """One sentence in Chinese and in English, each written for its reader."""

    zh: str
    en: str

    def said(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.zh if language == "zh-CN" else self.en
