"""Field names in Chinese: the English one is named, once, and only where the record has it at that place."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from ichsite.decode.chinese_names import field_meant
from ichsite.decode.kinds import BY_KIND
from ichsite.decode.source import SourceFile, read_record
from ichsite.schema.field_help import record_helps
from ichsite.schema.record import classes_in
from ichsite.text.address import Slug
from ichsite.text.place import FieldOf
from tests.sites_support import BASE, ichsite, laid_out

CLASSES: dict[str, type[Any]] = {one.__name__: one for kind in BY_KIND.values() for one in classes_in(kind.cls)}
CRAFT, CUSTOM = "content/crafts/plaque/index.md", "content/crafts/plaque/customization.yaml"


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_the_name_that_the_schemas_give_a_field_leads_to_it(name: str) -> None:
    known = [one.name for one in fields(CLASSES[name])]
    titles = {field: help.title for field, help in record_helps()[name].fields.items()}
    chinese = {field: title for field, title in titles.items() if re.search("[一-鿿]", title)}
    assert {field: field_meant(title, known) for field, title in chinese.items()} == {field: field for field in chinese}


@pytest.mark.parametrize(
    ("path", "old", "new", "field", "meant"),
    [
        (CRAFT, "title: 手工银牌", "标题: 手工银牌", ("标题",), "title"),
        (CRAFT, "title: 手工银牌", "名称: 手工银牌", ("名称",), "title"),
        (CRAFT, "title: 手工银牌", "作品名称: 手工银牌", ("作品名称",), "title"),
        (CRAFT, "title: 手工银牌", "title: 手工银牌\n标签: [银器]", ("标签",), "tags"),
        (CRAFT, "title: 手工银牌", "“标题”: 手工银牌", ("“标题”",), "title"),
        (CUSTOM, "price: {lowest: 180", "价格: {lowest: 180", ("offers", 0, "价格"), "price"),
        (CUSTOM, "price: {lowest: 180", "price: {最低价: 180", ("offers", 0, "price", "最低价"), "lowest"),
    ],
)
def test_the_english_name_is_told_once(path: str, old: str, new: str, field: tuple[str | int, ...], meant: str) -> None:
    text = (BASE / path).read_text("utf-8")
    assert old in text
    kind: Any = "craft" if path == CRAFT else "customization"
    _, [told] = read_record(SourceFile(kind, path, Slug("plaque"), text.replace(old, new, 1).encode()))
    assert told.code == "unknown-key" and told.where == FieldOf(path, field, at_key=True)
    assert told.help is not None
    assert f"`{meant}: …`" in told.help.zh and f"`{meant}: …`" in told.help.en


def test_nothing_is_meant_that_is_not_there() -> None:
    assert field_meant("价格", ["title", "summary"]) is None
    assert field_meant("标题", ["title", "summary"], ["title"]) is None, "written already"
    assert field_meant("名", ["title"]) is None
    assert field_meant("titel", ["title"]) is None
    assert field_meant("颜色", ["title"]) is None


def test_a_translation_is_helped_too(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    settings = root / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "also_in: [en]\n", "utf-8")
    (root / CRAFT).with_name("index.en.md").write_text("---\n标题: A silver plaque\n---\nText.\n", "utf-8")
    run = ichsite(root, "check")
    assert "字段名用英文，写成 `title: …`" in run.err, run.err
