"""Front matter: the YAML between two `---` lines at the top of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

_FENCE = re.compile(r"---[ \t]*$")


@dataclass(frozen=True)
class FrontMatter:
    """The two halves of a file; `yaml_line` and `body_line` are how many lines stand before each."""

    yaml: str
    body: str
    yaml_line: int
    body_line: int


def split_front_matter(path: str, text: str) -> tuple[FrontMatter | None, tuple[Diagnostic, ...]]:
    """The front matter and the body, or a finding that says which `---` is missing."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not lines or not _FENCE.match(lines[first]):
        return None, (_missing(path, lines[first] if lines else "", first),)
    for number in range(first + 1, len(lines)):
        if _FENCE.match(lines[number]):
            yaml = "\n".join(lines[first + 1 : number])
            return FrontMatter(yaml, "\n".join(lines[number + 1 :]), first + 1, number + 1), ()
    return None, (_unclosed(path, first),)


def _missing(path: str, line: str, number: int) -> Diagnostic:
    lookalike = bool(re.match(r"\s*[-－—–﹣]{2,}\s*$", line))
    reason = (
        Words("第一行的横线不是三个半角减号", "the first line is not three plain hyphens")
        if lookalike
        else Words("文件开头没有 `---`，读不到标题等字段", "the file does not start with `---`, so it has no fields")
    )
    return error(
        "front-matter-missing",
        Place(path, number + 1, 1, max(2, len(line) + 1)),
        reason,
        Words(
            "在第一行写 `---`，字段写完后再写一行 `---`，正文跟在后面",
            "start with a line `---`, then the fields, then another `---`",
        ),
    )


def _unclosed(path: str, number: int) -> Diagnostic:
    return error(
        "front-matter-unclosed",
        Place(path, number + 1, 1, 4),
        Words("开头的 `---` 没有结束的那一行", "the opening `---` is never closed"),
        Words("在字段之后单独写一行 `---`", "write a line `---` after the fields"),
    )
