"""`ichsite import ideas FILE`: a form's wishes or exported comments, grouped, as a file of ideas that wait for answers."""

from __future__ import annotations

from dataclasses import asdict

import click

from ichsite.commands.import_options import TableRun, not_read, table_options, unknown
from ichsite.commands.session import session, settled
from ichsite.commands.talk import ProgressLine, say
from ichsite.commands.verdict import counts, show, tally
from ichsite.intake.redaction import SECRETS
from ichsite.intake.statement import Reading
from ichsite.report.placed import placed
from ichsite.stage.idea_intake import FILE, FOLDER, Gathered, WantedIdeas, import_ideas
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.width import visible
from ichsite.text.words import Words

_NAMED = 5
_MARKED = 5
"""So many ideas that may break a threshold are told; the file has them all."""
_TERMS = 16


@click.command()
@click.option("--least", type=click.IntRange(1, 10_000), default=1, show_default=True, help="Leave out what fewer people said.")  # fmt: skip
@table_options(f"{FOLDER}/a/{FILE}")
def ideas(run: TableRun, least: int) -> int:
    """Take wishes from FILE (CSV or XLSX: a form's answers, exported comments) into content/ideas/…/ideas.yaml.

    The same wish is taken once, with how many said it; what may break a threshold is marked, with its reason. The file
    says `status: pending`: no build shows it until somebody has answered the ideas and written `status: published`.
    """
    wanted = WantedIdeas(run.table, run.named, run.craft, run.where, least, run.dry_run, run.language, run.editor_line)
    gathered, findings = settled(lambda: _imported(run, wanted))
    show(
        findings,
        run.request.root,
        run.language,
        json_summary=_summary(gathered, run) if run.as_json else None,
        unread=(run.table.name,),
    )
    if not run.as_json:
        for line in _lines(gathered, findings, run):
            say(visible(line.said(run.language)))
        if findings:
            say(tally(findings, run.language))
    return int(counts(findings)[0] > 0)


def _imported(run: TableRun, wanted: WantedIdeas) -> tuple[Gathered, tuple[Diagnostic, ...]]:
    with ProgressLine(run.language, quiet=run.as_json) as progress, session(run.request, progress) as desk:
        gathered, findings = import_ideas(desk, wanted)
        return gathered, placed(run.request.root, findings)


def _summary(gathered: Gathered, run: TableRun) -> dict[str, object]:
    reading = gathered.reading or Reading()
    return {
        "command": "import ideas",
        "dry_run": run.dry_run,
        "paths": list(gathered.paths),
        "ideas": gathered.ideas,
        "rows": {
            "new": gathered.taken,
            "known": gathered.known,
            "repeated": reading.repeated,
            "empty": reading.empty,
            "nothing": reading.nothing,
            "refused": len(reading.findings),
            "rarer": gathered.rarer,
        },
        "credited": gathered.credited,
        "taken_out": dict(sorted(reading.taken_out.items())),
        "terms": [asdict(one) for one in gathered.terms],
        "may_break": [
            {
                "id": one.id,
                "words": one.words,
                "thresholds": [
                    {
                        "craft": mark.craft,
                        "tier": mark.tier,
                        "option": mark.option,
                        "reason": mark.reason,
                        "instead": mark.instead,
                        "ways": [{"zh-CN": way.zh, "en": way.en} for way in mark.ways],
                    }
                    for mark in one.marks
                ],
            }
            for one in gathered.marked
        ],
        "columns_not_read": list(gathered.dropped),
    }


def _lines(gathered: Gathered, findings: tuple[Diagnostic, ...], run: TableRun) -> list[Words]:
    lines = [*gathered.notes, *not_read(gathered.dropped)]
    if gathered.reading is None:
        return lines
    lines += _row_lines(gathered, gathered.reading)
    if gathered.paths:
        lines += _found_lines(gathered)
        lines += [Words(f"→ {path}", f"→ {path}") for path in gathered.paths[:_NAMED]]
        if (more := len(gathered.paths) - _NAMED) > 0:
            lines.append(Words(f"…… 还有 {more} 个文件", f"… and {more} more files"))
        ideas = gathered.ideas
        lines.append(
            Words(
                f"会写成 {ideas} 个点子，什么都没有写。",
                f"{ideas} idea{'s' * (ideas != 1)} would be written; nothing was.",
            )
            if run.dry_run
            else Words(
                f"{ideas} 个点子，都在待答复：写上 answer，再把 `status: pending` 改成 `published`，才会公开。",
                f"{ideas} idea{'s' * (ideas != 1)}, all waiting: write their answers, then `status: published` for `pending`; until then no build shows them.",
            )
        )
    elif not findings:
        lines.append(Words("没有新的点子。", "No new ideas."))
    return lines


def _row_lines(gathered: Gathered, reading: Reading) -> list[Words]:
    lines: list[Words] = []
    taken = gathered.taken
    told = (
        (gathered.known, Words("行以前导入过", "imported before")),
        (reading.repeated, Words("行是同一个人说的同一句话", "the same words of the same person")),
        (reading.nothing, Words("行没有愿望（只有表情、数字、笑声）", "without a wish (emoji, numbers, laughter)")),
        (reading.empty, Words("行是空的", "empty")),
        (len(reading.findings), Words("行没有导入，原因见上", "not taken; see above why")),
    )
    rest_zh = "".join(f"；{count} {words.zh}" for count, words in told if count)
    rest_en = "".join(f"; {count} {words.en}" for count, words in told if count)
    lines.append(
        Words(f"读到 {taken} 条新的想法{rest_zh}。", f"{taken} new row{'s' * (taken != 1)} with words{rest_en}.")
    )
    if reading.taken_out:
        zh = "、".join(f"{SECRETS[kind].zh} {count}" for kind, count in reading.taken_out.most_common())
        en = ", ".join(f"{SECRETS[kind].en} {count}" for kind, count in reading.taken_out.most_common())
        lines.append(Words(f"隐去了：{zh}。", f"Taken out: {en}."))
    lines += unknown(
        reading.crafts, Words("目录里没有的作品，这些想法没有归到作品", "Pieces that the catalogue does not have")
    )
    lines += unknown(reading.platforms, Words("不认识的平台", "Platforms that are not known"))
    if reading.unclear:
        count = reading.unclear
        lines.append(
            Words(
                f"{count} 行的署名看不出愿意还是不愿意，没有写名字。",
                f"In {count} row{'s' * (count != 1)} it cannot be told whether the person wishes to be named; no name was taken.",
            )
        )
    return lines


def _found_lines(gathered: Gathered) -> list[Words]:
    lines: list[Words] = []
    if gathered.terms:
        zh = "、".join(f"{one.text} {one.count}" for one in gathered.terms[:_TERMS])
        en = ", ".join(f"{one.text} {one.count}" for one in gathered.terms[:_TERMS])
        lines.append(Words(f"说得最多的词：{zh}。", f"Said most: {en}."))
    if gathered.merged:
        count = gathered.merged
        lines.append(
            Words(f"相同或相近的 {count} 条并入了别的。", f"{count} said the same as another, and went into it.")
        )
    if gathered.rarer:
        count = gathered.rarer
        lines.append(
            Words(f"{count} 条说的人太少，没有写（--least）。", f"{count} were said by too few and left out (--least).")
        )
    for one in gathered.marked[:_MARKED]:
        mark = one.marks[0]
        said = one.words.replace("\n", " ")
        said = said if len(said) <= 30 else f"{said[:30]}…"
        lines.append(
            Words(
                f"可能超出阈值：“{said}” {mark.title}，{mark.what.zh}。{mark.reason}",
                f"may break a threshold: “{said}” {mark.title}, {mark.what.en}. {mark.reason}",
            )
        )
    if (more := len(gathered.marked) - _MARKED) > 0:
        lines.append(Words(f"…… 还有 {more} 个，写在文件里。", f"… and {more} more, in the file."))
    return lines
