"""Which pages stand for all: one of each type, and the heaviest craft."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.weights import type_of

LANGUAGE = re.compile(r"(?P<tree>[a-z]{2}(-[A-Za-z]{2,4})?)/")
HEADING_OF_A_PAGE = "<h1"
TOLD_APART = {"materials/*/": ('id="colours"', 'id="meaning"')}
"""Pages of one address that are several pages: a palette and a motif have these in them, a film neither."""


def page_types(output: Path) -> list[str]:
    """The path of one page of each type, the shortest address first; in the main language's tree.

    The type is the address with names of items and numbers left out, so a new kind of page is taken up by itself.
    Of every type it is the largest page that stands for it.
    """
    return [path for path in _largest_of_each(output) if not LANGUAGE.match(path)]


def translated_types(output: Path) -> list[str]:
    """The same for the trees of the site's other languages; empty where it has one."""
    return [path for path in _largest_of_each(output) if LANGUAGE.match(path)]


def craft_pages(output: Path) -> list[str]:
    """Every craft's page, the largest first."""
    found = [path.parent for path in (output / "crafts").glob("*/index.html") if path.parent.name != "page"]
    found.sort(key=lambda one: -(one / "index.html").stat().st_size)
    return [f"crafts/{one.name}/" for one in found]


def _largest_of_each(output: Path) -> list[str]:
    largest: dict[str, tuple[int, str]] = {}
    for file in sorted(output.rglob("*.html")):
        name = file.relative_to(output).as_posix()
        path = name.removesuffix("index.html")
        text = file.read_text("utf-8")
        if HEADING_OF_A_PAGE not in text:
            continue  # a redirect
        size = (file.stat().st_size, path)
        kind = type_of(path)
        tree = LANGUAGE.match(kind)
        marks = TOLD_APART.get(kind[tree.end() :] if tree else kind, ())
        kind += "".join(mark for mark in marks if mark in text)
        largest[kind] = max(largest.get(kind, (0, "")), size)
    return sorted((path for _, path in largest.values()), key=lambda one: (one.count("/"), one))
