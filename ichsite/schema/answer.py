"""The schema of what `ichsite brief verify --json` prints, made of the classes that it is told with.

Every field is always there, null where nothing is known; a later version may add some, so others are not forbidden.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from ichsite.brief.told import BriefAnswer
from ichsite.schema.draft7 import Schema, alone, draft7, optional
from ichsite.schema.field_help import record_helps
from ichsite.schema.record import classes_in, field_with_help, with_help
from ichsite.text.words import LANGUAGES

_PLACE: dict[str, Schema] = {
    "file": {"type": "string"},
    "line": {"type": "integer", "minimum": 0},
    "column": {"type": "integer", "minimum": 0},
    "end_column": {"type": "integer", "minimum": 0},
}


def brief_verify_schema() -> Schema:
    """Of the whole answer."""
    from pydantic import TypeAdapter

    made = draft7(TypeAdapter(BriefAnswer).json_schema(mode="serialization"))
    definitions: dict[str, Schema] = made.pop("definitions")
    for one in classes_in(BriefAnswer):
        if one is not BriefAnswer:
            definitions[one.__name__] = _told(one.__name__, definitions[one.__name__]["properties"])
    answer = {
        "version": {"type": "integer", "const": 1},
        **{one.name: made["properties"][one.name] for one in fields(BriefAnswer)},
        "findings": {"type": "array", "items": {"$ref": "#/definitions/Finding"}},
    }
    finding: dict[str, Schema] = {
        "code": {"type": "string"},
        "severity": {"enum": ["error", "warning"]},
        **_PLACE,
        "message": _words(),
        "help": {"anyOf": [_words(), {"type": "null"}]},
        "related": {"type": "array", "items": {"$ref": "#/definitions/RelatedPlace"}},
    }
    definitions["Finding"] = _told("Finding", finding)
    definitions["RelatedPlace"] = _told("RelatedPlace", {**_PLACE, "note": _words()})
    return {**_told("BriefAnswer", answer), "definitions": definitions}


def _told(name: str, properties: dict[str, Schema]) -> Schema:
    """A record of which every field is there, with its words."""
    help = record_helps()[name]
    told = {field: _field(field, schema, name) for field, schema in properties.items()}
    return with_help({"type": "object", "properties": told, "required": list(told)}, help)


def _field(name: str, schema: Schema, record: str) -> Schema:
    plain = {key: value for key, value in optional(_in_both(schema)).items() if key != "default"}
    return alone(field_with_help(name, plain, record_helps()[record].fields[name]))


def _in_both(schema: Any) -> Any:
    """Words are there in every language: a mapping of languages as pydantic says it requires none."""
    if isinstance(schema, list):
        return [_in_both(one) for one in schema]  # pyright: ignore[reportUnknownVariableType]
    if not isinstance(schema, dict):
        return schema
    if sorted(schema.get("propertyNames", {}).get("enum", ())) == sorted(LANGUAGES):  # pyright: ignore
        return _words()
    return {key: _in_both(one) for key, one in schema.items()}  # pyright: ignore[reportUnknownVariableType]


def _words() -> Schema:
    return {
        "type": "object",
        "properties": {language: {"type": "string"} for language in LANGUAGES},
        "required": list(LANGUAGES),
        "additionalProperties": False,
    }
