"""The search index as files: one for a small site, else a head, shards of terms and pages of documents.

The head says which shard begins with which term; a query loads the shards of its own terms and the documents
that it shows, nothing else. docs/content/pages/finding.md has the format.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import reduce
from operator import add

from ichsite.plan.data_file import DataFile, data_file
from ichsite.plan.search_document import Document
from ichsite.plan.search_terms import Encoded, block_of, blocks_of, bounds_of, drawer_of
from ichsite.text.address import ITEM_KINDS, UrlPath

WHOLE_DOCUMENTS = 400
WHOLE_GZIPPED = 120_000
"""A site of no more documents than that, whose index is no larger gzipped, has it in one file, its texts included."""
SHARD_BYTES = 48_000
PAGE_DOCUMENTS = 32


@dataclass(frozen=True)
class IndexSize:
    """How large the index is: documents, terms, files, bytes as they are and gzipped each by itself."""

    documents: int
    terms: int
    files: int
    raw: int
    gzipped: int

    def __add__(self, other: IndexSize) -> IndexSize:
        """Of two parts, or of two languages, together."""
        return IndexSize(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


@dataclass(frozen=True)
class SearchIndex:
    """The published files; `head` is the address of the first that a page loads."""

    head: UrlPath
    files: tuple[DataFile, ...]


@dataclass(frozen=True)
class Portion:
    """Some files of an index: the first term of each, where they are shards, and their size."""

    cuts: tuple[str, ...]
    size: IndexSize


Filed = tuple[Portion, tuple[DataFile, ...]]


def search_index(documents: Sequence[Document]) -> tuple[IndexSize, SearchIndex]:
    """The index of some documents. Linear in the number of their terms."""
    if len(documents) <= WHOLE_DOCUMENTS:
        terms = drawer_of([(0, block_of(documents, ()).drawers[0])])
        file = _whole(documents, terms)
        size = _size((file,), documents=len(documents), terms=len(terms))
        if size.gzipped <= WHOLE_GZIPPED:
            return size, SearchIndex(file.url, (file,))
    bounds = bounds_of(len(documents))
    ranges = blocks_of(tuple([one.url for one in documents]))
    blocks = [block_of(documents[one.start : one.stop], bounds) for one in ranges]
    starts = [one.start for one in ranges]
    drawers = zip(*(block.drawers for block in blocks), strict=True)
    shards = [filed_terms(zip(starts, texts, strict=True)) for texts in drawers]
    pages = [filed_page(documents[one.start : one.stop]) for one in pages_of(len(documents))]
    return put_together(shards, pages)


def pages_of(documents: int) -> tuple[range, ...]:
    """Which documents stand in a file together."""
    return tuple(range(at, min(at + PAGE_DOCUMENTS, documents)) for at in range(0, documents, PAGE_DOCUMENTS))


def filed_terms(parts: Iterable[tuple[int, str]]) -> Filed:
    """The shards of one drawer; `parts` as for `drawer_of`."""
    terms = drawer_of(parts)
    shards = list(_shards(terms))
    files = tuple(data_file("search-terms.json", _json(dict(shard))) for shard in shards)
    return Portion(tuple(shard[0][0] for shard in shards), _size(files, terms=len(terms))), files


def filed_page(documents: Sequence[Document]) -> Filed:
    """Some documents as they are shown, in one file."""
    files = (data_file("search-pages.json", _json([_shown(one) for one in documents])),)
    return Portion((), _size(files, documents=len(documents))), files


def put_together(shards: Sequence[Filed], pages: Sequence[Filed]) -> tuple[IndexSize, SearchIndex]:
    """The index of shards and pages, each in order."""
    sizes = [portion.size for portion, _ in (*shards, *pages)]
    head = {
        "kinds": ITEM_KINDS,
        "of": sum(one.documents for one in sizes),
        "cuts": [cut for portion, _ in shards for cut in portion.cuts],
        "shards": [file.name for _, files in shards for file in files],
        "per": PAGE_DOCUMENTS,
        "pages": [file.name for _, files in pages for file in files],
    }
    file = data_file("search.json", _json(head))
    files = (*(file for _, files in (*shards, *pages) for file in files), file)
    return reduce(add, sizes, _size((file,))), SearchIndex(file.url, files)


def _size(files: Sequence[DataFile], *, documents: int = 0, terms: int = 0) -> IndexSize:
    import gzip

    gzipped = sum(len(gzip.compress(file.data, 6)) for file in files)
    return IndexSize(documents, terms, len(files), sum(len(file.data) for file in files), gzipped)


def _whole(documents: Sequence[Document], terms: Encoded) -> DataFile:
    head = {
        "kinds": ITEM_KINDS,
        "of": len(documents),
        "terms": dict(terms),
        "documents": [(*_shown(one), one.text) for one in documents],
    }
    return data_file("search.json", _json(head))


def _shards(terms: Encoded) -> Iterator[Encoded]:
    """The terms cut where a shard is full; a term is never in two."""
    shard: Encoded = []
    size = 0
    for term, lists in terms:
        if shard and size + len(lists) > SHARD_BYTES:
            yield shard
            shard, size = [], 0
        shard.append((term, lists))
        size += len(lists) + len(term.encode("utf-8", "surrogatepass")) + 6
    if shard:
        yield shard


def _shown(document: Document) -> tuple[str, int, str, str, str]:
    return (document.url, ITEM_KINDS.index(document.kind), document.title, document.line, document.also)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
