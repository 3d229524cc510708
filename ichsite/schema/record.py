"""The schema of a class that an author's file fills: what pydantic says of it, with words for every field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from typing import Any, cast, get_args, get_type_hints

from ichsite.decode.compose import Plain
from ichsite.decode.typed import json_schema
from ichsite.model.reading import form_in
from ichsite.model.scalar import Amount
from ichsite.model.span import DayRange
from ichsite.schema.draft7 import Schema, alone, draft7, optional
from ichsite.schema.field_help import FieldHelp, RecordHelp, record_helps, snippets
from ichsite.text.words import Words


def record_schema(cls: Any, union: str = "") -> Schema:
    """The schema (draft-07) of files that `cls` describes; of a union told apart by `kind`, `union` names its words."""
    made = draft7(json_schema(cls))
    definitions: dict[str, Schema] = made.pop("definitions", {})
    for one in classes_in(cls):
        name = one.__name__
        if one is not cls and name in definitions:
            definitions[name] = _of_class(one, definitions[name])
    for schema in (made, *definitions.values()):
        for inner in _unions(schema):
            _tell_kinds(inner)
    whole = _of_class(cls, made) if isinstance(cls, type) else with_help(made, record_helps()[union])
    return {**whole, "definitions": definitions} if definitions else whole


def classes_in(cls: Any) -> tuple[type[Any], ...]:
    """The class and every class that its fields hold, each once, in the order in which they are met."""
    seen: dict[type[Any], None] = {}

    def walk(hint: Any) -> None:
        if isinstance(hint, type) and is_dataclass(hint):
            # a range of days is one scalar in a file
            if hint not in seen and hint is not DayRange:
                seen[hint] = None
                for inner in get_type_hints(hint).values():
                    walk(inner)
            return
        for inner in get_args(hint):
            walk(inner)

    walk(cls)
    return tuple(seen)


def with_help(schema: Schema, help: RecordHelp) -> Schema:
    """A record's schema with its title and its words; the fields are left as they are."""
    rest = {name: value for name, value in schema.items() if name not in ("title", "description")}
    return {"title": help.title, "description": f"{help.words.zh}\n{help.words.en}", **rest}


def field_with_help(name: str, schema: Schema, help: FieldHelp, *, required: bool = False) -> Schema:
    """A field's schema with its title, its words, its form and its examples."""
    form = _form(schema)
    zh, en = help.words.zh, help.words.en
    if required:
        zh, en = f"{zh}必填。", f"{en} Required."
    if form is not None:
        zh, en = f"{zh}（{form.zh}）", f"{en} ({form.en})"
    rest = {key: value for key, value in schema.items() if key not in ("title", "description")}
    told: Schema = {"title": f"{help.title} · {name}", "description": f"{zh}\n{en}", **rest}
    if help.examples:
        told["examples"] = [authored(one, schema) for one in help.examples]
    return told


def authored(plain: Plain, schema: Schema) -> Any:
    """An example as JSON has it: a number where the field takes numbers, else text."""
    if isinstance(plain, list):
        inner = schema.get("items", {})
        return [authored(one, inner) for one in plain]
    if isinstance(plain, dict):
        return {key: authored(one, {}) for key, one in plain.items()}
    if plain is not None and "minimum" in schema:
        return int(plain) if plain.isdigit() else float(plain) if plain.replace(".", "", 1).isdigit() else plain
    return plain


def _of_class(cls: type[Any], schema: Schema) -> Schema:
    help = record_helps()[cls.__name__]
    hints = get_type_hints(cls, include_extras=True)
    required = frozenset(schema.get("required", ()))
    properties: dict[str, Schema] = {}
    for one in fields(cls):
        told = optional(schema["properties"][one.name])
        told.pop("default", None)
        told = field_with_help(one.name, told, help.fields[one.name], required=one.name in required)
        if one.default is not MISSING and (value := _default(one.default, hints[one.name])) is not None:
            told["default"] = value
        properties[one.name] = alone(told)
    made = {**with_help(schema, help), "properties": properties}
    if pieces := snippets().get(cls.__name__):
        made["defaultSnippets"] = [_snippet(one.label, one.words, one.body) for one in pieces]
    return made


def _default(value: Any, hint: Any) -> Any:
    """A default as an author would write it; None where there is nothing that one would."""
    marker = next((one for one in getattr(hint, "__metadata__", ()) if isinstance(one, Amount)), None)
    if isinstance(value, bool) or (isinstance(value, str) and value):
        return value
    if isinstance(value, DayRange):
        return value.lowest if value.lowest == value.highest else f"{value.lowest}-{value.highest}"
    if isinstance(value, (int, Decimal)):
        exact = Decimal(value) / 100 if marker is not None else Decimal(value)
        return int(exact) if exact == exact.to_integral_value() else float(exact)
    if isinstance(value, tuple) and value:
        return list(cast("tuple[Any, ...]", value))
    return None


def _form(schema: Schema) -> Words | None:
    """What may be written, in words: of the value, or of each item of a list."""
    items = schema.get("items")
    form = form_in(cast(Schema, items)) if isinstance(items, dict) else form_in(schema)
    if (most := schema.get("maxItems")) is not None:
        zh, en = f"最多 {most} 项", f"{most} items at most"
        return Words(f"{zh}；{form.zh}", f"{en}; {form.en}") if form is not None else Words(zh, en)
    return form


def _unions(schema: Any) -> Iterator[Schema]:
    """Every union by kind inside a schema."""
    if isinstance(schema, list):
        for one in cast("list[Any]", schema):
            yield from _unions(one)
    elif isinstance(schema, dict):
        known = cast(Schema, schema)
        if known.get("required") == ["kind"] and all("if" in one for one in known.get("allOf", [{}])):
            yield known
        for one in known.values():
            yield from _unions(one)


def _tell_kinds(union: Schema) -> None:
    """Words for each kind of a union, and a piece to put in for each."""
    names = [one["then"]["$ref"].rpartition("/")[2] for one in union["allOf"]]
    helps = [record_helps()[name] for name in names]
    kind = union["properties"]["kind"]
    kind["title"] = "种类 · kind"
    told = [f"{value}：{help.title}" for value, help in zip(kind["enum"], helps, strict=True)]
    kind["description"] = (
        "哪一种。先写它，其余的字段跟着它走。\nWhich kind; write it first, the other fields follow.\n" + "\n".join(told)
    )
    kind["enumDescriptions"] = [f"{help.words.zh}\n{help.words.en}" for help in helps]
    pieces = [piece for name in names for piece in snippets().get(name, ())]
    if pieces:
        union["defaultSnippets"] = [_snippet(one.label, one.words, one.body) for one in pieces]


def _snippet(label: str, words: Words, body: Plain) -> Schema:
    return {"label": label, "description": f"{words.zh}\n{words.en}", "body": body}
