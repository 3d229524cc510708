"""Findings for the overlay in the browser: plain texts in one language, for a page to show as text and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ichsite.text.diagnostic import Diagnostic
from ichsite.text.place import Place, Where
from ichsite.text.width import visible
from ichsite.text.words import Language, Words

MOST = 50
"""More than anybody mends before looking again; the rest are counted."""
_LONGEST = 400
_AROUND = 60
_TITLE = Words("没有更新：内容里有错", "Not updated: something is wrong in the files")
_BENEATH = Words(
    "下面还是上一次成功的样子。改好保存，这里会自己消失。",
    "What you see beneath is the last good site. Mend the file and save it; this goes by itself.",
)
_TITLE_AT_FIRST = Words("还不能看：内容里有错", "Nothing to see yet: something is wrong in the files")
_BENEATH_AT_FIRST = Words(
    "还没有成功过一次，下面是空的。改好保存，网站自己会出来。",
    "No build has succeeded so far, so there is nothing beneath. Mend the file and save it: the site appears by itself.",
)
_HELP = Words("怎么办", "help")
_CLOSE = Words("关上（Esc）", "Close (Esc)")
_SEVERITIES = {"error": Words("错误", "error"), "warning": Words("警告", "warning")}

Lines = Callable[[str], list[str]]


def overlay_data(
    findings: tuple[Diagnostic, ...], lines_of: Lines, language: Language, *, at_first: bool = False
) -> dict[str, Any]:
    """What the overlay shows: errors first, then as the terminal has them. `lines_of(path)` are a file's lines.

    `at_first` there is no good site that it could lie over.
    """
    title, beneath = (_TITLE_AT_FIRST, _BENEATH_AT_FIRST) if at_first else (_TITLE, _BENEATH)
    ordered = sorted(findings, key=lambda one: one.severity != "error")
    more = len(ordered) - MOST
    return {
        "language": language,
        "title": title.said(language),
        "beneath": beneath.said(language),
        "close": _CLOSE.said(language),
        "findings": [_finding(one, lines_of, language) for one in ordered[:MOST]],
        "more": Words(f"还有 {more} 处", f"{more} more").said(language) if more > 0 else "",
    }


def _finding(finding: Diagnostic, lines_of: Lines, language: Language) -> dict[str, Any]:
    place = _place(finding.where)
    help = finding.help.said(language) if finding.help is not None else ""
    return {
        "severity": finding.severity,
        "severity_word": _SEVERITIES[finding.severity].said(language),
        "code": finding.code,
        "place": visible(str(place)),
        "message": _shown(finding.message.said(language)),
        "excerpt": _excerpt(place, lines_of),
        "help_word": _HELP.said(language),
        "help": _shown(help),
        "related": [
            {"place": visible(str(_place(one.where))), "note": _shown(one.note.said(language))}
            for one in finding.related
        ],
    }


def _excerpt(place: Place, lines_of: Lines) -> dict[str, Any] | None:
    """The line in three pieces, the middle one being what is meant; a long line is cut around it."""
    lines = lines_of(place.path) if place.line else []
    if not 0 < place.line <= len(lines):
        return None
    line = lines[place.line - 1].replace("\t", " ")
    start = min(max(0, place.column - 1), len(line))
    end = min(max(place.end_column - 1, start + 1), start + _LONGEST)
    before, after = line[:start], line[end : end + _LONGEST]
    if len(before) > _AROUND and len(line) > 2 * _AROUND:
        before = "…" + before[-_AROUND:]
    return {
        "line": place.line,
        "before": visible(before),
        "marked": visible(line[start:end]) or " ",
        "after": visible(after),
    }


def _shown(text: str) -> str:
    return "\n".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield visible(line)


def _place(where: Where) -> Place:
    return where if isinstance(where, Place) else Place(where.path)
