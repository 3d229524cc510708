"""Which pages stand for all: one of each type, and the heaviest craft."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.weights import type_of

LANGUAGE = re.compile(r"(?P<tree>[a-z]{2}(-[A-Za-z]{2,4})?)/")
PARTS_OF_A_PAGE = ("<main", "<h1")
FORMS = {
    "events/*/": ('id="questions"', 'id="report"'),
    "materials/*/": ('<ul class="palette">', '<div class="film">'),
    "promises/*/": ('id="later"', 'id="change"'),
}
"""By what the pages of one type differ, as templates of their own would: an event with questions or with a report, a
motif, a palette, a film, a promise that was replaced."""


def page_types(output: Path) -> list[str]:
    """The path of one page of each type, the shortest address first; in the main language's tree.

    The type is the address with names of items and numbers left out, so a new kind of page is taken up by itself.
    Of every type it is the largest page that stands for it, and of some types one of each of their `FORMS`.
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
    largest: dict[tuple[str, ...], tuple[int, str]] = {}
    for file in sorted(output.rglob("*.html")):
        name = file.relative_to(output).as_posix()
        path = name.removesuffix("index.html")
        text = file.read_text("utf-8")
        if not all(part in text for part in PARTS_OF_A_PAGE):
            continue  # a redirect, a sheet to print
        kind = type_of(path)
        form = (kind, *(mark for mark in FORMS.get(kind, ()) if mark in text))
        largest[form] = max(largest.get(form, (0, "")), (file.stat().st_size, path))
    return sorted((path for _, path in largest.values()), key=lambda one: (one.count("/"), one))
