"""`ichsite import poll FILE`: a form's votes, or a list of options with their counts, as a poll that waits to be read."""

from __future__ import annotations

import click

from ichsite.commands.import_options import TableRun, not_read, table_options, unknown
from ichsite.commands.session import session, settled
from ichsite.commands.talk import ProgressLine, say
from ichsite.commands.verdict import show, tally
from ichsite.intake.ballots import Ballots
from ichsite.report.placed import placed
from ichsite.stage.poll_intake import FILE, FOLDER, Polled, WantedPoll, import_poll
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.width import visible
from ichsite.text.words import Words


@click.command()
@table_options(f"{FOLDER}/a/{FILE}")
def poll(run: TableRun) -> int:
    """Take votes from FILE (CSV or XLSX) into content/polls/…/poll.yaml.

    One row a voter, also with several choices in a cell, or one row an option with its count. The file says `status:
    pending`: no build shows it until somebody has read it and written `status: published`.
    """
    wanted = WantedPoll(
        run.table, run.named, run.craft, run.where or "form", run.dry_run, run.language, run.editor_line
    )
    polled, findings = settled(lambda: _imported(run, wanted))
    summary = _summary(polled, run) if run.as_json else None
    show(findings, run.request.root, run.language, json_summary=summary, unread=(run.table.name,))
    if not run.as_json:
        for line in _lines(polled, findings, run):
            say(visible(line.said(run.language)))
        if findings:
            say(tally(findings, run.language))
    return int(bool(findings))


def _imported(run: TableRun, wanted: WantedPoll) -> tuple[Polled, tuple[Diagnostic, ...]]:
    with ProgressLine(run.language, quiet=run.as_json) as progress, session(run.request, progress) as desk:
        polled, findings = import_poll(desk, wanted)
        return polled, placed(run.request.root, findings)


def _summary(polled: Polled, run: TableRun) -> dict[str, object]:
    ballots = polled.ballots
    return {
        "command": "import poll",
        "dry_run": run.dry_run,
        "path": polled.path,
        "grown": polled.grown,
        "known": polled.known,
        "options": [] if ballots is None else _votes(ballots),
        "voters": None if ballots is None else _voters(ballots),
        "repeated": 0 if ballots is None else ballots.repeated,
        "columns_not_read": list(polled.dropped),
    }


def _votes(ballots: Ballots) -> list[dict[str, object]]:
    return [
        {"label": label, "votes": sum(one.votes[key] for one in ballots.tallies)}
        for key, label in ballots.labels.items()
    ]


def _voters(ballots: Ballots) -> int | None:
    """How many voted in all; None where one place does not say it."""
    known = [one.voters for one in ballots.tallies if one.voters is not None]
    return sum(known) if len(known) == len(ballots.tallies) else None


def _lines(polled: Polled, findings: tuple[Diagnostic, ...], run: TableRun) -> list[Words]:
    lines = [*polled.notes, *not_read(polled.dropped)]
    if findings:
        lines.append(
            Words(
                "什么都没有写：漏了几票的结果是错的。",
                "Nothing was written: a result that misses votes is a wrong one.",
            )
        )
    if polled.ballots is None:
        return lines
    lines += _told(polled.ballots)
    if polled.known is not None:
        lines.append(
            Words(f"同样的结果已经在 {polled.known} 里，没有再写。", f"The same result is in {polled.known} already.")
        )
    elif polled.path is not None:
        lines.append(Words(f"→ {polled.path}", f"→ {polled.path}"))
        lines.append(
            Words("会写成一个投票，什么都没有写。", "One poll would be written; nothing was.")
            if run.dry_run and not polled.grown
            else Words(
                "待审的这个投票会换上新的票数，什么都没有写。",
                "The pending poll would have the later votes; nothing was written.",
            )
            if run.dry_run
            else Words(
                "这个投票还在待审，换上了新的票数，别的没有动。",
                "The poll was pending already and has the later votes now; nothing else of it was touched.",
            )
            if polled.grown
            else Words(
                "投票在待审：核对以后把 `status: pending` 改成 `published`，才会公开。",
                "The poll waits: read it and write `status: published` for `pending`; until then no build shows it.",
            )
        )
    return lines


def _told(ballots: Ballots) -> list[Words]:
    votes = [f"{one['label']} {one['votes']}" for one in _votes(ballots)]
    zh, en = "、".join(votes), ", ".join(votes)
    voters = _voters(ballots)
    lines = [
        Words(
            f"{zh}。" if voters is None else f"{voters} 人投票：{zh}。",
            f"{en}." if voters is None else f"{voters} voter{'s' * (voters != 1)}: {en}.",
        )
    ]
    if ballots.repeated:
        count = ballots.repeated
        lines.append(
            Words(f"{count} 行重复，只算一次。", f"{count} row{'s' * (count != 1)} stood there twice and count once.")
        )
    if ballots.again:
        count = ballots.again
        lines.append(
            Words(
                f"{count} 个昵称投了不止一次，都算上了；不该算的请在表里删掉。",
                f"{count} name{'s' * (count != 1)} voted more than once, and all of it counts; what should not is yours to take out of the table.",
            )
        )
    if ballots.empty:
        count = ballots.empty
        lines.append(Words(f"{count} 行没有选。", f"{count} row{'s' * (count != 1)} chose nothing."))
    return [*lines, *unknown(ballots.platforms, Words("不认识的平台", "Platforms that are not known"))]
