"""`ichsite assess`: the three questions, answered for every craft and tier, with the reason for every verdict."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from ichsite.assess.dossier import Dossier
from ichsite.commands.options import default_jobs, project_options, root_of, today_from
from ichsite.commands.session import session, settled
from ichsite.commands.talk import ProgressLine, answer, locale_language, say
from ichsite.commands.verdict import show, tally
from ichsite.pipeline import check, stops
from ichsite.report.assessment import HEADINGS, Row, as_data, rows_of
from ichsite.report.placed import placed
from ichsite.request import Request
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.width import visible
from ichsite.text.words import Language


@click.command()
@project_options
@click.pass_context
def assess(
    ctx: click.Context,
    folder: Path | None,
    today: date | None,
    theme: str | None,
    drafts: bool,
    clean: bool,
    jobs: int | None,
    language: Language | None,
    as_json: bool,
    strict: bool,
) -> int:
    """Print the craft-fit assessment: delivery window, cycle, controllability, cost fit, return right."""
    root = root_of(ctx, folder)
    request = Request(root, today_from(today), jobs or default_jobs(), clean, strict, drafts, theme=theme)
    spoken = language or locale_language()
    dossiers, findings = settled(lambda: _assessed(request, spoken, quiet=as_json))
    data = {"command": "assess", "crafts": [as_data(one) for one in dossiers]} if as_json else None
    if data is None:
        rows = [row for dossier in dossiers for row in rows_of(dossier)]
        _print_table(rows, spoken) if sys.stdout.isatty() else _print_lines(rows, spoken)
    show(findings, root, spoken, json_summary=data)
    if findings and not as_json:
        say(tally(findings, spoken))
    return int(stops(findings, strict=strict))


def _assessed(
    request: Request, language: Language, *, quiet: bool
) -> tuple[tuple[Dossier, ...], tuple[Diagnostic, ...]]:
    with ProgressLine(language, quiet=quiet) as progress, session(request, progress) as desk:
        known, findings = check(desk)
        dossiers = (
            () if known is None else tuple(desk.memo.take(known.dossiers[slug]) for slug in sorted(known.dossiers))
        )
        return dossiers, placed(request.root, findings)


def _print_table(rows: list[Row], language: Language) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(show_lines=True)
    for heading in HEADINGS:
        table.add_column(heading.said(language), overflow="fold")
    for row in rows:
        table.add_row(*(visible(cell.said(language)).replace("[", "\\[") for cell in row.cells))
    Console().print(table)


def _print_lines(rows: list[Row], language: Language) -> None:
    answer("\t".join(heading.said(language) for heading in HEADINGS))
    for row in rows:
        answer("\t".join(visible(cell.said(language)) for cell in row.cells))
