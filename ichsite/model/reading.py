"""What an editor reads in a YAML file before the model does: types that the model does not know, words for a wrong form.

To the model every scalar is text; an editor takes `2026` for a number and `true` for a boolean, and asks the schema.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from ichsite.text.words import Words

_PROBES = (("7", "integer"), ("7777777", "integer"), ("0.5", "number"), ("1e-3", "number"), ("true", "boolean"))


def readings(pattern: str) -> list[str]:
    """The types that YAML may take a text of this form for: to an editor `id: 2026` is a number."""
    found = {name for text, name in _PROBES if re.fullmatch(pattern, text)}
    return ["string", *sorted(found - ({"integer"} if "number" in found else set()))]


def complaint(form: Words) -> dict[str, Any]:
    """What an editor says where a text has another form; validators leave the keyword alone."""
    return {"patternErrorMessage": f"应写成：{form.zh}\nExpected: {form.en}"}


def plain_number(value: Decimal) -> int | float:
    """A bound as JSON writes it."""
    return int(value) if value == value.to_integral_value() else float(value)


def form_in(schema: dict[str, Any]) -> Words | None:
    """The form that `complaint` put into a schema."""
    zh, _, en = str(schema.get("patternErrorMessage", "")).partition("\n")
    return Words(zh.removeprefix("应写成："), en.removeprefix("Expected: ")) if en else None
