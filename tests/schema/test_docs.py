"""The guide for editors says what the command says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ichsite.schema.files import SCHEMA_FILES, editor_settings

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["editors.md", "editors.zh-CN.md"])
def test_the_guide_shows_the_settings_and_names_every_schema(name: str) -> None:
    (guide,) = DOCS.rglob(name)
    text = guide.read_text("utf-8")
    (block,) = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    assert json.loads(block) == {"yaml.schemaStore.enable": False, "yaml.schemas": editor_settings()}
    assert [one.name for one in SCHEMA_FILES if f"`{one.name}`" not in text] == []
