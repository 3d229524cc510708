"""`ichsite assess`: the three questions, answered for every craft and tier, with the reason for every verdict."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ichsite.assess.dossier import Dossier
from ichsite.assess.track_record import NO_RECORDS, Records
from ichsite.commands.options import Run, project_options
from ichsite.commands.session import session, settled
from ichsite.commands.talk import ProgressLine, answer, say
from ichsite.commands.verdict import show, tally
from ichsite.pipeline import check, stops
from ichsite.report.assessment import HEADINGS, Row, as_data, rows_of
from ichsite.report.placed import placed
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.width import visible
from ichsite.text.words import Language


@click.command()
@click.option("--audiences", is_flag=True, help="What fits each audience, and what each lacks.")
@click.option(
    "--statistics",
    "table",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A platform's figures (CSV, XLSX), for the report on audiences alone: they are never published.",
)
@project_options
def assess(run: Run, audiences: bool, table: Path | None) -> int:
    """Print the craft-fit assessment: delivery window, cycle, controllability, cost fit, return right."""
    if audiences or table is not None:
        from ichsite.commands.assess_audiences import assess_audiences

        return assess_audiences(run, table.absolute() if table is not None else None)
    root, spoken = run.request.root, run.language
    dossiers, records, findings = settled(lambda: _assessed(run))
    crafts = [(one, records.crafts.get(one.craft.slug)) for one in dossiers]
    data = {"command": "assess", "crafts": [as_data(*one) for one in crafts]} if run.as_json else None
    if data is None:
        rows = [row for one in crafts for row in rows_of(*one)]
        _print_table(rows, spoken) if sys.stdout.isatty() else _print_lines(rows, spoken)
    show(findings, root, spoken, json_summary=data)
    if findings and not run.as_json:
        say(tally(findings, spoken))
    return int(stops(findings, strict=run.request.strict))


def _assessed(run: Run) -> tuple[tuple[Dossier, ...], Records, tuple[Diagnostic, ...]]:
    with ProgressLine(run.language, quiet=run.as_json) as progress, session(run.request, progress) as desk:
        known, findings = check(desk)
        dossiers = (
            () if known is None else tuple(desk.memo.take(known.dossiers[slug]) for slug in sorted(known.dossiers))
        )
        records = known.records if known is not None else NO_RECORDS
        return dossiers, records, placed(run.request.root, findings)


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
