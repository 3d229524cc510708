"""promises: what was ever promised is read, what is promised today is held against it, and what is new is written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import compress

from ichsite.brief.kept import Due, Kept, Promises, due
from ichsite.brief.promise import FOLDER, Glance, Offered, PromiseName, Since, glance, name_of, parts_of, promise_file
from ichsite.brief.terms import Promiser, TermsRefused, read_terms, terms_from, terms_json, version_of
from ichsite.catalog.catalog import Catalog, CraftParts
from ichsite.catalog.library import fed
from ichsite.engine.memo import Held, Result, Task
from ichsite.ledger.enter import Entered
from ichsite.ledger.promises import promises_lost, with_promises
from ichsite.model.shelf import Shelf
from ichsite.model.tier import TierName
from ichsite.plan.promises import promiser_of
from ichsite.read.sources import Source, bytes_of
from ichsite.read.tree import Found, Tree
from ichsite.stage.desk import Desk
from ichsite.stage.promise_faults import NAMED, broken, changed, lost, met
from ichsite.stage.records import sources_of
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.fingerprint import Fingerprint, of_bytes, of_value
from ichsite.text.place import Place
from ichsite.text.words import Words
from ichsite.write.promises import write_promises

FROZEN = "permalinks-frozen"
_AT_ONCE = 1000
"""So many new promises are in the memory at the same time."""
_NO_PRINT = Fingerprint(b"")


@dataclass(frozen=True)
class PromiseFile:
    """A file to be read; the terms are read through and through where they are `superseded`.

    Those that hold today are, byte for byte, what was just made of the craft.
    """

    path: str
    data: bytes
    superseded: bool


@dataclass(frozen=True)
class PromiseRead:
    """What is at hand of a file, or what is wrong with it; the text of its terms is the large result beside it."""

    since: tuple[Since, ...] = ()
    glance: Glance | None = None
    fault: Diagnostic | None = None


@dataclass(frozen=True)
class TermsTask:
    """What is handed over to say what a craft promises; no day is in it."""

    parts: CraftParts
    id: str
    promiser: Promiser


@dataclass(frozen=True)
class PromiseStage:
    """Every promise, those that have to be written down, and the digests of the files that were read, by path.

    `texts` are where the texts of what is promised today lie, by version: among those of all offers of a craft.
    """

    promises: Promises = field(default_factory=Promises)
    new: tuple[Kept, ...] = ()
    digests: Mapping[str, Fingerprint] = field(default_factory=dict[str, Fingerprint])
    texts: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


def read_one(file: PromiseFile, _shelf: Shelf) -> tuple[PromiseRead, bytes | None]:
    """One file, as a task."""
    name = name_of(file.path)
    assert name is not None  # noqa: S101  only such files are handed over
    try:
        since, terms = parts_of(file.data)
        seen = glance(terms)
        own = PromiseName(seen.craft, seen.tier, version_of(terms))
        if own != name:
            return PromiseRead(fault=changed(file.path, own)), None
        if file.superseded:
            read_terms(terms)
    except TermsRefused as refused:
        return PromiseRead(fault=broken(file.path, refused)), None
    return PromiseRead(since, seen), terms


Versions = tuple[tuple[TierName, str], ...]


def say_terms(task: TermsTask, shelf: Shelf) -> tuple[Versions, dict[str, bytes]]:
    """What each offer of a craft promises, as a task: the versions, and their texts."""
    parts = task.parts
    page = shelf.take(parts.craft.key).value
    custom = fed(shelf.take(parts.customization.key), parts.feed).value
    versions: list[tuple[TierName, str]] = []
    texts: dict[str, bytes] = {}
    for offer in custom.offers:
        data = terms_json(terms_from(page, custom.randomness, offer, craft=task.id, promiser=task.promiser))
        versions.append((offer.tier, version_of(data)))
        texts[versions[-1][1]] = data
    return tuple(versions), texts


READ: Task[PromiseFile, PromiseRead] = Task("promise", read_one)
TERMS: Task[TermsTask, Versions] = Task("terms", say_terms)


def promises_of(
    desk: Desk, tree: Tree, catalog: Catalog, entered: Entered, day: date
) -> tuple[PromiseStage, Entered, tuple[Diagnostic, ...]]:
    """Every promise of the site on a day, the ledger with their addresses, and what is wrong with them."""
    if catalog.tiers is None:
        return PromiseStage(), entered, ()
    ours = desk.each("promise files", (), tree.files, lambda some: map(_is_promise, some))
    sources, findings = sources_of(desk, "promises", compress(tree.files, ours))
    said = _said_today(desk, catalog, entered)
    offered = desk.again("promises-offered", (said,), lambda: {offer: version for offer, version, _ in said})
    read, names, faults = _read(desk, sources, frozenset(offered.values()))
    gone = desk.again("promises-lost", (entered, names), lambda: promises_lost(entered, [one.version for one in names]))
    twice = desk.again("promises-met", (names, offered), lambda: tuple(met(names, offered)))
    findings += (*faults, *lost(gone), *twice)
    texts = desk.again("promises-said", (said,), lambda: {version: key for _, version, key in said})
    if findings:
        # what cannot be read is not written anew: nothing is published
        return PromiseStage(Promises(read, offered), texts=texts), entered, findings
    due_now = desk.again("promises-due", (read, offered, day), lambda: due(read, offered, day))
    new = desk.again("promises-new", (due_now, said, read), lambda: _new(desk, due_now, said, read)) if due_now else ()
    desk.memo.use([one.key for one in new])
    kept = desk.again("promises-kept", (read, new), lambda: _joined(read, new))
    promises = desk.again("promises-today", (kept, offered), lambda: Promises(kept, offered))
    stage = PromiseStage(promises, new, {source.path: source.digest for source in sources}, texts)
    site = catalog.site.value
    pages = max(1, -(-len(stage.promises.changed) // site.cards_per_page))
    given = entered, tuple(one.version for one in kept), pages
    return stage, desk.again("promises-entered", given, lambda: with_promises(*given)), ()


def promises_frozen(desk: Desk, stage: PromiseStage) -> tuple[Diagnostic, ...]:
    """Under `--frozen`, why the build may not go on: it would write promises down."""
    if not desk.request.frozen or desk.request.drafts or not stage.new:
        return ()
    named = tuple(
        Related(Place(one.name.path), Words(f"{one.glance.title}，{one.glance.tier_name}", f"{one.name.craft}, {one.name.tier}"))
        for one in stage.new[:NAMED]
    )  # fmt: skip
    what = Words(
        f"content/promises/ 还没有记下这次的承诺（{len(stage.new)} 份）",
        f"content/promises/ does not hold the promises of this build yet ({len(stage.new)})",
    )
    help = Words(
        "在自己的电脑上运行 ichsite build，把 content/ 里新写的文件一起提交",
        "run `ichsite build` on your own machine and commit the new files in content/ with the rest",
    )
    return (error(FROZEN, Place(FOLDER.rstrip("/")), what, help, named),)


def text_of(desk: Desk, stage: PromiseStage, version: str) -> bytes | None:
    """The text of a version that is promised today or ever was; None where there is none, or its file cannot be read."""
    kept = stage.promises.by_version.get(version)
    if kept is not None:
        return _text(desk, kept.key)
    return desk.memo.take(Held(stage.texts[version], _NO_PRINT))[version] if version in stage.texts else None


def keep_promises(desk: Desk, stage: PromiseStage) -> None:
    """Writes down what is new. Neither drafts nor previews are published, and so neither promises anything."""
    if desk.request.drafts or desk.request.frozen or desk.request.preview:
        return
    new = stage.new
    paths = [one.name.path for one in new]
    files = (promise_file(one.since, _text(desk, one.key)) for one in new)
    write_promises(desk.project.root, FOLDER, paths, files, stage.digests)


def _text(desk: Desk, key: bytes) -> bytes:
    return desk.memo.take(Held(key, _NO_PRINT))


def _said_today(desk: Desk, catalog: Catalog, entered: Entered) -> tuple[tuple[Offered, str, bytes], ...]:
    """Each offer with its version, and where the texts of its craft lie."""
    promiser, book = promiser_of(catalog), entered.book
    common = of_value(promiser)

    def say(some: Sequence[CraftParts]) -> Iterator[tuple[bytes, tuple[tuple[Offered, str, bytes], ...]]]:
        tasks = [TermsTask(parts, book.id("craft", parts.slug), promiser) for parts in some]
        prints = [
            (
                *(task.id, task.parts.craft.fingerprint, task.parts.customization.fingerprint),
                *(of_value(task.parts.feed) if task.parts.feed else _NO_PRINT, common),
            )
            for task in tasks
        ]
        results = desk.memo.map(TERMS, prints, lambda at: tasks[at], desk.told("terms"))
        for task, result in zip(tasks, results, strict=True):
            key = result.held.key
            yield key, tuple([((task.id, tier), version, key) for tier, version in result.small])

    crafts = desk.kept("promising crafts", catalog.crafts)
    rows = desk.each("terms", (common, book), crafts, say)
    desk.memo.use([key for key, _ in rows])
    return tuple([one for _, said in rows for one in said])


def _read(
    desk: Desk, sources: tuple[Source, ...], today: frozenset[str]
) -> tuple[tuple[Kept, ...], tuple[PromiseName, ...], tuple[Diagnostic, ...]]:
    """The versions that were read, the names of all files, and what is wrong with some."""
    names = desk.each("promise names", (), sources, _names)
    # equal tuples of the very same sources: where nothing was superseded since, nothing is asked
    files = desk.kept(
        "promises to read", tuple([(one, of.version not in today) for one, of in zip(sources, names, strict=True)])
    )
    rows = desk.each("promises read", (), files, lambda some: _rows(desk, some))
    desk.memo.use([key for key, _, _ in rows])
    kept = tuple([one for _, one, _ in rows if one is not None])
    return kept, names, tuple([fault for _, _, fault in rows if fault is not None])


def _rows(desk: Desk, files: Sequence[tuple[Source, bool]]) -> Iterator[tuple[bytes, Kept | None, Diagnostic | None]]:
    def make(at: int) -> PromiseFile:
        source, superseded = files[at]
        return PromiseFile(source.path, bytes_of(desk.project.root, source), superseded)

    prints = [_print(source.path, source.digest, superseded) for source, superseded in files]
    results = desk.memo.map(READ, prints, make, desk.told("promises"))
    for name, result in zip(_names([source for source, _ in files]), results, strict=True):
        fault = result.small.fault
        yield result.held.key, _kept(name, result) if fault is None else None, fault


def _is_promise(file: Found) -> bool:
    return file.path.startswith(FOLDER) and name_of(file.path) is not None


def _print(path: str, digest: Fingerprint, superseded: bool) -> tuple[str, Fingerprint, str]:
    return path, digest, "superseded" if superseded else ""


def _names(sources: Iterable[Source]) -> Iterator[PromiseName]:
    return (name for source in sources if (name := name_of(source.path)) is not None)


def _kept(name: PromiseName, result: Result[PromiseRead]) -> Kept:
    assert result.small.glance is not None  # noqa: S101  it has no fault
    return Kept(name, result.small.since, result.small.glance, result.held.key)


def _new(
    desk: Desk, due_now: tuple[Due, ...], said: tuple[tuple[Offered, str, bytes], ...], read: tuple[Kept, ...]
) -> tuple[Kept, ...]:
    """What has to be written down, read as it will be read by the next build."""
    texts = {version: key for _, version, key in said}
    before = {one.version: one.key for one in read}
    found: list[Kept] = []
    for start in range(0, len(due_now), _AT_ONCE):
        some = due_now[start : start + _AT_ONCE]
        files: list[PromiseFile] = []
        for one in some:
            version = one.name.version
            if version in before:
                terms = _text(desk, before[version])
            else:
                terms = desk.memo.take(Held(texts[version], _NO_PRINT))[version]
            files.append(PromiseFile(one.name.path, promise_file(one.since, terms), superseded=False))
        prints = [_print(one.path, of_bytes(one.data), superseded=False) for one in files]
        results = desk.memo.map(READ, prints, files.__getitem__)
        found += (_kept(one.name, result) for one, result in zip(some, results, strict=True))
    return tuple(found)


def _joined(read: tuple[Kept, ...], new: tuple[Kept, ...]) -> tuple[Kept, ...]:
    whole = {one.version: one for one in (*read, *new)}
    return tuple(sorted(whole.values(), key=lambda one: (one.name.craft, one.name.tier, one.version)))
