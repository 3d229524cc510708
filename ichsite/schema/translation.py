"""The schemas of translations: texts of the main language, each with its words in another one."""

from __future__ import annotations

from ichsite.decode.translation import MOST_CHARACTERS
from ichsite.model.scalar import Text
from ichsite.model.translation import NAMED
from ichsite.schema.draft7 import Schema
from ichsite.schema.field_help import record_helps
from ichsite.schema.record import field_with_help, with_help


def words_schema() -> Schema:
    """Of `customization.en.yaml`, `site.en.yaml` and the like."""
    return with_help(_words(), record_helps()["Words"])


def translated_page_schema() -> Schema:
    """Of the front matter of `index.en.md` and the like."""
    help = record_helps()["TranslatedPage"]
    inner = {**{name: _text() for name in NAMED}, "words": _words()}
    properties = {name: field_with_help(name, one, help.fields[name]) for name, one in inner.items()}
    return with_help({"type": ["object", "null"], "properties": properties, "additionalProperties": False}, help)


def _text() -> Schema:
    made = Text(MOST_CHARACTERS, lines=True).schema()
    return {**made, "type": [*made["type"], "null"]}


def _words() -> Schema:
    return {"type": ["object", "null"], "additionalProperties": _text()}
