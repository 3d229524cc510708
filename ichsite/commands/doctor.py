"""`ichsite doctor`: what is wrong with the files and the machine, rather than with what is written in them."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

import click

from ichsite import __version__
from ichsite.commands.course import course_of
from ichsite.commands.options import LanguageType, folder_option, root_of
from ichsite.commands.talk import ProgressLine, locale_language, painter, say
from ichsite.commands.verdict import counted, show
from ichsite.doctor.machine import Terminal
from ichsite.doctor.report import GROUPS, Report
from ichsite.doctor.round import Mended, Round, Wish
from ichsite.project import opened_project
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.width import visible
from ichsite.text.words import Language, Words

_MOST_SHOWN = 50
_EACH_WHOLE = Words(
    "每个文件要么没有动过，要么已经改好，原件在 .ichsite/backup/。",
    "Every file is as it was, or mended with its original in .ichsite/backup/.",
)


@click.command()
@click.option("--fix", is_flag=True, help="Convert texts to UTF-8 and mend their line ends; originals are kept.")
@click.option("--dry-run", is_flag=True, help="Say what --fix would do.")
@click.option("--lang", "language", type=LanguageType(), help="Language of the messages.")
@click.option("--json", "as_json", is_flag=True, help="JSON on stdout.")
@click.option("--strict", is_flag=True, help="Warnings are errors.")
@folder_option
@click.pass_context
def doctor(
    ctx: click.Context,
    folder: Path | None,
    fix: bool,
    dry_run: bool,
    language: Language | None,
    as_json: bool,
    strict: bool,
) -> int:
    """Look at encodings, names, pictures, and this computer, also where nothing can be read yet."""
    root = root_of(ctx, folder)
    spoken = language or locale_language()
    wish = Wish(mending=fix and not dry_run, rehearsing=dry_run)
    if wish.mending:
        course_of(ctx).stands = _EACH_WHOLE
    # a build that reads while files are exchanged would see half of each
    alone = opened_project(root) if wish.mending else nullcontext()
    with ProgressLine(spoken, quiet=as_json) as progress, alone:
        going = Round(root, wish, datetime.now().astimezone(), progress)
        report = going.report(__version__, Terminal(sys.stderr.encoding or "ascii", sys.stderr.isatty()))
    if as_json:
        show(report.findings, root, spoken, json_summary=_data(report, going, wish))
    else:
        _tell(report, going, wish, root, spoken)
    return int(report.errors > 0 or (strict and report.warnings > 0))


def _tell(report: Report, going: Round, wish: Wish, root: Path, language: Language) -> None:
    paint = painter(sys.stderr)
    for fact in report.facts:
        say(paint("dim", visible(fact.words.said(language))))
    say("")
    for group in report.groups:
        say(paint("bold", f"── {GROUPS[group.name].said(language)}"))
        show(_first(group.findings, language), root, language, json_summary=None)
    for line in (*_mended_lines(going.mended, wish), *_cleared_lines(len(going.cleared))):
        say(visible(line.said(language)))
    all_well = Words("一切都好。", "All is well.").said(language)
    say(counted(report.errors, report.warnings, language) if report.groups else all_well)


def _first(findings: tuple[Diagnostic, ...], language: Language) -> tuple[Diagnostic, ...]:
    """What a person reads of a group; the count and the verdict are of all."""
    if (more := len(findings) - _MOST_SHOWN) > 0:
        say(
            Words(
                f"先列出 {_MOST_SHOWN} 处，还有 {more} 处；--json 列出全部。\n",
                f"The first {_MOST_SHOWN}; {more} more with --json.\n",
            ).said(language)
        )
    return findings[:_MOST_SHOWN]


def _mended_lines(mended: list[Mended], wish: Wish) -> list[Words]:
    lines = [Words(f"{one.path} → UTF-8", f"{one.path} → UTF-8") for one in mended[:_MOST_SHOWN]]
    if (more := len(mended) - _MOST_SHOWN) > 0:
        lines.append(Words(f"还有 {more} 个", f"and {more} more"))
    count = len(mended)
    if wish.rehearsing and count:
        lines.append(
            Words(
                f"--fix 会改这 {count} 个文件，现在什么都没动。",
                f"--fix would mend these {count}; nothing was touched.",
            )
        )
    elif count and (kept := mended[0].kept_at) is not None:
        place = "/".join(kept.split("/")[:3])
        lines.append(
            Words(f"改好 {count} 个文件，原件在 {place}/。", f"{count} mended; the originals are in {place}/.")
        )
    elif wish.mending or wish.rehearsing:
        lines.append(Words("没有要转的文件。", "Nothing to convert."))
    return lines


def _cleared_lines(count: int) -> list[Words]:
    if not count:
        return []
    return [
        Words(
            f"清掉了上次中断时留下的 {count} 个临时文件。",
            f"{count} temporary file{'s' * (count != 1)} of an interrupted run taken away.",
        )
    ]


def _data(report: Report, going: Round, wish: Wish) -> dict[str, object]:
    return {
        "command": "doctor",
        "dry_run": wish.rehearsing,
        "facts": {fact.key: {"zh-CN": fact.words.zh, "en": fact.words.en} for fact in report.facts},
        "errors": report.errors,
        "warnings": report.warnings,
        "groups": {group.name: len(group.findings) for group in report.groups},
        "mended": [{"file": one.path, "kept_at": one.kept_at} for one in going.mended],
        "cleared": list(going.cleared),
    }
