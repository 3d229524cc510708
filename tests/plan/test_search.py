"""The search index read back: what Python writes is what `search_index.js` reads, and nothing is lost between."""

from __future__ import annotations

import gzip
import json
import random
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ichsite.plan.find_data import _prices
from ichsite.plan.search import PAGE_DOCUMENTS, search_index
from ichsite.plan.search_document import Document, document_of
from ichsite.plan.search_terms import encoded_numbers
from ichsite.plan.search_words import folded, spoken_terms, terms_of
from ichsite.text.address import UrlPath

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
HAN = "青瓷花瓶龙泉窑火釉色梅子粉豆天月白秘建盏茶具文房礼物日用陈设结婚乔迁寿礼银饰苏绣木雕剪纸蜡染扎蓝印景泰"


def decoded(text: str) -> list[int]:
    """As script does it."""
    numbers: list[int] = []
    number = shift = 0
    at = -1
    for char in text:
        digit = DIGITS.index(char)
        number += (digit & 31) << shift
        shift += 5
        if digit < 32:
            at += number + 1
            numbers.append(at)
            number = shift = 0
    return numbers


@given(some.sets(some.integers(0, 300_000), max_size=60))
def test_numbers_come_back(numbers: set[int]) -> None:
    assert decoded(encoded_numbers(sorted(numbers))) == sorted(numbers)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("青瓷瓶", ["青瓷", "瓷瓶", "瓶"]),
        ("青", ["青"]),
        ("青，瓷", ["青", "瓷"]),
        ("Ⅷ-9 号", ["viii", "9", "号"]),
        ("ＡＢＣ　Café", ["abc", "cafe"]),
        ("", []),
        ("……！", []),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert list(terms_of(text)) == terms


@given(some.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text) or "\u0345" in text


@given(some.text(alphabet=HAN + "，。 a1", min_size=2, max_size=30))
def test_every_two_characters_that_stand_side_by_side_are_a_term(text: str) -> None:
    terms = terms_of(text)
    for first, second in pairwise(text):
        if first in HAN and second in HAN:
            assert first + second in terms
    for char in text:
        if char in HAN:
            assert any(term.startswith(char) for term in terms)


def test_pinyin_is_found_in_full_and_by_its_initials_from_every_character_on() -> None:
    spoken = spoken_terms("龙泉青瓷")
    assert "'longquanqingci" in spoken and "'lqqc" in spoken
    assert "'qingci" in spoken and "'qc" in spoken and "'ci" in spoken
    assert {"'lv", "'lu"} <= set(spoken_terms("绿"))
    assert spoken_terms("Celadon 9") == {}


def documents(count: int) -> list[Document]:
    chance = random.Random(count)  # noqa: S311  no secret is made of it

    def words(length: int) -> str:
        return "".join(chance.choice(HAN) for _ in range(length))

    return [
        document_of(UrlPath(f"/crafts/p-{at}/"), "craft", words(6), words(30), (words(2), words(2)), (words(120),))
        for at in range(count)
    ]


class Reader:
    """An index as script reads it: `loaded` are the files that were asked for."""

    def __init__(self, made: list[Document]) -> None:
        self.size, index = search_index(made)
        self.files = {file.name: file.data for file in index.files}
        self.head: dict[str, Any] = json.loads(self.files[index.head.rpartition("/")[2]])
        self.loaded: set[str] = set()

    def load(self, name: str) -> Any:
        self.loaded.add(name)
        return json.loads(self.files[name])

    def lists(self, term: str) -> list[list[int]]:
        table = self.head.get("terms")
        if table is None:
            place = max(at for at, cut in enumerate(self.head["cuts"]) if cut <= term)
            table = self.load(self.head["shards"][place])
        return [decoded(one) for one in table.get(term, "").split(".")]

    def document(self, at: int) -> list[Any]:
        if "documents" in self.head:
            return self.head["documents"][at]
        return self.load(self.head["pages"][at // self.head["per"]])[at % self.head["per"]]


@pytest.mark.parametrize("count", [20, 500])
def test_every_term_of_every_document_leads_to_it(count: int) -> None:
    made = documents(count)
    reader = Reader(made)
    assert ("terms" in reader.head) == (count == 20)
    for at in range(0, count, max(1, count // 20)):
        one = made[at]
        for weight, terms in enumerate((one.strong, one.middle, one.weak)):
            for term in terms.split():
                lists = reader.lists(term)
                assert at in lists[weight], term
                assert [number for number, found in enumerate(lists) if at in found] == [weight]
        assert reader.document(at)[:4] == [one.url, 0, one.title, one.line]


def test_a_query_of_a_large_site_loads_little() -> None:
    reader = Reader(documents(3000))
    assert len(reader.head["pages"]) == -(-3000 // PAGE_DOCUMENTS)
    for term in ("青瓷", "瓷花", "花瓶"):
        reader.lists(term)
    for at in range(0, 3000, 300):
        reader.document(at)
    sent = sum(len(gzip.compress(reader.files[name])) for name in reader.loaded)
    assert sent < 150_000
    assert reader.size.gzipped > 4 * sent


def test_the_same_documents_make_the_same_files() -> None:
    one, other = (search_index(documents(450)) for _ in range(2))
    assert one == other
    assert len({file.url for file in one[1].files}) == len(one[1].files)


def test_a_small_site_is_one_file_and_keeps_its_texts() -> None:
    size, index = search_index(documents(17))
    assert size.files == 1 and size.documents == 17
    head = json.loads(index.files[0].data)
    assert len(head["documents"][0][5]) == 120


def test_a_site_without_pages_has_an_index_too() -> None:
    size, index = search_index([])
    assert size.documents == 0
    assert json.loads(index.files[0].data)["terms"] == {}


def test_no_prices_where_there_are_no_crafts() -> None:
    assert _prices([]) == ()
