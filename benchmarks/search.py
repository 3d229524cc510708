"""`python -m benchmarks.search --crafts 1000 10000`: the search index and the filters' facts of large sites.

The texts are made of sixty real words and six thousand random ones, some far more often than others. Times are CPU seconds of one process; sizes are gzipped, as a page loads them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator
from itertools import accumulate, pairwise

from ichsite.engine.lane import collect_seldom
from ichsite.plan.search import SearchIndex, search_index
from ichsite.plan.search_document import Document, document_of
from ichsite.plan.search_words import terms_of
from ichsite.text.address import UrlPath

SEED = 20261122
QUERIES = ("青瓷", "青瓷花瓶", "龙泉青瓷", "手工日用", "瓷", "qingci", "qc")
_LINE = (
    "青瓷 花瓶 茶盏 香炉 笔洗 盖碗 梅瓶 银饰 苏绣 木雕 剪纸 蜡染 扎染 蓝印 景泰 手工 日用 礼物 陈设 文房 龙泉 禹州 "
    "汝州 建阳 景德 苏州 东阳 凯里 的 了 在 是 和 要 不 一 我们 师傅 作坊 釉色 窑火 收缩 尺寸 颜色 "
    "可以 不能 先问 定做 工期 口径 高度 图样 确认 修坯 素烧 施釉 烧成 出窑 检验 "
)
_WORDS = _LINE.split()
_RARE = 6000
_SHOWN = 10


def main() -> None:
    """Measures and prints."""
    collect_seldom()  # as a build does
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--crafts", type=int, nargs="+", default=[1000, 10_000], metavar="N")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    for crafts in options.crafts:
        chance = random.Random(options.seed)  # noqa: S311  no secret is made of it
        texts = list(_texts(chance, crafts))
        began = time.process_time()
        documents = [_document(at, *text) for at, text in enumerate(texts)]
        read = time.process_time()
        size, index = search_index(documents)
        made = time.process_time()
        print(
            f"{crafts} crafts: {size.terms} terms, {size.files} files, {size.raw / 1e6:.1f} MB,"
            f" {size.gzipped / 1e6:.2f} MB gzipped; documents {read - began:.2f} s, index {made - read:.2f} s"
        )
        for query in QUERIES:
            print(f"  {query:<12} loads {_loaded(index, query) / 1000:7.1f} kB gzipped")


def _texts(chance: random.Random, count: int) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    weights = [1 / (at + 3) for at in range(len(_WORDS))]
    letters = [chr(0x4E00 + at) for at in range(2500)]
    vocabulary = ["".join(chance.choices(letters, k=2)) for _ in range(_RARE)]
    rare = list(accumulate(1 / (at + 20) for at in range(_RARE)))

    def words(length: int) -> str:
        common = chance.choices(_WORDS, weights, k=length)
        return "".join(
            one if chance.random() < 0.6 else chance.choices(vocabulary, cum_weights=rare)[0] for one in common
        )

    for _ in range(count):
        yield words(3), words(20), words(400), (chance.choice(_WORDS[:20]), chance.choice(_WORDS[:20]))


def _document(at: int, title: str, line: str, text: str, tags: tuple[str, ...]) -> Document:
    return document_of(UrlPath(f"/crafts/piece-{at:05}/"), "craft", title, line, tags, (text,))


def _loaded(index: SearchIndex, query: str) -> int:
    """What script loads for a query and the ten best pages, these spread over as many files as can be."""
    files = {file.name: file.data for file in index.files}
    data = files[index.head.rpartition("/")[2]]
    head = json.loads(data)
    names: set[str] = set()
    sent = len(gzip.compress(data))
    if "cuts" not in head:
        return sent
    for term, beginning in _asked(query):
        first = max(at for at, cut in enumerate(head["cuts"]) if at == 0 or cut <= term)
        last = first
        while (
            beginning and last + 1 < len(head["cuts"]) and last - first < 2 and head["cuts"][last + 1].startswith(term)
        ):
            last += 1
        names.update(head["shards"][first : last + 1])
    names.update(sorted(head["pages"])[:_SHOWN])
    return sent + sum(len(gzip.compress(files[name])) for name in names)


def _asked(query: str) -> Iterator[tuple[str, bool]]:
    if query.isascii():
        yield from ((term, True) for word in terms_of(query) for term in (word, f"'{word}"))
    elif len(query) == 1:
        yield query, True
    else:
        yield from ((first + second, False) for first, second in pairwise(query))


if __name__ == "__main__":
    main()
