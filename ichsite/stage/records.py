"""read and decode: from the files of the tree to records."""

from __future__ import annotations

from ichsite.catalog.catalog import Entry, Half
from ichsite.decode.kinds import TEXT_ENDINGS, is_translation, layout_of, translation_of
from ichsite.decode.source import HELD_KINDS, Decoded, SourceFile, decode_source
from ichsite.engine.memo import Task
from ichsite.model.record import Kind
from ichsite.model.withdrawal import Withdrawal
from ichsite.read.rescan import rescanned
from ichsite.read.sources import Source, bytes_of, files_of, load_sources
from ichsite.read.tree import Tree, scan
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
    sources, known, findings = load_sources(desk.project.root, files_of(tree, TEXT_ENDINGS), desk.state.stats)
    desk.state.next_stats.update(known)
    return sources, findings


def decode(desk: Desk, sources: tuple[Source, ...]) -> tuple[list[Entry], tuple[Diagnostic, ...]]:
    """The records, those of large kinds held in the cache."""
    ours = [(source, *found) for source in sources if (found := _place_of(source.path)) is not None]
    entries, findings = _decoded(desk, [one for one in ours if one[1] != "translation"])
    withdrawn = {one.path for one in entries if one.record is not None and isinstance(one.record.value, Withdrawal)}
    # the words of a buyer who withdrew are not read in any language, and so are in no cache
    told = [one for one in ours if one[1] == "translation" and not _is_of(one[0].path, withdrawn)]
    translations, faults = _decoded(desk, told)
    return [*entries, *translations], (*findings, *faults)


def _decoded(desk: Desk, ours: list[tuple[Source, Kind, Slug]]) -> tuple[list[Entry], tuple[Diagnostic, ...]]:
    def make(position: int) -> SourceFile:
        source, kind, slug = ours[position]
        return SourceFile(kind, source.path, slug, bytes_of(desk.project.root, source))

    prints = [(kind, source.path, source.digest) for source, kind, _ in ours]
    results = desk.memo.map(DECODE, prints, make, desk.told("decode"))
    entries: list[Entry] = []
    findings: list[Diagnostic] = []
    for (source, kind, slug), result in zip(ours, results, strict=True):
        decoded = result.small
        findings += decoded.findings
        half = None
        if kind in HELD_KINDS and decoded.readable:
            half = Half(source.path, result.held.key, result.held.fingerprint, decoded.wants)
        entries.append(Entry(kind, source.path, slug, decoded.record, half, decoded.draft))
    return entries, tuple(findings)


def _is_of(path: str, originals: set[str]) -> bool:
    found = translation_of(path)
    return found is not None and found.original in originals


def _place_of(path: str) -> tuple[Kind, Slug] | None:
    """The kind and the slug of a file; a translation has its path for a slug, for it has no address of its own."""
    if is_translation(path):
        return "translation", Slug(path)
    found = layout_of(path)
    return (found[0].kind, found[1]) if found is not None else None
