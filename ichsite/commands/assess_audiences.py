"""`ichsite assess --audiences`: what fits each audience, what each lacks and by how much, its share by private figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ichsite.assess.audience_account import AudienceAccount, account_of
from ichsite.assess.audience_share import AudienceShare, shares_of
from ichsite.commands.options import Run
from ichsite.commands.session import session, settled
from ichsite.commands.talk import ProgressLine, answer, say
from ichsite.commands.verdict import show, tally
from ichsite.model.site import CostCutoffs
from ichsite.pipeline import check, stops
from ichsite.report.audience import AUDIENCES_VERSION, as_data, lines_of
from ichsite.report.placed import placed
from ichsite.stage.audience_statistics import PRIVATE, Statistics, read_statistics
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.width import visible
from ichsite.text.words import Words


@dataclass(frozen=True)
class _Told:
    """The report: each audience with its shares, the day that windows are counted from, the figures' origin."""

    audiences: tuple[tuple[AudienceAccount, tuple[AudienceShare, ...]], ...]
    today: date | None
    statistics: Statistics
    cutoffs: CostCutoffs = field(default_factory=CostCutoffs)


def assess_audiences(run: Run, table: Path | None) -> int:
    """Prints the report; exit 1 where something stands against the site or the figures."""
    root, spoken = run.request.root, run.language
    told, findings = settled(lambda: _told(run, table))
    show(
        findings,
        root,
        spoken,
        json_summary=_data(told) if run.as_json else None,
        unread=(PRIVATE, *((table.name,) if table is not None else ())),
    )
    if not run.as_json:
        for line in _lines(told):
            answer(visible(line.said(spoken)))
        for note in told.statistics.notes:
            say(visible(note.said(spoken)))
        if findings:
            say(tally(findings, spoken))
    return int(stops(findings, strict=run.request.strict))


def _told(run: Run, table: Path | None) -> tuple[_Told, tuple[Diagnostic, ...]]:
    with ProgressLine(run.language, quiet=run.as_json) as progress, session(run.request, progress) as desk:
        known, findings = check(desk)
        if known is None:
            return _Told((), None, Statistics()), placed(run.request.root, findings)
        cards = tuple(sorted(known.cards.values(), key=lambda one: one.slug))
        records = known.catalog.audiences
        named = frozenset(str(one.slug) for one in records)
        statistics, faults = read_statistics(run.request.root, table, named)
        audiences = tuple(
            (
                account_of(one.slug, one.value, cards),
                shares_of(one.slug, one.value.title, statistics.matches.get(one.slug), statistics.people),
            )
            for one in records
        )
        cutoffs = known.catalog.site.value.assessment.cost
        return _Told(audiences, known.today, statistics, cutoffs), (*placed(run.request.root, findings), *faults)


def _lines(told: _Told) -> list[Words]:
    lines: list[Words] = []
    if not told.audiences:
        lines.append(
            Words("没有人群：写一份 content/audiences.yaml。", "No audiences: write a content/audiences.yaml.")
        )
    for account, shares in told.audiences:
        lines += [*lines_of(account, shares, told.cutoffs), Words("", "")]
    if told.statistics.people:
        day = told.statistics.counted
        lines.append(
            Words(
                f"占比来自{told.statistics.source or PRIVATE}{f'，{day} 的数' if day else '，没有写日期'}；只给自己看，不发布。",
                f"Shares are from {told.statistics.source or PRIVATE}{f', as of {day}' if day else ', without a day'}; they are for yourself and never published.",
            )
        )
    if told.audiences and told.today is not None:
        lines.append(
            Words(
                f"天数从 {told.today} 算起，排队和放假都算在内。",
                f"Days are counted from {told.today}, queue and holidays included.",
            )
        )
    return lines


def _data(told: _Told) -> dict[str, object]:
    counted = told.statistics.counted
    return {
        "command": "assess",
        "audiences_version": AUDIENCES_VERSION,
        "counted_from": told.today.isoformat() if told.today is not None else None,
        "cost_bands_minor": {"low_up_to": told.cutoffs.low_up_to, "middle_up_to": told.cutoffs.middle_up_to},
        "audiences": [as_data(account, shares) for account, shares in told.audiences],
        "statistics": {"source": told.statistics.source, "counted": counted.isoformat() if counted else None}
        if told.statistics.people
        else None,
    }
