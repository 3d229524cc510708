"""finding: the search index, from each page's document to the files; every step is kept until its input changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from ichsite.engine.memo import Held, Memo, Result, Task
from ichsite.model.shelf import Shelf
from ichsite.plan.data_file import DataFile
from ichsite.plan.material import Material
from ichsite.plan.search import (
    WHOLE_DOCUMENTS,
    IndexSize,
    Portion,
    SearchIndex,
    filed_page,
    filed_terms,
    pages_of,
    put_together,
    search_index,
)
from ichsite.plan.search_document import (
    CraftDocumentTask,
    Document,
    ToldTask,
    craft_document,
    craft_document_tasks,
    told_document,
    told_tasks,
)
from ichsite.plan.search_terms import Block, block_of, blocks_of, bounds_of
from ichsite.stage.desk import Desk
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import Fingerprint, of_bytes, of_parts, of_value

Input = TypeVar("Input")


@dataclass(frozen=True)
class Nothing:
    """The small part of a result of which only the large one counts."""


@dataclass(frozen=True)
class BlockTask:
    """Where the documents of a block lie, and how its terms are parted."""

    documents: tuple[bytes, ...]
    bounds: tuple[str, ...]


@dataclass(frozen=True)
class Prints:
    """The fingerprint of a block's text for each drawer."""

    drawers: tuple[Fingerprint, ...]


def read_craft(task: CraftDocumentTask, shelf: Shelf) -> tuple[Nothing, Document]:
    """A craft's document, as a task."""
    return Nothing(), craft_document(task, shelf)


def read_told(task: ToldTask, _shelf: Shelf) -> tuple[Nothing, Document]:
    """Another page's document, as a task: the pinyin dictionary is loaded only where a title is new."""
    return Nothing(), told_document(task)


def make_whole(keys: tuple[bytes, ...], shelf: Shelf) -> tuple[IndexSize, SearchIndex]:
    """The index of a small site, as a task: small is its size, large are its files."""
    return search_index([shelf.take(key) for key in keys])


def make_block(task: BlockTask, shelf: Shelf) -> tuple[Prints, Block]:
    """The terms of some documents, as a task."""
    block = block_of((shelf.take(key) for key in task.documents), task.bounds)
    return Prints(block.prints), block


def make_terms(parts: tuple[tuple[int, str], ...], _shelf: Shelf) -> tuple[Portion, tuple[DataFile, ...]]:
    """The shards of one drawer, as a task."""
    return filed_terms(parts)


def make_page(keys: tuple[bytes, ...], shelf: Shelf) -> tuple[Portion, tuple[DataFile, ...]]:
    """Documents as they are shown, as a task."""
    return filed_page([shelf.take(key) for key in keys])


CRAFT: Task[CraftDocumentTask, Nothing] = Task("craft-document", read_craft)
TOLD: Task[ToldTask, Nothing] = Task("document", read_told)
WHOLE: Task[tuple[bytes, ...], IndexSize] = Task("index", make_whole)
BLOCK: Task[BlockTask, Prints] = Task("index-block", make_block)
TERMS: Task[tuple[tuple[int, str], ...], Portion] = Task("index-terms", make_terms)
PAGE: Task[tuple[bytes, ...], Portion] = Task("index-page", make_page)


def index_site(desk: Desk, material: Material) -> tuple[IndexSize, SearchIndex]:
    """The search index of one tree of pages, and its size."""
    crafts = craft_document_tasks(material)
    told = material.around("told", lambda some: tuple([(one, of_value(one)) for one in told_tasks(some)]))
    results = (
        *desk.each(f"craft documents {material.base.tree}", (), crafts, lambda some: _documents(desk, CRAFT, some)),
        *desk.each(f"told documents {material.base.tree}", (), told, lambda some: _documents(desk, TOLD, some)),
    )
    desk.memo.use([one.held.key for one in results])
    addresses = [task.url for task, _ in (*crafts, *told)]
    return index_of(desk.memo, addresses, [one.held for one in results])


def _documents(
    desk: Desk, task: Task[Input, Nothing], some: Sequence[tuple[Input, Fingerprint]]
) -> list[Result[Nothing]]:
    prints = [print for _, print in some]
    return desk.memo.map(task, prints, lambda at: some[at][0], desk.told("search"))


def index_of(memo: Memo, addresses: list[UrlPath], documents: list[Held]) -> tuple[IndexSize, SearchIndex]:
    """The same files as `search_index` makes of these documents, in steps of which one edit repeats few."""
    keys = tuple(one.key for one in documents)
    if len(documents) <= WHOLE_DOCUMENTS:
        whole = memo.map(WHOLE, [of_parts(*(one.fingerprint for one in documents))], lambda _: keys)[0]
        return whole.small, memo.take(whole.held)

    def print_of(some: range) -> Fingerprint:
        return _joined([one.fingerprint for one in documents[some.start : some.stop]])

    pages = pages_of(len(documents))
    filed = memo.map(PAGE, [print_of(one) for one in pages], lambda at: keys[pages[at].start : pages[at].stop])
    return put_together(_shards(memo, addresses, documents), [_filed(memo, one) for one in filed])


def _shards(memo: Memo, addresses: list[UrlPath], documents: list[Held]) -> list[tuple[Portion, tuple[DataFile, ...]]]:
    bounds, ranges = bounds_of(len(documents)), blocks_of(tuple(addresses))
    cut_at = of_value(bounds)
    held = [documents[one.start : one.stop] for one in ranges]
    blocks = memo.map(
        BLOCK,
        [_joined([cut_at, *(one.fingerprint for one in some)]) for some in held],
        lambda at: BlockTask(tuple(one.key for one in held[at]), bounds),
    )
    starts = tuple(one.start for one in ranges)
    begins = of_value(starts)
    taken: list[Block] = []

    def texts(drawer: int) -> tuple[tuple[int, str], ...]:
        if not taken:
            taken.extend(memo.hold(one.held) for one in blocks)
        return tuple((start, block.drawers[drawer]) for start, block in zip(starts, taken, strict=True))

    drawers = zip(*(one.small.drawers for one in blocks), strict=True)
    filed = memo.map(TERMS, [_joined([begins, *prints]) for prints in drawers], texts)
    return [_filed(memo, one) for one in filed]


def _joined(prints: list[Fingerprint]) -> Fingerprint:
    """The fingerprint of several fingerprints in order; all are as long."""
    return of_bytes(b"".join(prints))


def _filed(memo: Memo, result: Result[Portion]) -> tuple[Portion, tuple[DataFile, ...]]:
    return result.small, memo.hold(result.held)
