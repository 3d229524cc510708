"""The demonstration site against the schemas, by another's validator; and how its files name their schemas."""

from __future__ import annotations

import re
from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from ichsite.schema.files import SCHEMA_FILES, editor_line, editor_settings, schema_files, schema_name
from tests.schema.editor import complaints, seen

ROOT = Path(__file__).parents[2]
COMMITTED = "docs/schemas"
LEDGER = "content/permalinks.yaml"
"""Written by the build, never by an author: no schema describes it."""


def _files() -> list[str]:
    found = [
        *ROOT.glob("site*.yaml"),
        *ROOT.glob("content/**/*.yaml"),
        *ROOT.glob("content/**/*.md"),
        *ROOT.glob("themes/*/*.yaml"),
    ]
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


@pytest.mark.parametrize("name", [one.name for one in SCHEMA_FILES if one.yaml or one.markdown])
def test_the_demonstration_is_as_its_schemas_say(name: str) -> None:
    mine = [path for path in _files() if schema_name(path) == name]
    assert mine, "the demonstration has no such file"
    for path in mine:
        assert complaints(name, seen((ROOT / path).read_text("utf-8"), path)) == [], path


def test_every_file_of_an_author_has_a_schema() -> None:
    assert [path for path in _files() if schema_name(path) is None] == [LEDGER]


def test_what_is_committed_is_what_is_emitted() -> None:
    """Where this fails, `ichsite schema --out docs/schemas` writes them anew."""
    committed = {path.name: path.read_bytes() for path in (ROOT / COMMITTED).iterdir()}
    assert committed == dict(schema_files())


def test_every_yaml_file_names_its_schema_in_its_first_line() -> None:
    for path in _files():
        # a theme may lie in any site: a name of this folder would lead nowhere there
        if path.endswith(".yaml") and path != LEDGER and not path.startswith("themes/"):
            first = (ROOT / path).read_text("utf-8").split("\n")[0]
            assert first == editor_line(path, COMMITTED), path
            named = first.partition("$schema=")[2]
            assert ((ROOT / path).parent / named).resolve().is_relative_to(ROOT / COMMITTED)
            assert ((ROOT / path).parent / named).is_file()


def _loosely(path: str, glob: str) -> bool:
    return fnmatchcase(path, glob)


def _strictly(path: str, glob: str) -> bool:
    return re.fullmatch(re.escape(glob).replace(r"\*", "[^/]*"), path) is not None


@pytest.mark.parametrize("matches", [_loosely, _strictly], ids=["a star takes slashes", "a star takes none"])
def test_the_setting_of_an_editor_gives_each_file_its_own_schema(matches: Callable[[str, str], bool]) -> None:
    """Some versions of the language server let a star take slashes, and two schemas for one file refuse all of it."""
    globs = [(file, glob) for file, many in editor_settings("schemas").items() for glob in many]
    for path in _files():
        if path.endswith(".yaml") and path != LEDGER:
            found = [file for file, glob in globs if matches(path, glob)]
            assert found == [f"./schemas/{schema_name(path)}.schema.json"], path


@pytest.mark.parametrize(
    ("path", "folder", "line"),
    [
        ("site.yaml", "schemas", "schemas/site.schema.json"),
        ("content/tiers.en.yaml", "schemas", "../schemas/words.schema.json"),
        ("content/crafts/vase/customization.yaml", "schemas", "../../../schemas/customization.schema.json"),
        ("content/showcases/vase.yaml", "docs/schemas", "../../docs/schemas/showcase.schema.json"),
        ("themes/mine/tokens.yaml", "schemas", "../../schemas/tokens.schema.json"),
    ],
)
def test_the_line_of_a_file_leads_to_its_schema(path: str, folder: str, line: str) -> None:
    assert editor_line(path, folder) == f"# yaml-language-server: $schema={line}"


@pytest.mark.parametrize("path", ["content/permalinks.yaml", "content/crafts/vase/index.md", "notes.yaml"])
def test_other_files_have_no_line(path: str) -> None:
    assert editor_line(path) is None
