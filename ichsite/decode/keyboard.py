"""Signs of a Chinese keyboard where YAML wants plain ones: what was meant, written as it should be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ichsite.decode.compose import Plain, compose
from ichsite.decode.halfwidth import halved, is_fullwidth
from ichsite.decode.yaml_faults import YamlFault
from ichsite.text.words import Words

BETWEEN = re.compile(r"\s*[，、；;]\s*")
"""What stands between the items of a list that was written as prose."""
_MANY = 6


def mended_keys(mapping: Mapping[str, Plain]) -> tuple[str, frozenset[str]] | None:
    """A mapping whose keys swallowed full-width signs: as it should be written, and the keys that it then has."""
    if not any(map(is_fullwidth, mapping)) or len(mapping) > _MANY:
        return None
    if not all(value is None or isinstance(value, str) for value in mapping.values()):
        return None
    pieces = [key if value is None else f"{key}: {value}" for key, value in mapping.items()]
    text = "{" + halved(", ".join(pieces)) + "}"
    value = _read(text)
    return (text, frozenset(value)) if isinstance(value, dict) else None


def plain_key(key: str) -> str:
    """A key without the quotes, the spaces and the full-width letters that a keyboard added."""
    return halved(key).strip("\"' \u200b\ufeff")


def without_thousands(key: str, mapping: Plain) -> Words | None:
    """The help for `{highest: 6,800}`, which reads as `highest: 6` and a field `800`."""
    if not isinstance(mapping, dict) or not re.fullmatch(r"\d{3}(\.\d+)?", key) or mapping.get(key) is not None:
        return None
    keys = list(mapping)
    before = keys[keys.index(key) - 1]
    value = mapping[before]
    if not isinstance(value, str) or not value.isdigit():
        return None
    return Words(
        f"千位不加逗号，写成 `{before}: {value}{key}`", f"no comma in thousands: write `{before}: {value}{key}`"
    )


def mended_value(text: str, wanted: type[Any]) -> str | None:
    """A text that should have been a list or fields: the same with plain signs, None where that gives none."""
    half = halved(text)
    return half if is_fullwidth(text) and isinstance(_read(half), wanted) else None


def split_items(items: list[Plain] | list[str]) -> str:
    """A list in one line, its items split where prose would put a comma."""
    words = [
        word for item in items if isinstance(item, str) for word in BETWEEN.split(item.strip("【】［］[] ")) if word
    ]
    return f"[{', '.join(words)}]"


def write_so(text: str) -> Words:
    """The help that gives the plain form."""
    return Words(f"标点用半角，写成：`{text}`", f"with plain signs: `{text}`")


def _read(text: str) -> Plain:
    try:
        return compose(text)
    except YamlFault:
        return None
