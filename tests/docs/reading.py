"""What is written for people: every Markdown file of the repository that they are led to, and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
HANDBOOK = ROOT / "docs"
PAGES = sorted((HANDBOOK / "content/pages").glob("*.md"))
BESIDE = [ROOT / "README.md", ROOT / "README.zh-CN.md", ROOT / "CONTRIBUTING.md", ROOT / "CONTRIBUTING.zh-CN.md"]
TOLD = [*BESIDE, *PAGES]
_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```", re.M | re.S)
_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")


def blocks(text: str, *languages: str) -> Iterator[str]:
    """The fenced blocks of a text in one of these languages, without their indentation."""
    for found in _FENCE.finditer(text):
        if found[2] in languages:
            yield re.sub(f"^{found[1]}", "", found[3], flags=re.M)


def command_lines(text: str) -> Iterator[str]:
    """Every `ichsite …` that a text shows: a line of a block, or words between backticks."""
    for block in blocks(text, "sh", "bash", "console", ""):
        yield from re.findall(r"^(?:\$ |\.venv/bin/)?(ichsite [a-z-].*?)(?:\s+#.*)?$", block, re.M)
    yield from re.findall(r"`(ichsite [a-z-][^`]*)`", _FENCE.sub("", text))


def relative_links(text: str) -> Iterator[str]:
    """The files that a text leads to."""
    for target in _LINK.findall(re.sub(r"`[^`\n]*`", "", _FENCE.sub("", text))):
        if not re.match(r"[a-z]+:|#|/", target):
            yield target.partition("#")[0]
