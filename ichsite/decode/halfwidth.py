"""Full-width signs, as a Chinese keyboard gives them, to the plain ones that YAML reads."""

from __future__ import annotations

import re
import unicodedata

_STRUCTURE = re.compile("[：，；｛｝【】［］]")
_HALF = str.maketrans({
    "：": ": ", "，": ", ", "；": ", ", "｛": "{", "｝": "}", "【": "[", "】": "]", "［": "[", "］": "]",
    "“": '"', "”": '"', "‘": "'", "’": "'", "\u3000": " ",
})  # fmt: skip


def halved(text: str) -> str:
    """A piece of YAML with plain signs."""
    plain = unicodedata.normalize("NFKC", text.translate(_HALF))
    return re.sub(r"(?<=\S) {2,}", " ", plain).strip()


def is_fullwidth(text: str) -> bool:
    """Whether signs that give YAML its structure stand here in their full-width form."""
    return _STRUCTURE.search(text) is not None
