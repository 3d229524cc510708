"""Field names in Chinese, as somebody writes them who has not met the English ones: `标题: …` means `title`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from ichsite.decode.item_names import ITEM_NAMES
from ichsite.decode.offer_names import OFFER_NAMES
from ichsite.text.words import Words

_HAN = re.compile("[\u4e00-\u9fff]")
_SHORTEST_END = 2
"""`作品名称` is a `名称`; one character at the end says too little."""

_NAMES = {**ITEM_NAMES, **OFFER_NAMES}
"""Each field's Chinese names: those by which editors and the handbook explain it, then what else people write."""


def field_meant(name: str, known: Collection[str], written: Collection[str] = ()) -> str | None:
    """The field among the `known` ones that a Chinese name stands for; None where there is none, or it is `written` already."""
    plain = re.sub(r"[\s\"'“”]", "", unicodedata.normalize("NFKC", name))
    if not _HAN.search(plain):
        return None
    for end in (plain[start:] for start in range(max(1, len(plain) - _SHORTEST_END + 1))):
        open_to = [field for field in _by_name().get(end, ()) if field in known and field not in written]
        if open_to:
            return open_to[0]
    return None


def write_in_english(name: str, field: str) -> Words:
    """The help for a field whose name was written in Chinese."""
    return Words(f"字段名用英文，写成 `{field}: …`", f"field names are English: write `{field}: …` for `{name}`")


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[str, ...]]:
    """The fields of each Chinese name, those first that are called so before all else."""
    ranked: dict[str, list[tuple[int, str]]] = {}
    for field, names in _NAMES.items():
        for rank, name in enumerate(names.split(" ")):
            ranked.setdefault(name.translate({ord(quote): None for quote in "“”"}), []).append((rank, field))
    return {
        name: tuple(field for _, field in sorted(fields, key=lambda one: one[0])) for name, fields in ranked.items()
    }
