"""How heavy the pages of a built site are: counted from its files, the same on every machine."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from pathlib import Path
from typing import get_args
from urllib.parse import unquote, urlsplit

from ichsite.model.post import PostKind

TEXT_BYTES = 50_000
"""HTML and CSS of one page, gzipped."""
SCRIPT_BYTES = 20_000
"""All script of one page, gzipped."""
BRIEF_SCRIPT_BYTES = 25_000
"""All script that a page of order briefs begins with: the site's own, and fifteen thousand for the brief."""
FIRST_VIEW_BYTES = 300_000
"""All that a craft's page asks for until nothing more comes, unscrolled."""

GZIP_LEVEL = 6
_ITEMS_OF = {
    *("crafts", "categories", "regions", "tags", "masters", "showcases", "streams", "posts", "tiers"),
    *("calls", "designs", "events", "feedback", "for", "ideas", "materials", "polls", "promises", "strip"),
}
_LISTS_BELOW = ("page", "by", "strip")
"""What stands where the name of an item may, and is none."""
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_SCRIPT = re.compile(r'<script[^>]* src="([^"]+)"')


@dataclass(frozen=True)
class Weight:
    """Bytes gzipped of one page. `path` is its address below the base path."""

    path: str
    html: int
    css: int
    script: int

    @property
    def text(self) -> int:
        return self.html + self.css


def script_budget(path: str) -> int:
    """What the script of a page may weigh; `path` is its address below the base path."""
    return BRIEF_SCRIPT_BYTES if path.endswith(("/brief/", "brief/check/")) else SCRIPT_BYTES


def weights(output: Path) -> list[Weight]:
    """Every page of a built site but the redirects, whatever its base path, ordered by address."""
    sizes: dict[str, int] = {}
    found: list[Weight] = []
    for file in sorted(output.rglob("*.html")):
        page = file.read_bytes()
        text = page.decode("utf-8")
        if "<h1" not in text:
            continue
        css = sum(_gzipped(output, address, sizes) for address in _STYLE.findall(text))
        script = sum(_gzipped(output, address, sizes) for address in _SCRIPT.findall(text))
        path = file.relative_to(output).as_posix().removesuffix("index.html")
        found.append(Weight(path, _size(page), css, script))
    return found


def heaviest_of_each_type(output: Path) -> list[Weight]:
    """Of each type of page (`/crafts/*/`, `/search/`) the one with the most text."""
    heaviest: dict[str, Weight] = {}
    for one in weights(output):
        kind = type_of(one.path)
        if kind not in heaviest or one.text > heaviest[kind].text:
            heaviest[kind] = one
    return list(heaviest.values())


def type_of(path: str) -> str:
    """`crafts/celadon-vase/` is of the type `crafts/*/`; a number becomes `#`, and all kinds of posts are one."""
    parts = path.split("/")
    for at, part in enumerate(parts):
        if part.isdigit():
            parts[at] = "#"
        elif at and parts[at - 1] == "posts" and part in get_args(PostKind):
            parts[at] = "of-kind"
        elif part and part not in _LISTS_BELOW and (_ITEMS_OF & {*parts[max(at - 1, 0) : at]} or "by" in parts[:at]):
            parts[at] = "*"
    return "/".join(parts)


def _gzipped(output: Path, address: str, sizes: dict[str, int]) -> int:
    """The size of a published file that a page names; the base path in front of `assets/` may be any."""
    inner = "assets/" + unquote(urlsplit(address).path).split("/assets/", 1)[1]
    if inner not in sizes:
        sizes[inner] = _size((output / inner).read_bytes())
    return sizes[inner]


def _size(data: bytes) -> int:
    return len(gzip.compress(data, GZIP_LEVEL, mtime=0))
