"""The schemas of a theme's files, made of what `ichsite.render` takes there."""

from __future__ import annotations

from ichsite.model.reading import complaint
from ichsite.render.manifest import KEYS, LONGEST_NAME, PUBLISHED, THEME_NAME, VERSION
from ichsite.render.theme_option import KEYS as OPTION_KEYS
from ichsite.render.theme_option import MOST_NUMBER, NAME, TYPES
from ichsite.render.tokens import COLOUR, GROUPS, LENGTH, LONGEST_TOKEN, MOST_FONTS, SCHEMES, TOKEN_NAME
from ichsite.schema.draft7 import Schema
from ichsite.schema.field_help import record_helps
from ichsite.schema.record import field_with_help, with_help
from ichsite.text.words import LANGUAGES, Words

_SCALAR = ["string", "number", "boolean"]
_NEEDED = ("name", "version", "requires")


def theme_schema() -> Schema:
    """Of `themes/<name>/theme.yaml`."""
    inner: dict[str, Schema] = {
        "name": {"type": _SCALAR, "minLength": 1},
        "version": {"type": _SCALAR, "minLength": 1},
        "requires": _form(VERSION, Words("版本号，如 0.1.0", "a version such as 0.1.0"), "number"),
        "extends": _form(THEME_NAME, Words("主题名", "a theme's name"), "null"),
        "bundles": {
            "type": ["object", "null"],
            "propertyNames": {"pattern": f"^(?:{PUBLISHED})$", "maxLength": LONGEST_NAME},
            "patternProperties": {
                r"\.css$": _bundle(r"(^tokens$|\.css$)", Words("tokens 或 .css 文件", "tokens, or a .css file")),
                r"\.js$": _bundle(r"\.js$", Words(".js 文件", "a .js file")),
            },
        },
        "options": {
            "type": ["object", "null"],
            "propertyNames": {"pattern": f"^(?:{NAME.pattern})$"},
            "additionalProperties": {"$ref": "#/definitions/ThemeOption"},
        },
    }
    help = record_helps()["Theme"]
    told = {name: field_with_help(name, inner[name], help.fields[name], required=name in _NEEDED) for name in inner}
    if set(told) != set(KEYS):
        raise ValueError("the manifest has other fields")
    made: Schema = {"type": "object", "required": list(_NEEDED), "properties": told, "additionalProperties": False}
    return {**with_help(made, help), "definitions": {"ThemeOption": _option()}}


def tokens_schema() -> Schema:
    """Of `themes/<name>/tokens.yaml`."""
    colour = _form(
        COLOUR.pattern.replace("0-9a-f", "0-9A-Fa-f"), Words('颜色，如 "#8a1c1c"', 'a colour such as "#8a1c1c"')
    )
    schemes = {"type": "object", "properties": dict.fromkeys(SCHEMES, colour), "additionalProperties": False}
    # a name may be of any script, and what a letter is differs from one dialect of patterns to the next
    font = _form(r"""-?[^\s,;:"'(){}<>/\\.-][^,;:"'(){}<>/\\]{0,60}""", Words("字体名", "a font's name"))
    fonts: Schema = {
        "anyOf": [
            {"type": "string", "minLength": 1},
            {"type": "array", "items": font, "minItems": 1, "maxItems": MOST_FONTS},
        ]
    }
    length = _form(LENGTH.pattern, Words("数字和单位，如 1.125rem、18px、60%", "a number and a unit, such as 1.125rem"))
    values: dict[str, Schema] = {"colours": {"anyOf": [colour, schemes]}, "fonts": fonts}
    help = record_helps()["Tokens"]
    properties = {
        group: field_with_help(group, _named(values.get(group, length)), help.fields[group]) for group in GROUPS
    }
    return with_help({"type": "object", "properties": properties, "additionalProperties": False}, help)


def _named(value: Schema) -> Schema:
    names = {"pattern": f"^(?:{TOKEN_NAME})$", "maxLength": LONGEST_TOKEN}
    return {"type": ["object", "null"], "propertyNames": names, "additionalProperties": value}


def _bundle(part: str, form: Words) -> Schema:
    parts: Schema = {"type": "array", "items": {"type": "string", "pattern": part, **complaint(form)}}
    add = {"type": "object", "properties": {"add": parts}, "required": ["add"], "additionalProperties": False}
    return {"anyOf": [parts, add]}


def _option() -> Schema:
    help = record_helps()["ThemeOption"]
    number = {"type": ["integer", "string", "null"], "minimum": -MOST_NUMBER, "maximum": MOST_NUMBER}
    number |= {"pattern": r"^-?\d{1,18}$", **complaint(Words("整数", "a whole number"))}
    label = {
        "type": "object",
        "properties": {one: {"type": _SCALAR} for one in LANGUAGES},
        "additionalProperties": False,
    }
    word = _form("[a-z0-9][a-z0-9_-]{0,40}", Words("小写的词", "a word in small letters"), "integer")
    inner: dict[str, Schema] = {
        "type": {"enum": list(TYPES)},
        "default": {"type": [*_SCALAR, "null"]},
        "label": {"anyOf": [{"type": [*_SCALAR, "null"]}, label]},
        "least": number,
        "most": number,
        "values": {"type": "array", "items": word, "minItems": 1, "maxItems": 40},
    }
    told = {name: field_with_help(name, one, help.fields[name]) for name, one in inner.items()}
    kinds = [
        {
            "if": {"properties": {"type": {"const": kind}}, "required": ["type"]},
            "then": {"propertyNames": {"enum": list(OPTION_KEYS[kind])}},
        }
        for kind in TYPES
    ]
    # an option of the parent theme may be named again without its type
    return with_help({"type": "object", "properties": told, "additionalProperties": False, "allOf": kinds}, help)


def _form(pattern: str, form: Words, *also: str) -> Schema:
    return {"type": ["string", *also] if also else "string", "pattern": f"^(?:{pattern})$", **complaint(form)}
