"""`ichsite brief verify`: whether a brief is whole and unchanged, of this site, possible, and what has changed since."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ichsite.brief.text import brief_lines
from ichsite.brief.verify import Verified
from ichsite.brief.verify import verify as verified
from ichsite.brief.words import brief_words
from ichsite.commands.options import Run, project_options
from ichsite.commands.session import session, settled
from ichsite.commands.talk import ProgressLine, answer, say
from ichsite.commands.verdict import show, tally
from ichsite.pipeline import check
from ichsite.stage.brief_given import Given, given
from ichsite.stage.brief_grounds import brief_grounds
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.width import visible
from ichsite.text.words import Words

BRIEF_VERSION = 1
"""The version of the JSON: within one number fields are added, none is taken away or changed."""


@click.command()
@project_options
@click.argument("what", metavar="TEXT|URL|FILE")
def verify(run: Run, what: str) -> int:
    """Verify a brief: its text, its address, a file of either, or a picture with its QR code; - reads standard input."""
    taken = given(Path.cwd(), what, sys.stdin.buffer)
    found, findings = settled(lambda: _verified(run, taken))
    data = _data(found, taken) if run.as_json else None
    if data is None and found is not None:
        for line in _lines(found, run):
            answer(visible(line))
    show(findings, run.request.root, run.language, json_summary=data, unread=(taken.name,))
    if findings and not run.as_json:
        say(tally(findings, run.language))
    return int(bool(findings))


def _verified(run: Run, taken: Given) -> tuple[Verified | None, tuple[Diagnostic, ...]]:
    if taken.findings:
        return None, taken.findings
    with ProgressLine(run.language, quiet=run.as_json) as progress, session(run.request, progress) as desk:
        known, findings = check(desk)
        if known is None:
            return None, findings
        found = verified(taken.name, taken.text, brief_grounds(desk, known))
        return found, found.findings


def _lines(found: Verified, run: Run) -> list[str]:
    promise = found.then or found.today
    lines: list[str] = []
    if promise is not None and found.read.brief.craft:
        words = brief_words(promise.terms.language, promise.terms.currency)
        lines = brief_lines(found.read.brief, promise.terms, words)
    if found.confirmed:
        lines.append(Words("核对无误，可以作数。", "It is whole and holds.").said(run.language))
    return lines


def _data(found: Verified | None, taken: Given) -> dict[str, Any]:
    head: dict[str, Any] = {"command": "brief verify", "brief_version": BRIEF_VERSION, "given": taken.kind}
    if found is None:
        return {**head, "confirmed": False, "brief": None}
    brief = found.read.brief
    return {
        **head,
        "confirmed": found.confirmed,
        "intact": found.fragment.intact,
        "code": found.code,
        "brief": {
            "craft": brief.craft,
            "tier": brief.tier,
            "version": brief.version,
            "made": brief.made.isoformat() if brief.made is not None else None,
            "window": [day.isoformat() for day in brief.window] if brief.window is not None else None,
            "price_minor": list(brief.price) if brief.price is not None else None,
            "ticks": list(brief.ticks),
            "wish": {name: list(values) for name, values in brief.wish.items()},
            "alternative": brief.alternative,
            "note": brief.note,
        },
        "promise": {
            "known": found.then is not None,
            "since": found.then.since.isoformat() if found.then is not None and found.then.since is not None else None,
            "today": found.today.version if found.today is not None else None,
        },
        "possible": {
            "then": found.refused_then == () if found.refused_then is not None else None,
            "today": found.refused_today == () if found.refused_today is not None else None,
        },
        "edits": [{"line": one.line, "written": one.written, "given": one.given} for one in found.edits],
    }
