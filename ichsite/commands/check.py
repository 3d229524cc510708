"""`ichsite check`: everything that `build` would refuse, without writing anything."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import click

from ichsite.commands.addresses import address_lines, addresses_data
from ichsite.commands.options import Run, project_options
from ichsite.commands.session import session, settled
from ichsite.commands.talk import ProgressLine, say
from ichsite.commands.verdict import hint, show, tally
from ichsite.pipeline import check as check_pipeline
from ichsite.pipeline import stops
from ichsite.report.placed import placed
from ichsite.request import Request
from ichsite.stage.ledger import AddressReport, report_of
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.words import Language, Words

if TYPE_CHECKING:
    from ichsite.stage.outside_links import Tried


@click.command()
@project_options
@click.option("--external", is_flag=True, help="Try outside links too, politely.")
def check(run: Run, external: bool) -> int:
    """Find everything that would mislead a buyer, without writing anything."""
    spoken, as_json = run.language, run.as_json
    checked = settled(lambda: _checked(run.request, spoken, quiet=as_json, external=external))
    findings, crafts, coverage = checked.findings, checked.crafts, checked.coverage
    addresses = checked.addresses
    summary: dict[str, object] = {"command": "check", "crafts": crafts, "addresses": addresses_data(addresses)}
    if coverage:
        summary["languages"] = {language: {"texts": of, "translated": done} for language, done, of in coverage}
    if checked.tried is not None:
        summary["external"] = asdict(checked.tried)
    if checked.waiting:
        summary["waiting"] = checked.waiting
    show(findings, run.request.root, spoken, json_summary=summary if as_json else None)
    bad = stops(findings, strict=run.request.strict)
    if not as_json:
        say(
            tally(findings, spoken)
            or Words(f"{crafts} 件作品，没有问题。", f"{crafts} crafts, nothing to say against them.").said(spoken)
        )
        if not bad:
            for line in address_lines(addresses, written=False):
                say(line.said(spoken))
        if checked.waiting:
            say(_waiting_words(checked.waiting).said(spoken))
        for tongue, done, of in coverage:
            say(
                Words(
                    f"{tongue}：{of:,} 处文字译了 {done:,} 处。", f"{tongue}: {done:,} of {of:,} texts are translated."
                ).said(spoken)
            )
        if checked.tried is not None:
            say(_tried_words(checked.tried).said(spoken))
        if findings:
            say(hint(findings, spoken))
    return int(bad)


@dataclass(frozen=True)
class _Checked:
    """The findings, the number of crafts, for each further language how many texts are translated, of how many, what a
    build would do to addresses, how the outside links fared where they were tried, and how many showcases wait."""

    findings: tuple[Diagnostic, ...]
    crafts: int
    coverage: tuple[tuple[str, int, int], ...]
    addresses: AddressReport
    tried: Tried | None
    waiting: int = 0


def _checked(request: Request, language: Language, *, quiet: bool, external: bool) -> _Checked:
    with ProgressLine(language, quiet=quiet) as progress, session(request, progress) as desk:
        known, findings = check_pipeline(desk)
        crafts = len(known.cards) if known is not None else 0
        editions = known.editions if known is not None else ()
        coverage = tuple((one.language, one.translated, one.texts) for one in editions)
        addresses = report_of(known.entered) if known is not None else AddressReport()
        tried = None
        if external and known is not None:
            # here and not above: nobody else pays for the network
            from ichsite.stage.outside_links import try_outside_links

            tried, outside = try_outside_links(desk, known)
            findings += outside
        waiting = len(known.catalog.waiting) if known is not None else 0
        return _Checked(placed(request.root, findings), crafts, coverage, addresses, tried, waiting)


def _waiting_words(waiting: int) -> Words:
    return Words(
        f"{waiting} 份文件待审（买家秀、投票、点子，`status: pending`），没有算进来。",
        f"{waiting} file{'s wait' if waiting != 1 else ' waits'} for approval (`status: pending`) and "
        f"{'are' if waiting != 1 else 'is'} left out.",
    )


def _tried_words(tried: Tried) -> Words:
    zh, en = (
        f"外链 {tried.links} 条，问了 {tried.asked} 条",
        f"{tried.links} outside links, {tried.asked} of them asked",
    )
    if tried.placeholders:
        zh += f"，{tried.placeholders} 条是示例网址，没有问"
        en += f", {tried.placeholders} are placeholders and were not"
    if tried.unasked:
        zh += f"，{tried.unasked} 条因为那边嫌多没有再问"
        en += f", {tried.unasked} left because their host was asked too often"
    if tried.unsure:
        zh += f"；{tried.unsure} 条不理程序，请自己点开看看"
        en += f"; {tried.unsure} turn programs away: look at them yourself"
    return Words(f"{zh}。", f"{en}.")
