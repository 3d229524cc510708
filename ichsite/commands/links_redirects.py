"""`ichsite links --redirects HOST`: the old addresses as the host's own configuration, on stdout."""

from __future__ import annotations

from ichsite.commands.session import session, settled
from ichsite.commands.talk import ProgressLine, answer, say
from ichsite.commands.verdict import show, tally
from ichsite.ledger.hosts import HOSTS, MOST
from ichsite.pipeline import Planned, plan
from ichsite.report.placed import placed
from ichsite.request import Request
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.words import Language, Words


def print_redirects(request: Request, host: str, spoken: Language, *, as_json: bool) -> int:
    """Prints them; findings and the count go to stderr. Exit code 1 where the site cannot be built."""
    planned, findings = settled(lambda: _planned(request, spoken, quiet=as_json))
    moves = planned.site.moves if planned is not None else ()
    text = HOSTS[host](planned.base, moves) if planned is not None else ""
    if as_json:
        rules = [{"from": move.old, "to": move.new} for move in moves]
        show(findings, request.root, spoken, json_summary={"command": "links", "redirects": rules, "text": text})
        return int(planned is None)
    show(findings, request.root, spoken, json_summary=None)
    if planned is None:
        say(tally(findings, spoken))
        return 1
    answer(text.rstrip("\n"))
    say(
        Words(
            f"{len(moves)} 个旧网址。没有这份配置它们也会转向，有了它更快。",
            f"{len(moves)} old addresses. They lead on without this too; with it they do so sooner.",
        ).said(spoken)
    )
    # with the last slash and without it
    if (most := MOST.get(host)) is not None and most < 2 * len(moves):
        say(
            Words(
                f"这家主机只收 {most} 条，后面的会被忽略。", f"This host takes {most} lines; it ignores the rest."
            ).said(spoken)
        )
    return 0


def _planned(request: Request, spoken: Language, *, quiet: bool) -> tuple[Planned | None, tuple[Diagnostic, ...]]:
    with ProgressLine(spoken, quiet=quiet) as progress, session(request, progress) as desk:
        planned, findings = plan(desk)
        return planned, placed(request.root, findings)
