"""Every field has words in both languages, no words are without a field, and what they show as an example is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from ichsite.brief.told import BriefAnswer
from ichsite.decode.compose import Plain
from ichsite.decode.kinds import LAYOUTS
from ichsite.decode.typed import typed
from ichsite.schema.field_help import record_helps, snippets
from ichsite.schema.files import SCHEMA_FILES
from ichsite.schema.record import classes_in
from tests.schema.editor import complaints, validator

CLASSES = {one.__name__: one for layout in LAYOUTS for one in classes_in(layout.cls)}
ANSWER = {one.__name__: one for one in classes_in(BriefAnswer)}
BY_HAND = {
    "Words": set[str](),
    "MaterialFile": set[str](),
    "TranslatedPage": set(validator("translated-page").schema["properties"]),
    "Theme": set(validator("theme").schema["properties"]),
    "ThemeOption": set(validator("theme").schema["definitions"]["ThemeOption"]["properties"]),
    "Tokens": set(validator("tokens").schema["properties"]),
    **{
        name: set(validator("brief-verify").schema["definitions"][name]["properties"])
        for name in ("Finding", "RelatedPlace")
    },
}
HAN = re.compile("[\u4e00-\u9fff]")


def test_two_classes_have_two_names() -> None:
    """Words and definitions are found by a class's name."""
    assert len(CLASSES) == len({one for layout in LAYOUTS for one in classes_in(layout.cls)})
    assert not CLASSES.keys() & ANSWER.keys()


def test_every_field_has_words_and_no_words_are_without_a_field() -> None:
    wanted = {name: {one.name for one in fields(cls)} for name, cls in CLASSES.items()} | BY_HAND
    wanted |= {name: {one.name for one in fields(cls)} for name, cls in ANSWER.items()}
    wanted["BriefAnswer"] |= {"version", "findings"}
    assert {name: set(help.fields) for name, help in record_helps().items()} == wanted


def test_words_are_words_of_their_language() -> None:
    for name, record in record_helps().items():
        told = {name: record.words, **{f"{name}.{field}": one.words for field, one in record.fields.items()}}
        for field, words in told.items():
            assert HAN.search(words.zh) and words.zh.endswith("。"), field
            assert len(re.findall("[A-Za-z]", words.en)) > 6 and words.en.endswith("."), field
            assert words.en.count("枝") or not HAN.search(words.en), field
        for field, one in record.fields.items():
            assert 0 < len(one.title) <= 14, f"{name}.{field}: a name, a colon, then what it means"


def _properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, list):
        for one in schema:
            yield from _properties(one)
    elif isinstance(schema, dict):
        for name, one in schema.get("properties", {}).items():
            yield name, one
        for key, one in schema.items():
            if key not in ("if", "examples", "defaultSnippets"):
                yield from _properties(one)


@pytest.mark.parametrize("file", SCHEMA_FILES, ids=lambda file: file.name)
def test_every_field_of_a_schema_is_told_in_both_languages(file: Any) -> None:
    whole = validator(file.name).schema
    assert whole["title"] and "\n" in whole["description"]
    inner_words = ("light", "dark", "print", "add", "zh-CN", "en")  # values that a theme's field is made of
    for name, one in _properties(whole):
        if name not in inner_words:
            zh, en = one["description"].split("\n")[:2]
            assert HAN.search(zh) and re.search("[A-Za-z]{3}", en), name
            assert one["title"].endswith(f" · {name}")


def test_an_amount_is_told_as_it_is_written() -> None:
    """Inside, money is fen; an author writes yuan."""
    site = validator("site").schema["definitions"]["CostCutoffs"]["properties"]
    assert (site["low_up_to"]["default"], site["middle_up_to"]["default"]) == (200, 2000)
    stage = validator("customization").schema["definitions"]["Stage"]["properties"]
    assert (stage["working_days"]["default"], stage["change"]["default"]) == (0, "none")
    assert validator("site").schema["definitions"]["PictureSettings"]["properties"]["widths"]["default"] == [
        400,
        800,
        1600,
    ]


@pytest.mark.parametrize("file", SCHEMA_FILES, ids=lambda file: file.name)
def test_examples_and_defaults_are_what_their_field_takes(file: Any) -> None:
    whole = validator(file.name)
    told = 0
    for name, one in _properties(whole.schema):
        for value in (*one.get("examples", ()), *((one["default"],) if "default" in one else ())):
            told += 1
            assert [error.message for error in whole.evolve(schema=one).iter_errors(value)] == [], (name, value)
    assert told or file.name == "words"


SNIPPETS = [(name, at) for name, many in snippets().items() for at in range(len(many))]


@pytest.mark.parametrize(("name", "at"), SNIPPETS, ids=lambda value: str(value))
def test_a_snippet_is_read_without_a_finding(name: str, at: int) -> None:
    value, findings = typed("a.yaml", _filled(snippets()[name][at].body), CLASSES[name])
    assert findings == ()
    assert value is not None


def _filled(body: Plain) -> Plain:
    if isinstance(body, dict):
        return {key: _filled(one) for key, one in body.items()}
    if isinstance(body, list):
        return [_filled(one) for one in body]
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", body) if isinstance(body, str) else body


def test_snippets_are_offered_where_their_record_stands() -> None:
    whole = validator("customization").schema["definitions"]
    assert whole["Stage"]["defaultSnippets"][0]["label"].startswith("一道工序")
    offered = whole["Offer"]["properties"]["options"]["items"]["defaultSnippets"]
    assert [one["body"]["kind"] for one in offered] == ["choice", "number", "text", "colour", "size-table", "picture"]


def test_a_kind_that_is_none_is_one_complaint() -> None:
    """A union is told apart by `kind`: an author reads about the kind that is meant, not about all six."""
    offer = {"tier": "element", "summary": "a", "price": {"lowest": 1, "highest": 2}, "after_sale": {}}
    broken = {"offers": [{**offer, "options": [{"kind": "nubmer"}]}], "randomness": {"controllability": "high"}}
    about = [one for one in complaints("customization", broken) if ".options" in one]
    assert len(about) == 1
    assert "'nubmer' is not one of" in about[0]
