"""A field's meaning, for the published JSON Schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Says:
    """A marker for `Annotated[str, Says("…")]`: the `description` of the field in the schema."""

    words: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core), "description": self.words}


@dataclass(frozen=True)
class Form:
    """As `Says`, with the form that a text has: a `format` of JSON Schema or a `pattern`."""

    words: str
    format: str = ""
    pattern: str = ""

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        made = {**handler(core), "description": self.words}
        if self.format:
            made["format"] = self.format
        if self.pattern:
            made["pattern"] = self.pattern
        return made
