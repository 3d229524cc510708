"""Findings shown, counted and turned into an exit code; verbosity never changes the verdict."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from shutil import get_terminal_size
from typing import Any

from ichsite.commands.talk import answer, painter, say
from ichsite.report.machine import as_json, github_annotations
from ichsite.report.terminal import WIDE_COLUMNS, rendered
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.words import Language, Words

MOST_SHOWN = 200
"""More than a person reads in one go; the count and the verdict are of all."""


def counts(findings: tuple[Diagnostic, ...]) -> tuple[int, int]:
    """Errors and warnings."""
    errors = sum(one.severity == "error" for one in findings)
    return errors, len(findings) - errors


def show(
    findings: tuple[Diagnostic, ...],
    root: Path,
    language: Language,
    *,
    json_summary: Mapping[str, Any] | None,
    unread: Collection[str] = (),
) -> None:
    """Prints the findings: JSON on stdout where a summary is given, else blocks on stderr; annotations in GitHub's runs.

    Of files that are `unread` no line is shown: a table's rows hold what a terminal's history should not keep.
    """
    import os

    if json_summary is not None:
        answer(as_json(findings, json_summary))
        return
    texts: dict[str, list[str]] = {}

    def lines_of(path: str) -> list[str]:
        if path in unread:
            return []
        if path not in texts:
            try:
                texts[path] = (root / path).read_text("utf-8-sig").split("\n")
            except (OSError, UnicodeDecodeError):
                texts[path] = []
        return texts[path]

    columns = get_terminal_size().columns if sys.stderr.isatty() else WIDE_COLUMNS
    for block in rendered(findings[:MOST_SHOWN], lines_of, language, painter(sys.stderr), columns):
        say(block + "\n")
    if (more := len(findings) - MOST_SHOWN) > 0:
        say(
            Words(
                f"还有 {more} 处没有列出；--json 列出全部。\n", f"{more} more are not listed; --json lists all.\n"
            ).said(language)
        )
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for line in github_annotations(findings):
            answer(line)


def tally(findings: tuple[Diagnostic, ...], language: Language) -> str:
    """`2 errors, 1 warning`, or an empty text."""
    return "" if not findings else counted(*counts(findings), language)


def counted(errors: int, warnings: int, language: Language) -> str:
    """The same of so many of each."""
    return Words(
        f"{errors} 个错误，{warnings} 个警告",
        f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}",
    ).said(language)


def hint(findings: tuple[Diagnostic, ...], language: Language) -> str:
    """Where a person reads on about the first finding, errors before warnings; an empty text where there is none."""
    if not findings:
        return ""
    first = next((one for one in findings if one.severity == "error"), findings[0])
    return Words(
        f"为什么、怎么改，看样例：ichsite explain {first.code}",
        f"Why, and how to mend it: ichsite explain {first.code}",
    ).said(language)
