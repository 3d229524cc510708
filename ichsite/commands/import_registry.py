"""`ichsite import registry FILE...`: the official list of ICH, as the owner has it, made into the site's own file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ichsite.commands.course import course_of
from ichsite.commands.options import DayType, LanguageType, folder_option, root_of, today_from
from ichsite.commands.talk import locale_language, say
from ichsite.commands.verdict import show, tally
from ichsite.project import opened_project
from ichsite.registry.listed import PATH
from ichsite.stage.registry_import import RegistryImport, import_registry
from ichsite.text.diagnostic import Diagnostic, order_of
from ichsite.text.width import visible
from ichsite.text.words import Language, Words

_OLD_OR_NEW = Words(f"{PATH} 是完整的，还是原来的，或者已经是新的。", f"{PATH} is whole: as it was, or new already.")


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--source", default="", metavar="TEXT", help="Who published the list, kept in the file.")
@click.option("--today", type=DayType(), metavar="DAY", help="The day of the import (2026-11-22).")
@click.option("--dry-run", is_flag=True, help="Say what would be done; write nothing.")
@click.option("--lang", "language", type=LanguageType(), help="Language of the messages.")
@click.option("--json", "as_json", is_flag=True, help="JSON on stdout.")
@folder_option
@click.pass_context
def registry(
    ctx: click.Context,
    files: tuple[Path, ...],
    source: str,
    today: date | None,
    dry_run: bool,
    language: Language | None,
    as_json: bool,
    folder: Path | None,
) -> int:
    """Take the national list from FILEs (JSON, CSV or XLSX; items, inheritors or both) into content/registry.json.

    With it, `check` and `build` hold every code, project, region, protection unit and national inheritor against the
    list, offline, and a page that the list bears out says so.
    """
    root = root_of(ctx, folder)
    spoken = language or locale_language()
    if not (root / "site.yaml").is_file():
        raise click.UsageError(f"there is no site.yaml in {root}: run in the project's root, or point at it with -C")
    day = today_from(today) or date.today()  # noqa: DTZ011  the person's own day: it is a note, nothing is counted by it
    paths = tuple(file.absolute() for file in files)
    if not dry_run:
        course_of(ctx).stands = _OLD_OR_NEW
    with opened_project(root):
        imported, findings = import_registry(root, paths, day, source.strip(), dry_run=dry_run)
    findings = tuple(sorted(findings, key=order_of))
    unread = tuple(file.name for file in paths)
    show(findings, root, spoken, json_summary=_summary(imported, dry_run=dry_run) if as_json else None, unread=unread)
    if not as_json:
        for line in _lines(imported, findings, dry_run=dry_run):
            say(visible(line.said(spoken)))
        if findings:
            say(tally(findings, spoken))
    return int(bool(findings))


def _summary(imported: RegistryImport, *, dry_run: bool) -> dict[str, object]:
    return {
        "command": "import registry",
        "dry_run": dry_run,
        "changed": imported.changed,
        "path": PATH,
        "items": len(imported.registry.items),
        "inheritors": len(imported.registry.inheritors),
        "skipped": imported.skipped,
    }


def _lines(imported: RegistryImport, findings: tuple[Diagnostic, ...], *, dry_run: bool) -> list[Words]:
    lines: list[Words] = []
    if imported.skipped:
        lines.append(
            Words(
                f"{imported.skipped} 行不是国家级，没有读。",
                f"{imported.skipped} rows are of another level and were not read.",
            )
        )
    if findings:
        lines.append(
            Words(
                "名录没有动：缺了行的名录会冤枉人。",
                "The list is as it was: one with holes would call true claims false.",
            )
        )
        return lines
    items, people = len(imported.registry.items), len(imported.registry.inheritors)
    if not imported.changed:
        lines.append(Words("和已有的一样，没有改动。", "The same as before; nothing was changed."))
    elif dry_run:
        lines.append(
            Words(
                f"会写 {PATH}：{items:,} 个子项，{people:,} 位传承人。",
                f"{PATH} would hold {items:,} items and {people:,} inheritors; nothing was written.",
            )
        )
    else:
        lines.append(
            Words(
                f"写好了 {PATH}：{items:,} 个子项，{people:,} 位传承人。运行 `ichsite check` 核对。",
                f"Wrote {PATH}: {items:,} items, {people:,} inheritors. Run `ichsite check`.",
            )
        )
    return lines
