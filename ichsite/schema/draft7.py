"""From JSON Schema 2020-12, which pydantic writes, to draft-07, which editors read."""

from __future__ import annotations

from typing import Any, cast

DIALECT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]

_UNKNOWN = frozenset(
    {"$anchor", "$dynamicAnchor", "$dynamicRef", "$vocabulary", "dependentSchemas", "maxContains", "minContains"}
    | {"unevaluatedItems", "unevaluatedProperties"}
)
"""Keywords that draft-07 does not have and that no other says: a model that needs one needs a translation here."""
_SCHEMAS = (
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "additionalProperties",
    "additionalItems",
    "items",
)
_LISTS = ("allOf", "anyOf", "oneOf")
_NAMED = ("properties", "patternProperties", "definitions")


def draft7(schema: Schema) -> Schema:
    """The same schema in draft-07, `$defs` as `definitions`; ValueError where it cannot be said.

    A union told apart by a field becomes one `if` and `then` for each of its kinds: an editor then complains about the
    kind that is meant, and not about all of them.
    """
    if unknown := _UNKNOWN & schema.keys():
        raise ValueError(f"draft-07 has no {', '.join(sorted(unknown))}")
    made = dict(schema)
    if "$defs" in made:
        made["definitions"] = made.pop("$defs")
    if "dependentRequired" in made:
        made["dependencies"] = made.pop("dependentRequired")
    if "prefixItems" in made:
        rest = made.pop("items", None)
        made["items"] = made.pop("prefixItems")
        if rest is not None:
            made["additionalItems"] = rest
    if "discriminator" in made:
        made = _by_kind(made)
    if "$ref" in made:
        made["$ref"] = made["$ref"].replace("#/$defs/", "#/definitions/")
        made = alone(made)
    return {name: _inside(name, value) for name, value in made.items()}


def _inside(name: str, value: Any) -> Any:
    if name in _NAMED:
        return {key: _converted(one) for key, one in cast("dict[str, Any]", value).items()}
    if name in _LISTS or (name == "items" and isinstance(value, list)):
        return [_converted(one) for one in cast("list[Any]", value)]
    return _converted(value) if name in _SCHEMAS else value


def _converted(value: Any) -> Any:
    return draft7(cast(Schema, value)) if isinstance(value, dict) else value


def _by_kind(union: Schema) -> Schema:
    discriminator, members = union["discriminator"], union["oneOf"]
    field: str = discriminator["propertyName"]
    by_reference: dict[str, str] = {reference: kind for kind, reference in discriminator["mapping"].items()}
    if {one.get("$ref") for one in members} != by_reference.keys():
        raise ValueError(f"a union by {field} has members without a kind")
    kinds = {by_reference[one["$ref"]]: one["$ref"] for one in members}
    rest = {name: value for name, value in union.items() if name not in ("discriminator", "oneOf")}
    return {
        **rest,
        "type": "object",
        "required": [field],
        "properties": {field: {"enum": list(kinds)}},
        "allOf": [
            {"if": {"properties": {field: {"const": kind}}, "required": [field]}, "then": {"$ref": reference}}
            for kind, reference in kinds.items()
        ],
    }


def alone(schema: Schema) -> Schema:
    """A schema whose `$ref` has no neighbours: draft-07 would not read them."""
    if "$ref" not in schema or len(schema) == 1:
        return schema
    return {**{name: value for name, value in schema.items() if name != "$ref"}, "allOf": [{"$ref": schema["$ref"]}]}


def optional(schema: Schema) -> Schema:
    """`X or null` as one schema where it can be, so that an editor complains about X and not about a choice of two."""
    choices = schema.get("anyOf", [])
    if len(choices) != 2 or {"type": "null"} not in choices:
        return schema
    inner: Schema = dict(choices[0])
    rest = {name: value for name, value in schema.items() if name != "anyOf"}
    if "enum" in inner:
        inner["enum"] = [*inner["enum"], None]
        if "enumDescriptions" in inner:
            inner["enumDescriptions"] = [*inner["enumDescriptions"], "空着 · empty"]
    elif "type" not in inner:
        return schema
    if "type" in inner:
        types = cast("list[str]", inner["type"] if isinstance(inner["type"], list) else [inner["type"]])
        inner["type"] = types if "null" in types else [*types, "null"]
    return {**inner, **rest}
