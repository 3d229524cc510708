"""ledger: the file of addresses read, today's site entered into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ichsite.assess.audience import Fits
from ichsite.assess.card import CraftCard
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.gallery import Gallery
from ichsite.catalog.lists import lists_of
from ichsite.catalog.term import Term
from ichsite.decode.permalinks import (
    CODE,
    MOST_BYTES,
    PATH,
    RESTORE,
    Block,
    LedgerFault,
    Skeleton,
    read_block,
    skeleton_of,
)
from ichsite.decode.text import decode_text
from ichsite.engine.keep import clear_stranger
from ichsite.engine.memo import Task
from ichsite.ledger.change import Change
from ichsite.ledger.enter import Entered, enter, promises
from ichsite.ledger.item import items_of
from ichsite.ledger.steps import names_to_spell
from ichsite.ledger.text import ledger_text
from ichsite.model.permalink import Permalink, Permalinks
from ichsite.model.shelf import Shelf
from ichsite.read.tree import Tree, read_file, unreadable
from ichsite.stage.desk import Desk
from ichsite.stage.terms import SPELL
from ichsite.text.address import ITEM_KINDS
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.fingerprint import Fingerprint, of_bytes
from ichsite.text.place import Place
from ichsite.text.words import Words
from ichsite.write.over import replace_file, write_over

MISSING, FROZEN = "permalinks-missing", "permalinks-frozen"
_NAMED = 8
"""So many changes are named one by one."""
COPY = "permalinks.yaml"
"""The state folder's copy of the ledger as the last build wrote it."""


@dataclass(frozen=True)
class BlockRead:
    """The lines of a block; findings count lines from its first."""

    entries: tuple[Permalink, ...]
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class LedgerFile:
    """The ledger as it lies on the disk; `digest` is that of its bytes, None where there is no file.

    `joined` where two branches were joined (more lines than it says, or two numbers): the number is written anew.
    """

    ledger: Permalinks
    digest: Fingerprint | None
    joined: bool = False


@dataclass(frozen=True)
class AddressReport:
    """What changed since the ledger was written, and the items that are gone, as `kind:id`."""

    changes: tuple[Change, ...] = ()
    gone: tuple[str, ...] = ()


def report_of(entered: Entered) -> AddressReport:
    """What is to be said of addresses."""
    lines = (line for line in entered.ledger.entries if line.kind in ITEM_KINDS and line.key not in entered.present)
    return AddressReport(entered.changes, tuple(f"{line.kind}:{line.id}" for line in lines))


def read_lines(block: Block, _shelf: Shelf) -> tuple[BlockRead, None]:
    """The lines of a block, as a task."""
    return BlockRead(*read_block(block)), None


LINES: Task[Block, BlockRead] = Task("permalinks", read_lines)


def read_ledger(desk: Desk, tree: Tree) -> tuple[LedgerFile, tuple[Diagnostic, ...]]:
    """The ledger, empty where there never was one; whatever is wrong with it stops the build."""
    nothing = LedgerFile(Permalinks(), None)
    if not any(found.path == PATH for found in tree.files):
        return nothing, _lost(desk)
    try:
        data = read_file(desk.project.root, PATH)
    except OSError as wrong:
        return nothing, (unreadable(PATH, wrong),)
    digest = of_bytes(data)
    return desk.again("ledger", (digest,), lambda: _ledger_of(desk, data, digest))


def _ledger_of(desk: Desk, data: bytes, digest: Fingerprint) -> tuple[LedgerFile, tuple[Diagnostic, ...]]:
    nothing = LedgerFile(Permalinks(), None)
    text, findings = decode_text(PATH, data, MOST_BYTES)
    if findings:
        return nothing, findings
    try:
        skeleton = skeleton_of(text)
    except LedgerFault as fault:
        return nothing, (fault.finding,)
    entries, findings = _entries(desk, skeleton)
    ledger = Permalinks(entries, skeleton.trees, skeleton.parts)
    joined = skeleton.joined or len(entries) > skeleton.count
    return LedgerFile(ledger, digest, joined), findings


def enter_site(
    desk: Desk,
    ledger: Permalinks,
    catalog: Catalog,
    cards: Mapping[str, CraftCard],
    terms: Mapping[str, Term],
    galleries: tuple[Gallery, ...],
    today: date,
    fits: Fits,
) -> Entered:
    """Today's site, entered into the ledger."""
    site = catalog.site.value
    items = desk.again("items", (catalog, cards, fits), lambda: items_of(catalog, cards.values(), fits))
    names = names_to_spell(items, site.addresses)
    results = desk.memo.map(SPELL, [(name,) for name in names], lambda at: names[at])
    spelled = {result.small.name: str(result.small.slug) for result in results}
    trees: Iterable[str] = (language for language in site.also_in if language != site.language)
    lists = desk.again("lists", (catalog, cards, terms, today), lambda: lists_of(catalog, cards.values(), terms, today))
    wanted = ("kit", site.links.kit_pages), ("share", site.invitation is not None and catalog.tiers is not None)
    parts = tuple(name for name, made in wanted if made)
    paged = tuple((one, one.pages(site.cards_per_page)) for one in galleries)
    given = ledger, items, lists, (tuple(trees), parts), site.addresses, spelled, paged
    return desk.again("enter", given, lambda: enter(*given))


def _entries(desk: Desk, skeleton: Skeleton) -> tuple[tuple[Permalink, ...], tuple[Diagnostic, ...]]:
    blocks = skeleton.blocks
    results = desk.memo.map(LINES, [(block.text,) for block in blocks], lambda at: blocks[at])
    entries = tuple(entry for result in results for entry in result.small.entries)
    findings = tuple(
        replace(one, where=replace(one.where, line=one.where.line + block.first_line))
        for block, result in zip(blocks, results, strict=True)
        for one in result.small.findings
        if isinstance(one.where, Place)
    )
    if findings:
        return entries, findings
    if len(entries) < skeleton.count:
        what = Words(
            f"应有 {skeleton.count} 个网址，只剩 {len(entries)} 个：文件断了，或有人删了行",
            f"{skeleton.count} addresses should be here and {len(entries)} are: the file is cut, or lines were deleted",
        )
        return entries, (error(CODE, Place(PATH), what, RESTORE),)
    return entries, tuple(_twice(entries))


def _twice(entries: tuple[Permalink, ...]) -> Iterable[Diagnostic]:
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        if entry.key in seen:
            name = f"{entry.kind}:{entry.id}"
            what = Words(f"{name} 有两行", f"{name} has two lines")
            help = Words(
                "合成一行：former 里写全两边的网址，code 留下发出去的那个",
                "make one of them: `former` holds the addresses of both, `code` is the one that was given out",
            )
            yield error(CODE, Place(PATH), what, help)
        seen.add(entry.key)


def _lost(desk: Desk) -> tuple[Diagnostic, ...]:
    """The ledger that a build wrote here is gone: to begin anew would break every address that ever moved."""
    copy = desk.project.state / COPY
    if not copy.is_file() or copy.is_symlink():
        return ()
    what = Words(
        "content/permalinks.yaml 不见了：发布过的网址和短码都记在里面",
        "content/permalinks.yaml is gone, which held every address and short code that was published",
    )
    help = Words(
        f"{RESTORE.zh}；真要从头再来（旧网址会失效），删掉 .ichsite/permalinks.yaml",
        f"{RESTORE.en}; to begin anew in earnest (old addresses will break), delete .ichsite/permalinks.yaml",
    )
    return (error(MISSING, Place(PATH), what, help),)


def frozen(desk: Desk, read: LedgerFile, entered: Entered) -> tuple[Diagnostic, ...]:
    """Under `--frozen`, why the build may not go on: it would write the ledger."""
    if not desk.request.frozen or desk.request.drafts:
        return ()
    if not read.joined and read.digest is not None and promises(read.ledger) == promises(entered.ledger):
        return ()
    named = tuple(Related(Place(PATH), change.words()) for change in entered.changes[:_NAMED])
    what = Words(
        f"permalinks.yaml 还没有记下这次的网址（{len(entered.changes)} 处变动）",
        f"permalinks.yaml does not hold the addresses of this build yet ({len(entered.changes)} changes)",
    )
    help = Words(
        "在自己的电脑上运行 ichsite build，把 content/permalinks.yaml 一起提交",
        "run `ichsite build` on your own machine and commit content/permalinks.yaml with the rest",
    )
    return (error(FROZEN, Place(PATH), what, help, named),)


def keep_ledger(desk: Desk, read: LedgerFile, entered: Entered) -> None:
    """Writes the ledger down where it has changed, and a copy of it into the state folder. Neither drafts
    nor previews are published."""
    if desk.request.drafts or desk.request.frozen or desk.request.preview:
        return
    data = ledger_text(entered.ledger)
    if read.joined or _stale(read, entered):
        write_over(desk.project.root, PATH, data, read.digest)
    copy = desk.project.state / COPY
    clear_stranger(copy)
    if not copy.is_file() or of_bytes(copy.read_bytes()) != of_bytes(data):
        replace_file(copy, data)


def _stale(read: LedgerFile, entered: Entered) -> bool:
    return read.digest is None or entered.ledger != read.ledger
