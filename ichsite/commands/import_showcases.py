"""`ichsite import showcases FILE`: a form's table and its photographs, as showcases that wait for approval."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from ichsite.commands.course import course_of
from ichsite.commands.options import LanguageType, default_jobs, folder_option, root_of
from ichsite.commands.session import session, settled
from ichsite.commands.talk import ProgressLine, locale_language, say
from ichsite.commands.verdict import counts, show, tally
from ichsite.model.tier import TIERS, TierName
from ichsite.report.placed import placed
from ichsite.request import Request
from ichsite.stage.intake import Imported, Wanted, import_showcases
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.width import visible
from ichsite.text.words import Language, Words
from ichsite.write.showcase_folder import FOLDER as SHOWCASES

_NAMED = 5
"""So many folders and headers are named one by one."""

_WHOLE_ONES = Words(
    "已经导入的每一份都是完整的，再运行一次会跳过它们。",
    "Those taken by then are whole and stay; another run skips them.",
)


@click.command()
@click.argument("table", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--photos", type=click.Path(path_type=Path), metavar="DIR", help="The folder of the photographs.")
@click.option("--craft", metavar="NAME", help="The piece, for rows that do not name one: title, folder or id.")
@click.option("--tier", type=click.Choice(TIERS), help="The tier, for rows that do not name one.")
@click.option("--dry-run", is_flag=True, help="Say what would be done; write nothing.")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="Processes; default: one a core.")
@click.option("--lang", "language", type=LanguageType(), help="Language of the messages.")
@click.option("--json", "as_json", is_flag=True, help="JSON on stdout.")
@folder_option
@click.pass_context
def showcases(
    ctx: click.Context,
    table: Path,
    photos: Path | None,
    craft: str | None,
    tier: TierName | None,
    dry_run: bool,
    jobs: int | None,
    language: Language | None,
    as_json: bool,
    folder: Path | None,
) -> int:
    """Take buyers' words and photographs from FILE (CSV or XLSX, as form services export it).

    Each row becomes content/showcases/…/showcase.yaml with `status: pending`: no build shows it until somebody has read
    it and written `status: published`.
    """
    root = root_of(ctx, folder)
    spoken = language or locale_language()
    # named from where the person stands, not from the project
    place = photos.absolute() if photos else None
    wanted = Wanted(table.absolute(), place, craft, tier, dry_run, spoken, _editor_line(root))
    request = Request(root, jobs=jobs or default_jobs())
    if not dry_run:
        course_of(ctx).stands = _WHOLE_ONES
    imported, findings = settled(lambda: _imported(request, wanted, quiet=as_json))
    errors, _ = counts(findings)
    show(
        findings,
        root,
        spoken,
        json_summary=_summary(imported, dry_run=dry_run) if as_json else None,
        unread=(table.name,),
    )
    if not as_json:
        for line in _lines(imported, findings, dry_run=dry_run):
            say(visible(line.said(spoken)))
        if findings:
            say(tally(findings, spoken))
    return int(errors > 0)


def _editor_line(root: Path) -> str | None:
    """What tells an editor the schema of a showcase's file, where the project has schemas."""
    from ichsite.schema.files import FOLDER, editor_line

    return editor_line(f"{SHOWCASES}/a/showcase.yaml") if (root / FOLDER).is_dir() else None


def _imported(request: Request, wanted: Wanted, *, quiet: bool) -> tuple[Imported, tuple[Diagnostic, ...]]:
    with ProgressLine(wanted.language, quiet=quiet) as progress, session(request, progress) as desk:
        imported, findings = import_showcases(desk, wanted)
        return imported, placed(request.root, findings)


def _summary(imported: Imported, *, dry_run: bool) -> dict[str, object]:
    return {
        "command": "import showcases",
        "dry_run": dry_run,
        "rows": [asdict(one) for one in imported.rows],
        "new": imported.count("new"),
        "known": imported.count("known"),
        "refused": imported.count("refused"),
        "columns_not_read": list(imported.dropped),
    }


def _known(rows: list[str]) -> Words:
    count, more = len(rows), "…" if len(rows) > _NAMED else ""
    named = rows[:_NAMED]
    return Words(
        f"{count} 行已经有了，跳过：第 {'、'.join(named)}{more} 行。",
        f"{count} row{'s' * (count != 1)} there already, skipped: {', '.join(named)}{more}.",
    )


def _lines(imported: Imported, findings: tuple[Diagnostic, ...], *, dry_run: bool) -> list[Words]:
    lines = list(imported.notes)
    if imported.dropped:
        named, more = imported.dropped[: _NAMED * 2], len(imported.dropped) - _NAMED * 2
        zh, en = "、".join(named), ", ".join(named)
        if more > 0:
            zh, en = f"{zh} 等 {more} 列", f"{en} and {more} more"
        lines.append(Words(f"没有读的列：{zh}。", f"Columns not read: {en}."))
    new = [one for one in imported.rows if one.state == "new"]
    for one in new[:_NAMED]:
        lines.append(Words(f"第 {one.row} 行 → {one.path}", f"row {one.row} → {one.path}"))
    if len(new) > _NAMED:
        more = len(new) - _NAMED
        lines.append(Words(f"…… 还有 {more} 份", f"… and {more} more"))
    if known := [str(one.row) for one in imported.rows if one.state == "known"]:
        lines.append(_known(known))
    if refused := imported.count("refused"):
        lines.append(
            Words(f"{refused} 行没有导入，原因见上。", f"{refused} row{'s' * (refused != 1)} not taken; see above why.")
        )
    if new:
        total = len(new)
        lines.append(
            Words(f"会导入 {total} 份，什么都没有写。", f"{total} would be imported; nothing was written.")
            if dry_run
            else Words(
                f"导入了 {total} 份，都在待审：读过以后把 `status: pending` 改成 `published`，才会公开。",
                f"{total} imported, all waiting: read them and write `status: published` for `pending`; until then no build shows them.",
            )
        )
    elif imported.rows and not findings:
        lines.append(Words("没有新的。", "Nothing new."))
    return lines
