"""From a frozen value to the bytes of a JSON file: the same value, the same bytes."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import Any, cast

from ichsite.text.fingerprint import of_parts

_VERSION = 16


def plain(value: object) -> Any:
    """Dicts, lists and texts; the fields of a value in their order."""
    if isinstance(value, str):
        return str(value)
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, tuple):
        return [plain(one) for one in cast("tuple[object, ...]", value)]
    if isinstance(value, date):
        return value.isoformat()
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} is no part of a published file")
    return {name: plain(getattr(value, name)) for name in _names(type(value))}


def written(value: object, *beside: bytes) -> bytes:
    """The file of a value that has a field `version`, which is filled in: a hash of all the rest, and of `beside`."""
    made = plain(value)
    made["version"] = ""
    made["version"] = of_parts(_text(made), *beside).hex()[:_VERSION]
    return (_text(made) + "\n").encode()


@lru_cache(maxsize=256)
def _names(cls: type[Any]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(cls))


def _text(made: Any) -> str:
    # a line separator of Unicode is fine in JSON and ends a line in old scripts
    return (
        json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
