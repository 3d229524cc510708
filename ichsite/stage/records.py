"""read and decode: from the files of the tree to records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import NamedTuple

from ichsite.catalog.catalog import Entry, Half
from ichsite.decode.kinds import TEXT_ENDINGS, is_translation, layout_of, translation_of
from ichsite.decode.source import HELD_KINDS, Decoded, SourceFile, decode_source
from ichsite.engine.memo import Task
from ichsite.model.record import Kind
from ichsite.model.withdrawal import Withdrawal
from ichsite.read.rescan import rescanned
from ichsite.read.sources import Source, bytes_of, ends_with, load_sources
from ichsite.read.tree import Found, Tree, scan
from ichsite.stage.desk import Desk
from ichsite.text.address import Slug
from ichsite.text.diagnostic import Diagnostic

DECODE: Task[SourceFile, Decoded] = Task("decode", decode_source)


def look(desk: Desk) -> Tree:
    """The project's files; in a process that goes on building, of most of them what the last build found."""
    warm = desk.warm
    if warm is None:
        return scan(desk.project.root)
    glance = rescanned(warm.tree, desk.touched) if warm.tree is not None and desk.touched is not None else None
    warm.glanced = glance is not None
    warm.tree = glance or scan(desk.project.root)
    return warm.tree


def read(desk: Desk, tree: Tree) -> tuple[tuple[Source, ...], tuple[Diagnostic, ...]]:
    """The text files with their digests."""
    texts = desk.each("texts", (), tree.files, lambda some: [ends_with(one, TEXT_ENDINGS) for one in some])
    files = compress(tree.files, texts)
    return sources_of(desk, "texts", files)


def sources_of(desk: Desk, name: str, files: Iterable[Found]) -> tuple[tuple[Source, ...], tuple[Diagnostic, ...]]:
    """Some files with their digests; what is as the last build read it under this name is the very object."""
    last = desk.warm.sources.get(name, {}) if desk.warm is not None else {}
    sources, known, findings = load_sources(desk.project.root, files, desk.state.stats, last)
    desk.state.next_stats.update(known)
    if desk.warm is not None:
        desk.warm.sources[name] = {one.path: one for one in sources}
    return sources, findings


def decode(desk: Desk, sources: tuple[Source, ...]) -> tuple[list[Entry], tuple[Diagnostic, ...]]:
    """The records, those of large kinds held in the cache."""
    placed = desk.each("placed", (), sources, lambda some: map(_placed, some))
    ours = tuple([one for one in placed if one is not None])
    entries, findings = _decoded(desk, "decoded", tuple([one for one in ours if one.kind != "translation"]))
    withdrawn = {one.path for one in entries if one.record is not None and isinstance(one.record.value, Withdrawal)}
    # the words of a buyer who withdrew are not read in any language, and so are in no cache
    told = tuple([one for one in ours if one.kind == "translation" and not _is_of(one.source.path, withdrawn)])
    translations, faults = _decoded(desk, "translations", told)
    return [*entries, *translations], (*findings, *faults)


class _Placed(NamedTuple):
    """A file whose place says what it is of."""

    source: Source
    kind: Kind
    slug: Slug


class _Read(NamedTuple):
    """What became of a file, and under which key the cache has it."""

    entry: Entry
    findings: tuple[Diagnostic, ...]
    key: bytes


def _decoded(desk: Desk, name: str, ours: tuple[_Placed, ...]) -> tuple[list[Entry], tuple[Diagnostic, ...]]:
    made = desk.each(name, (), ours, lambda some: _entries(desk, some))
    desk.memo.use([one.key for one in made])
    return [one.entry for one in made], tuple([finding for one in made for finding in one.findings])


def _entries(desk: Desk, ours: Sequence[_Placed]) -> Iterable[_Read]:
    def make(position: int) -> SourceFile:
        source, kind, slug = ours[position]
        return SourceFile(kind, source.path, slug, bytes_of(desk.project.root, source))

    prints = [(kind, source.path, source.digest) for source, kind, _ in ours]
    results = desk.memo.map(DECODE, prints, make, desk.told("decode"))
    for (source, kind, slug), result in zip(ours, results, strict=True):
        decoded, held = result.small, result.held
        half = None
        if kind in HELD_KINDS and decoded.readable:
            half = Half(source.path, held.key, held.fingerprint, decoded.wants)
        yield _Read(Entry(kind, source.path, slug, decoded.record, half, decoded.draft), decoded.findings, held.key)


def _is_of(path: str, originals: set[str]) -> bool:
    found = translation_of(path)
    return found is not None and found.original in originals


def _placed(source: Source) -> _Placed | None:
    """A file with its kind and its slug; a translation has its path for a slug, for it has no address of its own."""
    if is_translation(source.path):
        return _Placed(source, "translation", Slug(source.path))
    found = layout_of(source.path)
    return _Placed(source, found[0].kind, found[1]) if found is not None else None
