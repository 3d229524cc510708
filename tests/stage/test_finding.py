"""The search index in steps: the files of the index in one go, and one edit repeats few of the steps."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from ichsite.engine.memo import Memo, Task
from ichsite.engine.pool import Pool
from ichsite.engine.store import Store
from ichsite.model.shelf import Shelf
from ichsite.plan.search import IndexSize, SearchIndex, search_index
from ichsite.plan.search_document import Document, document_of
from ichsite.stage.finding import Nothing, index_of
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value

HAN = "青瓷花瓶龙泉窑火釉色梅子粉豆天月白秘建盏茶具文房礼物日用陈设结婚乔迁寿礼银饰苏绣木雕剪纸蜡染扎蓝印景泰𠮷豈"


def _as_it_is(document: Document, _shelf: Shelf) -> tuple[Nothing, Document]:
    return Nothing(), document


DOCUMENT: Task[Document, Nothing] = Task("document", _as_it_is)


def documents(count: int) -> list[Document]:
    chance = random.Random(count)  # noqa: S311  no secret is made of it

    def words(length: int) -> str:
        return "".join(chance.choice(HAN) for _ in range(length))

    return [
        document_of(UrlPath(f"/crafts/p-{at}/"), "craft", words(6), words(30), (words(2), "cup"), (words(120),))
        for at in range(count)
    ]


def in_steps(folder: Path, made: list[Document]) -> tuple[tuple[IndexSize, SearchIndex], int]:
    """The index, and how many steps were not in the cache."""
    store = Store(folder / "cache")
    pool = Pool(store, 1)
    try:
        memo = Memo(store, pool)
        held = [one.held for one in memo.map(DOCUMENT, [of_value(one) for one in made], lambda at: made[at])]
        kept = store.count()
        found = index_of(memo, [one.url for one in made], held)
        return found, store.count() - kept
    finally:
        pool.close()
        store.close()


@pytest.mark.parametrize("count", [0, 3, 401, 1500, 2600])
def test_in_steps_as_in_one_go(count: int, tmp_path: Path) -> None:
    made = documents(count)
    found, _ = in_steps(tmp_path, made)
    assert found == search_index(made)
    assert in_steps(tmp_path, made) == (found, 0)


def test_an_edit_repeats_its_block_its_page_and_the_drawers_of_its_words(tmp_path: Path) -> None:
    made = documents(1500)
    in_steps(tmp_path, made)
    one = made[700]
    made[700] = replace(one, weak=f"{one.weak} 盏盏")
    found, fresh = in_steps(tmp_path, made)
    assert found == search_index(made)
    assert fresh == 3


@pytest.mark.parametrize("at", [0, 700, 1499])
def test_a_page_more_or_less_gives_the_clean_index(at: int, tmp_path: Path) -> None:
    made = documents(1500)
    in_steps(tmp_path, made)
    less = [*made[:at], *made[at + 1 :]]
    assert in_steps(tmp_path, less)[0] == search_index(less)
    more = [*made[:at], replace(made[at], url=UrlPath("/crafts/new/")), *made[at:]]
    assert in_steps(tmp_path, more)[0] == search_index(more)
