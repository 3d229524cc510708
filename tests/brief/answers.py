"""The answer of `ichsite brief verify --json`, held against its published schema by another's validator."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, FormatChecker

from ichsite.brief.brief import Brief, payload_of
from ichsite.brief.code import fragment_of
from ichsite.schema.files import schema_bytes
from tests.sites_support import ichsite


@cache
def strict() -> Draft7Validator:
    """A field that the schema does not name is a fault here."""
    schema = json.loads(schema_bytes("brief-verify"))
    Draft7Validator.check_schema(schema)
    for one in (schema, *schema["definitions"].values()):
        one["additionalProperties"] = False
    return Draft7Validator(schema, format_checker=FormatChecker(["date"]))


def address(one: Brief, craft: str = "plaque") -> str:
    """The address of a brief of the base site."""
    return f"https://shop.example/crafts/{craft}/brief/#{fragment_of(payload_of(one))}"


def answer(root: Path, given: str, *more: str) -> tuple[int, Any, list[str]]:
    """What the command answers: its exit code, its JSON, and the codes of its findings."""
    run = ichsite(root, "brief", "verify", "--today", "2026-11-22", "--json", "--jobs", "1", *more, given)
    data = json.loads(run.out)
    wrong = [f"{one.json_path}: {one.message[:300]}" for one in strict().iter_errors(data)]
    assert not wrong, wrong
    return run.code, data, [finding["code"] for finding in data["findings"]]
