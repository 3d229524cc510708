"""library: drawings, films and captions of the material library made ready once, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from posixpath import basename

from ichsite.catalog.catalog import Catalog
from ichsite.catalog.material_files import MaterialFile, material_files
from ichsite.engine.memo import Held, Task
from ichsite.media.film import HEAD_BYTES, tells_place
from ichsite.media.readied import Readied, ReadyTask, readied
from ichsite.plan.material import PublishedFile
from ichsite.read.sources import ChangedMeanwhile, load_digests
from ichsite.read.tree import Tree, digest_of, read_file
from ichsite.stage.desk import Desk
from ichsite.stage.unfound import unfound
from ichsite.text.address import OutputPath, UrlPath
from ichsite.text.diagnostic import Diagnostic, Related, error, warning
from ichsite.text.fingerprint import Fingerprint, of_parts
from ichsite.text.place import Place
from ichsite.text.words import Words

READY: Task[ReadyTask, Readied] = Task("library", readied)
FOLDER = "assets/materials"

_MISSING_CODE = "material-file-missing"


@dataclass(frozen=True)
class Origin:
    """Where the bytes of a published file come from: made and held, or a file of the project as it is."""

    digest: Fingerprint
    held: Held | None
    path: str


@dataclass(frozen=True)
class MaterialStage:
    """`views` by the path in the project; `files` by where they are published."""

    views: Mapping[str, PublishedFile] = field(default_factory=dict[str, PublishedFile])
    files: Mapping[OutputPath, Origin] = field(default_factory=dict[OutputPath, Origin])


def ready_files(desk: Desk, tree: Tree, catalog: Catalog) -> tuple[MaterialStage, tuple[Diagnostic, ...]]:
    """The published files of all materials, and what is wrong with those that are not published."""
    uses = tuple(material_files(catalog.materials))
    if not uses:
        return MaterialStage(), ()
    named = {use.path for use in uses}
    found = {file.path: file for file in tree.files if file.path in named}
    digests, known, findings = load_digests(desk.project.root, found.values(), desk.state.stats)
    desk.state.next_stats.update(known)
    there = [use for use in uses if use.path in digests]
    missing = [_missing(use, tree) for use in uses if use.path is None or use.path not in found]
    prints = [_print(use, digests[use.path or ""]) for use in there]

    def make(at: int) -> ReadyTask:
        use, path = there[at], there[at].path or ""
        data = _bytes(desk, path, digests[path])
        film = use.role == "film"
        placed = film and tells_place(data)
        shown = data[:HEAD_BYTES] if film else data
        return ReadyTask(use.role, basename(path), shown, len(data), use.seconds, use.ai_generated, placed)

    results = desk.memo.map(READY, prints, make)
    views: dict[str, PublishedFile] = {}
    files: dict[OutputPath, Origin] = {}
    faults: list[Diagnostic] = []
    for use, result in zip(there, results, strict=True):
        path, one = use.path or "", result.small
        faults += _faults(use, one)
        if not one.ending:
            continue
        held = None if use.role == "film" else result.held
        digest = digests[path] if held is None else held.fingerprint
        place = OutputPath(f"{FOLDER}/{digest.hex()[:16]}.{one.ending}")
        files[place] = Origin(digest, held, path)
        views[path] = PublishedFile(UrlPath(f"/{place}"), one.ending, one.width, one.height)
    return MaterialStage(views, files), (*findings, *missing, *faults)


def bytes_of_origin(desk: Desk, origin: Origin) -> bytes:
    """The bytes of a published file; raises ChangedMeanwhile where the project's own is another by now."""
    return desk.memo.take(origin.held) if origin.held is not None else _bytes(desk, origin.path, origin.digest)


def _print(use: MaterialFile, digest: Fingerprint) -> Fingerprint:
    return of_parts(use.role, basename(use.path or ""), digest, str(use.seconds), "ai" if use.ai_generated else "")


def _bytes(desk: Desk, path: str, digest: Fingerprint) -> bytes:
    try:
        data = read_file(desk.project.root, path)
    except OSError as gone:
        raise ChangedMeanwhile(path) from gone
    if digest_of(data) != digest:
        raise ChangedMeanwhile(path)
    return data


def _faults(use: MaterialFile, one: Readied) -> Iterable[Diagnostic]:
    """In captions the line is pointed at, and where they are named beside it; else the field."""
    for fault in one.faults:
        make = warning if one.ending else error
        if fault.line is None or use.path is None:
            yield make(fault.code, use.where, fault.message, fault.help)
        else:
            named = Related(use.where, Words("在这里写的", "named here"))
            yield make(fault.code, Place(use.path, fault.line, 1), fault.message, fault.help, (named,))


def _missing(use: MaterialFile, tree: Tree) -> Diagnostic:
    return unfound(
        _MISSING_CODE,
        use.where,
        use.file,
        use.path,
        tree,
        outside=Words(
            "文件放在素材自己的文件夹里，只写文件名", "put the file into the material's own folder and write its name"
        ),
        no=Words("没有文件", "there is no file"),
        put=Words("把文件放到这里，或改正文件名", "put the file there, or mend the name"),
    )
