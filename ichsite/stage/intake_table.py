"""intake: what every import stands on, the project's records and the table in a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ichsite.catalog.catalog import Catalog, Entry, assemble
from ichsite.engine.memo import Held
from ichsite.model.craft import Craft
from ichsite.model.record import Record
from ichsite.read.regular import FileTooLarge, read_regular
from ichsite.read.tree import scan
from ichsite.stage.desk import Desk
from ichsite.stage.records import decode, read
from ichsite.table.kind import CODE as UNREADABLE
from ichsite.table.kind import MOST_BYTES, not_there
from ichsite.table.read import read_table
from ichsite.table.sheet import Sheet
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.system_words import system_words
from ichsite.text.words import Words


def project_of(desk: Desk) -> tuple[list[Entry], Catalog | None, tuple[Diagnostic, ...]]:
    """The project's records; what is wrong with them stands in the way only where the settings cannot be read."""
    tree = scan(desk.project.root)
    # the photographs of the project are not looked at here, and are not forgotten either
    desk.state.next_stats.update(desk.state.stats)
    sources, read_findings = read(desk, tree)
    entries, decode_findings = decode(desk, sources)
    catalog, assemble_findings = assemble(entries, drafts=True)
    if catalog is None and not (findings := (*tree.findings, *read_findings, *decode_findings, *assemble_findings)):
        what = Words(
            "这里没有 site.yaml 和 content/tiers.yaml，不是一个项目",
            "there is no project here: site.yaml and content/tiers.yaml are missing",
        )
        findings = (
            error(
                "file-missing",
                Place("site.yaml"),
                what,
                Words("在项目的根目录运行，或用 -C 指向它", "run in the project's root, or point at it with -C"),
            ),
        )
        return entries, None, findings
    return entries, catalog, () if catalog is not None else (*tree.findings, *read_findings, *decode_findings)


def crafts_of(desk: Desk, entries: Iterable[Entry]) -> Iterable[tuple[str, str | None, str]]:
    """The slug, the id and the title of every craft."""
    for one in entries:
        if one.kind == "craft" and one.half is not None:
            record: Record[Craft] = desk.memo.take(Held(one.half.key, one.half.fingerprint))
            yield one.slug, record.value.id, record.value.title


def sheet_of(table: Path) -> tuple[Sheet | None, tuple[Words, ...], tuple[Diagnostic, ...]]:
    """The table in a file, what was decided while reading it, and why it cannot be read."""
    name = table.name
    try:
        data = read_regular(table.resolve(strict=True), MOST_BYTES)
    except FileTooLarge:
        what = Words(f"文件超过 {MOST_BYTES:,} 字节", f"the file is over {MOST_BYTES:,} bytes")
        return None, (), (error(UNREADABLE, Place(name), what),)
    except FileNotFoundError:
        return None, (), (not_there(name),)
    except OSError as wrong:
        reason = system_words(wrong)
        what = Words(f"读不了：{reason.zh}", f"cannot be read: {reason.en}")
        return None, (), (error(UNREADABLE, Place(name), what),)
    found = read_table(name, data)
    return found.sheet, found.notes, found.findings
