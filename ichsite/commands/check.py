"""`ichsite check`: everything that `build` would refuse, without writing anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ichsite.commands.addresses import address_lines, addresses_data
from ichsite.commands.options import default_jobs, project_options, root_of, today_from
from ichsite.commands.session import session, settled
from ichsite.commands.talk import ProgressLine, locale_language, say
from ichsite.commands.verdict import show, tally
from ichsite.pipeline import check as check_pipeline
from ichsite.pipeline import stops
from ichsite.report.placed import placed
from ichsite.request import Request
from ichsite.stage.ledger import AddressReport, report_of
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.words import Language, Words


@click.command()
@project_options
@click.pass_context
def check(
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
    """Find everything that would mislead a buyer, without writing anything."""
    root = root_of(ctx, folder)
    request = Request(root, today_from(today), jobs or default_jobs(), clean, strict, drafts, theme=theme)
    spoken = language or locale_language()
    findings, crafts, coverage, addresses = settled(lambda: _checked(request, spoken, quiet=as_json))
    summary: dict[str, object] = {"command": "check", "crafts": crafts, "addresses": addresses_data(addresses)}
    if coverage:
        summary["languages"] = {language: {"texts": of, "translated": done} for language, done, of in coverage}
    show(findings, root, spoken, json_summary=summary if as_json else None)
    bad = stops(findings, strict=strict)
    if not as_json:
        say(
            tally(findings, spoken)
            or Words(f"{crafts} 件作品，没有问题。", f"{crafts} crafts, nothing to say against them.").said(spoken)
        )
        if not bad:
            for line in address_lines(addresses, written=False):
                say(line.said(spoken))
        for tongue, done, of in coverage:
            say(
                Words(
                    f"{tongue}：{of:,} 处文字译了 {done:,} 处。", f"{tongue}: {done:,} of {of:,} texts are translated."
                ).said(spoken)
            )
    return int(bad)


def _checked(
    request: Request, language: Language, *, quiet: bool
) -> tuple[tuple[Diagnostic, ...], int, tuple[tuple[str, int, int], ...], AddressReport]:
    """The findings, the number of crafts, for each further language how many texts are translated, of how many; and
    what a build would do to addresses."""
    with ProgressLine(language, quiet=quiet) as progress, session(request, progress) as desk:
        known, findings = check_pipeline(desk)
        crafts = len(known.cards) if known is not None else 0
        editions = known.editions if known is not None else ()
        coverage = tuple((one.language, one.translated, one.texts) for one in editions)
        addresses = report_of(known.entered) if known is not None else AddressReport()
        return placed(request.root, findings), crafts, coverage, addresses
