"""What a story may cost: Python-Markdown takes quadratic time in some marks, so texts full of them are refused."""

from __future__ import annotations

import re

from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

MAX_CHARACTERS = 60_000
MAX_BRACKETS = 400
"""In one paragraph: Python-Markdown's patterns take quadratic time in them."""
MAX_NESTING = 20


def too_costly(path: str, body: str, first_line: int) -> Diagnostic | None:
    """The finding for a body that would take too long, None where it may be read."""
    if len(body) > MAX_CHARACTERS:
        return refusal(
            path, first_line, Words(f"正文超过 {MAX_CHARACTERS:,} 字", f"over {MAX_CHARACTERS:,} characters")
        )
    line = first_line
    for block in re.split(r"\n[ \t]*\n", body):
        if max(block.count("["), block.count("<"), block.count("`"), block.count("*")) > MAX_BRACKETS:
            return refusal(path, line, Words("一段里的括号或符号太多", "too many brackets or marks in one paragraph"))
        line += block.count("\n") + 2
    for number, text in enumerate(body.split("\n"), first_line):
        indent = re.match(r"[ \t>]*", text)
        if indent and (indent[0].count(">") > MAX_NESTING or len(indent[0].expandtabs(4)) > 4 * MAX_NESTING):
            return refusal(path, number, Words("嵌套太深", "nested too deep"))
        if text.count("|") > 60:
            return refusal(path, number, Words("表格的列太多", "too many columns in a table"))
    return None


def refusal(path: str, lines_before: int, what: Words) -> Diagnostic:
    """The finding that a text is beyond what is read, and in what."""
    return error(
        "markdown-too-costly",
        Place(path, lines_before + 1, 1),
        Words(f"正文写法超出上限：{what.zh}", f"the text is beyond what is read: {what.en}"),
        Words("分成几段或几页来写", "split it into paragraphs or pages"),
    )
