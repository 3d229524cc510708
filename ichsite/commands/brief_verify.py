"""`ichsite brief verify`: whether a brief is whole and unchanged, of this site, possible, and what has changed since."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ichsite.brief.change_words import ONLY_WRITTEN
from ichsite.brief.text import brief_lines, price_words
from ichsite.brief.told import BriefAnswer, plain, told
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


@click.command()
@project_options
@click.argument("what", metavar="TEXT|URL|FILE")
def verify(run: Run, what: str) -> int:
    """Verify a brief: its text, its address, a file of either, or a picture with its QR code; - reads standard input.

    Also told: what was promised otherwise since then, what would be possible, what it costs today.

    Exit code 0: it holds, and could be made anew today as it is. 1: there are findings. 2: wrong usage.
    """
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
    then = found.then or found.today
    lines: list[str] = []
    if then is not None and found.read.brief.craft:
        terms = then.promise.terms
        words = brief_words(terms.language, terms.currency)
        lines = brief_lines(found.read.brief, terms, words)
    lines += [one.said(run.language) for one in (*_since(found), *_price(found))]
    if found.confirmed:
        lines.append(Words("核对无误，可以作数。", "It is whole and holds.").said(run.language))
    return lines


def _since(found: Verified) -> list[Words]:
    """What has been promised otherwise since then, a line each."""
    then, today, changed = found.then, found.today, found.changed
    if then is None or today is None or changed is None or then.promise.version == today.promise.version:
        return []
    old, new, since = then.promise.version, today.promise.version, then.promise.since
    day = Words(f"（{since} 起）", f" (since {since})") if since is not None else Words("", "")
    head = Words(
        f"按承诺 {old}{day.zh}确认的，如今的承诺是 {new}。从那以后改了：",
        f"Made under promise {old}{day.en}; today's is {new}. Since then:",
    )
    return (
        [head, *(Words(f"  {one.line.zh}", f"  {one.line.en}") for one in changed)] if changed else [head, ONLY_WRITTEN]
    )


def _price(found: Verified) -> list[Words]:
    """What these choices cost by today's promise, where that is another price than was told."""
    told, today = found.read.brief.price, found.today
    if told is None or today is None or today.price is None or told == (today.price.lowest, today.price.highest):
        return []
    terms = today.promise.terms
    words = brief_words(terms.language, terms.currency)
    was, now = price_words(told, words), price_words((today.price.lowest, today.price.highest), words)
    return [Words(f"同样的选择，写的是 {was}，今天是 {now}。", f"The same choices: it says {was}, today it is {now}.")]


def _data(found: Verified | None, taken: Given) -> dict[str, Any]:
    return plain(told(found, taken.kind) if found is not None else BriefAnswer(taken.kind, confirmed=False, brief=None))
