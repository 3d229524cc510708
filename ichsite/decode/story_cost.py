"""What a story may cost: Python-Markdown takes quadratic time in some marks, so texts full of them are refused."""

from __future__ import annotations

import re

from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

MAX_CHARACTERS = 20_000
MAX_MARKS = 400
"""Of one kind in one paragraph: Python-Markdown's patterns take quadratic time in them."""
MAX_NESTING = 20
MAX_COLUMNS = 60
SECONDS = 5.0
"""The net under the caps, in time of the processor; no text that keeps them takes a tenth of it."""
_CAPS: tuple[tuple[re.Pattern[str], int, Words], ...] = (
    (re.compile(r"\[\^"), 300, Words("脚注", "footnotes")),
    (re.compile(r"\["), 2_000, Words("方括号", "square brackets")),
    (
        re.compile(r"^[ \t>]*(?:(?:[-*+:]|\d+[.)])[ \t]+)*(?:#|(?:=+|-+)[ \t]*$)", re.M),
        300,
        Words("标题和横线", "headings and rules"),
    ),
    (re.compile(r"^[ \t>]*(?:```|~~~)", re.M), 200, Words("代码块", "code blocks")),
    (re.compile(r"<!--"), 100, Words("没有结束的注释", "comments that are not closed")),
)
"""Of one kind in one story, after its comments are gone."""


def too_costly(path: str, body: str, first_line: int) -> Diagnostic | None:
    """The finding for a body (its comments blanked, its lines as they were) that would take too long; None for others."""
    if len(body) > MAX_CHARACTERS:
        return refusal(
            path, first_line, Words(f"正文超过 {MAX_CHARACTERS:,} 字", f"over {MAX_CHARACTERS:,} characters")
        )
    return _paragraph(path, body, first_line) or _line(path, body, first_line) or _whole(path, body, first_line)


def refusal(path: str, lines_before: int, what: Words) -> Diagnostic:
    """The finding that a text is beyond what is read, and in what."""
    return error(
        "markdown-too-costly",
        Place(path, lines_before + 1, 1),
        Words(f"正文写法超出上限：{what.zh}", f"the text is beyond what is read: {what.en}"),
        Words("分成几段或几页来写", "split it into paragraphs or pages"),
    )


def _paragraph(path: str, body: str, first_line: int) -> Diagnostic | None:
    line = first_line
    for block in re.split(r"\n[ \t]*\n", body):
        if max(block.count(mark) for mark in "[<`*") > MAX_MARKS:
            return refusal(path, line, Words("一段里的括号或符号太多", "too many brackets or marks in one paragraph"))
        line += block.count("\n") + 2
    return None


def _line(path: str, body: str, first_line: int) -> Diagnostic | None:
    for number, text in enumerate(body.split("\n"), first_line):
        indent = re.match(r"[ \t>]*", text)
        if indent and (indent[0].count(">") > MAX_NESTING or len(indent[0].expandtabs(4)) > 4 * MAX_NESTING):
            return refusal(path, number, Words("嵌套太深", "nested too deep"))
        if text.count("|") > MAX_COLUMNS:
            return refusal(path, number, Words("表格的列太多", "too many columns in a table"))
    return None


def _whole(path: str, body: str, first_line: int) -> Diagnostic | None:
    for pattern, most, what in _CAPS:
        for count, found in enumerate(pattern.finditer(body), 1):
            if count > most:
                line = first_line + body.count("\n", 0, found.start())
                return refusal(path, line, Words(f"{what.zh}超过 {most} 个", f"more than {most} {what.en}"))
    return None
