"""A file as an editor sees it: YAML 1.2's core types, so that `2026` is a number and a date is text."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import yaml
from jsonschema import Draft7Validator, FormatChecker

from ichsite.decode.front_matter import split_front_matter
from ichsite.schema.files import schema_bytes


class Core(yaml.CSafeLoader):
    """PyYAML with the resolvers of YAML 1.2's core schema in place of its own of 1.1."""


Core.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(form), list(first))
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node), 10))
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def _mapping(loader: Any, node: Any) -> Any:
    made: dict[str, Any] = {}
    yield made
    for key, value in node.value:
        if not isinstance(key.value, str):
            raise yaml.constructor.ConstructorError(None, None, "a key that is no text", key.start_mark)
        made[key.value] = loader.construct_object(value, deep=True)


# keys are text, as in JSON
Core.add_constructor("tag:yaml.org,2002:map", _mapping)


def seen(text: str, path: str = "a.yaml") -> Any:
    """The value that an editor hands to a validator; raises yaml.YAMLError."""
    if path.endswith(".md"):
        front, _ = split_front_matter(path, text)
        text = front.yaml if front is not None else ""
    return yaml.load(text.removeprefix("\ufeff"), Core)  # noqa: S506  a SafeLoader


@cache
def validator(name: str) -> Draft7Validator:
    """Another's validator for a schema."""
    return Draft7Validator(json.loads(schema_bytes(name)), format_checker=FormatChecker(["date"]))


def complaints(name: str, value: Any) -> list[str]:
    """What an editor would underline."""
    return [
        f"{'.'.join(map(str, one.absolute_path))}: {one.message[:160]}" for one in validator(name).iter_errors(value)
    ]
