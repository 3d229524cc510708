"""The search index as files: one for a small site, else a head, shards of terms and pages of documents.

The head says which shard begins with which term; a query loads the shards of its own terms and the documents
that it shows, nothing else. docs/search.md has the format.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from operator import sub

from ichsite.model.shelf import Shelf
from ichsite.plan.data_file import DataFile, data_file
from ichsite.plan.search_document import KINDS, Document
from ichsite.text.address import UrlPath

WHOLE_DOCUMENTS = 400
WHOLE_GZIPPED = 120_000
"""A site of no more documents than that, whose index is no larger gzipped, has it in one file, its texts included."""
SHARD_BYTES = 48_000
PAGE_DOCUMENTS = 32
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

Postings = tuple[dict[str, list[int]], dict[str, list[int]], dict[str, list[int]]]


@dataclass(frozen=True)
class IndexSize:
    """How large the index is: documents, terms, files, bytes as they are and gzipped each by itself."""

    documents: int
    terms: int
    files: int
    raw: int
    gzipped: int

    def __add__(self, other: IndexSize) -> IndexSize:
        """Of two languages together."""
        return IndexSize(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


@dataclass(frozen=True)
class SearchIndex:
    """The published files; `head` is the address of the first that a page loads."""

    head: UrlPath
    files: tuple[DataFile, ...]


@dataclass(frozen=True)
class IndexTask:
    """Where the documents of the crafts lie, in order, and the other documents."""

    crafts: tuple[bytes, ...]
    others: tuple[Document, ...]


def make_index(task: IndexTask, shelf: Shelf) -> tuple[IndexSize, SearchIndex]:
    """The index of a site, as a task: small is its size, large are its files."""
    return search_index([*(shelf.take(key) for key in task.crafts), *task.others])


def search_index(documents: Sequence[Document]) -> tuple[IndexSize, SearchIndex]:
    """The index of some documents. Linear in the number of their terms."""
    terms = _encoded(_postings(documents))
    files = _whole(documents, terms) if len(documents) <= WHOLE_DOCUMENTS else None
    files = files or _split(documents, terms)
    gzipped = sum(len(gzip.compress(file.data, 6)) for file in files)
    size = IndexSize(len(documents), len(terms), len(files), sum(len(file.data) for file in files), gzipped)
    return size, SearchIndex(files[-1].url, tuple(files))


def encoded_numbers(numbers: Sequence[int]) -> str:
    """Rising numbers as the gaps between them, five bits a character, the lowest first, 32 added where more follow."""
    gaps = map(sub, numbers, [-1, *numbers[:-1]])
    try:
        return "".join(map(_SHORT.__getitem__, gaps))
    except IndexError:
        return "".join(_varint(gap - 1) for gap in map(sub, numbers, [-1, *numbers[:-1]]))


def _varint(number: int) -> str:
    digits: list[str] = []
    while number > 31:
        digits.append(_DIGITS[32 + (number & 31)])
        number >>= 5
    digits.append(_DIGITS[number])
    return "".join(digits)


_SHORT = ("", *map(_varint, range(16_384)))


def _postings(documents: Sequence[Document]) -> Postings:
    """For each weight and each term the documents that have it there, rising."""
    postings: Postings = ({}, {}, {})
    for at, document in enumerate(documents):
        for found, terms in zip(postings, (document.strong, document.middle, document.weak), strict=True):
            for term in terms.split():
                if (known := found.get(term)) is None:
                    found[term] = [at]
                else:
                    known.append(at)
    return postings


def _encoded(postings: Postings) -> list[tuple[str, str]]:
    """The terms in the order in which script compares them, each with its three lists, the empty last ones left out."""
    strong, middle, weak = ({term: encoded_numbers(one) for term, one in found.items()} for found in postings)
    ordered = sorted({*strong, *middle, *weak}, key=lambda term: term.encode("utf-16-be", "surrogatepass"))
    return [
        (term, f"{strong.get(term, '')}.{middle.get(term, '')}.{weak.get(term, '')}".rstrip(".")) for term in ordered
    ]


def _whole(documents: Sequence[Document], terms: list[tuple[str, str]]) -> list[DataFile] | None:
    head = {
        "kinds": KINDS,
        "of": len(documents),
        "terms": dict(terms),
        "documents": [(*_shown(one), one.text) for one in documents],
    }
    data = _json(head)
    return [data_file("search.json", data)] if len(gzip.compress(data, 6)) <= WHOLE_GZIPPED else None


def _split(documents: Sequence[Document], terms: list[tuple[str, str]]) -> list[DataFile]:
    shards = list(_shards(terms))
    pages = [documents[at : at + PAGE_DOCUMENTS] for at in range(0, len(documents), PAGE_DOCUMENTS)]
    shard_files = [data_file("search-terms.json", _json(dict(shard))) for shard in shards]
    page_files = [data_file("search-pages.json", _json([_shown(one) for one in page])) for page in pages]
    head = {
        "kinds": KINDS,
        "of": len(documents),
        "cuts": [shard[0][0] for shard in shards],
        "shards": [file.name for file in shard_files],
        "per": PAGE_DOCUMENTS,
        "pages": [file.name for file in page_files],
    }
    return [*_each_once([*shard_files, *page_files]), data_file("search.json", _json(head))]


def _shards(terms: list[tuple[str, str]]) -> Iterable[list[tuple[str, str]]]:
    """The terms cut where a shard is full; a term is never in two."""
    shard: list[tuple[str, str]] = []
    size = 0
    for term, lists in terms:
        if shard and size + len(lists) > SHARD_BYTES:
            yield shard
            shard, size = [], 0
        shard.append((term, lists))
        size += len(lists) + len(term.encode("utf-8", "surrogatepass")) + 6
    if shard:
        yield shard


def _each_once(files: list[DataFile]) -> list[DataFile]:
    return list({file.url: file for file in files}.values())


def _shown(document: Document) -> tuple[str, int, str, str, str]:
    return (document.url, KINDS.index(document.kind), document.title, document.line, document.also)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
