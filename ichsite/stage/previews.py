"""previews: the drawings of offers made ready once, with the motifs that they show, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping

from ichsite.assess.card import CraftCard
from ichsite.assess.sockets import PreviewUse
from ichsite.catalog.material_files import material_files
from ichsite.engine.memo import Task
from ichsite.media.preview import PreviewFound, PreviewTask, made_ready
from ichsite.media.refusal import Fault
from ichsite.model.material import AnyMaterial
from ichsite.model.record import Record
from ichsite.plan.see_parts import PreviewFiles
from ichsite.read.sources import ChangedMeanwhile, load_digests
from ichsite.read.tree import Tree, digest_of, read_file
from ichsite.stage.desk import Desk
from ichsite.stage.preview_faults import slot_findings
from ichsite.stage.unfound import unfound
from ichsite.text.diagnostic import Diagnostic, Related, error, warning
from ichsite.text.fingerprint import Fingerprint, of_parts
from ichsite.text.place import Place
from ichsite.text.words import Words

PREVIEW: Task[PreviewTask, PreviewFound] = Task("preview", made_ready)

_MISSING_CODE = "preview-missing"


def ready_previews(
    desk: Desk, tree: Tree, cards: Mapping[str, CraftCard], materials: tuple[Record[AnyMaterial], ...]
) -> tuple[PreviewFiles, tuple[Diagnostic, ...]]:
    """The previews of all offers and the motifs that may stand in them; what is wrong with them and with their slots."""
    uses = [use for card in cards.values() for use in card.previews]
    if not uses:
        return PreviewFiles(), ()
    named = {name for use in uses for socket in use.sockets for _, name in socket.motifs}
    motifs = {
        str(record.slug): path
        for record in materials
        if record.slug in named and (path := _drawing(record)) is not None
    }
    roles = dict.fromkeys(motifs.values(), "motif") | {use.path: "preview" for use in uses if use.path is not None}
    found = {file.path: file for file in tree.files if file.path in roles}
    digests, known, findings = load_digests(desk.project.root, found.values(), desk.state.stats)
    desk.state.next_stats.update(known)
    there = [path for path in roles if path in digests]

    def make(at: int) -> PreviewTask:
        path = there[at]
        return PreviewTask("motif" if roles[path] == "motif" else "preview", _bytes(desk, path, digests[path]))

    results = desk.memo.map(PREVIEW, [of_parts(roles[path], digests[path]) for path in there], make)
    made = dict(zip(there, results, strict=True))
    held = {path: result.held for path, result in made.items() if result.small.there}
    drawn = frozenset(name for name, path in motifs.items() if path in held)
    files = PreviewFiles(
        {path: (one.key, one.fingerprint) for path, one in held.items()},
        {name: path for name, path in motifs.items() if path in held},
    )
    faults: list[Diagnostic] = []
    for use in uses:
        if use.path is None or use.path not in made:
            faults.append(_missing(use, tree))
            continue
        small = made[use.path].small
        faults += [_told(use, use.path, fault) for fault in small.faults]
        if small.there:
            faults += slot_findings(use, use.path, small.slots, drawn)
    return files, (*findings, *faults)


def _drawing(record: Record[AnyMaterial]) -> str | None:
    return next((one.path for one in material_files([record]) if one.role == "drawing"), None)


def _bytes(desk: Desk, path: str, digest: Fingerprint) -> bytes:
    try:
        data = read_file(desk.project.root, path)
    except OSError as gone:
        raise ChangedMeanwhile(path) from gone
    if digest_of(data) != digest:
        raise ChangedMeanwhile(path)
    return data


def _told(use: PreviewUse, path: str, fault: Fault) -> Diagnostic:
    make = warning if fault.code == "drawing-stripped" else error
    if fault.line is None:
        return make(fault.code, use.where, fault.message, fault.help)
    named = Related(use.where, Words("在这里写的", "named here"))
    return make(fault.code, Place(path, fault.line, 1), fault.message, fault.help, (named,))


def _missing(use: PreviewUse, tree: Tree) -> Diagnostic:
    return unfound(
        _MISSING_CODE,
        use.where,
        use.file,
        use.path,
        tree,
        outside=Words(
            "文件放在作品自己的文件夹里，只写文件名", "put the file into the craft's own folder and write its name"
        ),
        no=Words("没有预览图", "there is no preview"),
        put=Words("把 SVG 放到这里，或删掉 `preview`", "put the SVG there, or delete `preview`"),
    )
