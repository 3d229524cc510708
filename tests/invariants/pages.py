"""A published site as a browser reads it: every address that a file names, and the anchors that it has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

_LINKING = {"href", "src", "poster", "action", "data"}
_SETS = {"srcset", "imagesrcset"}
_BEGINNINGS = {"data-pages", "data-crafts", "data-streams"}
"""Addresses that a script completes: nothing is published at the beginning alone."""
_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_DATA_FILE = re.compile(r"[\w.-]+\.json")
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
_SITEMAP_PICTURE = "{http://www.google.com/schemas/sitemap-image/1.1}loc"
_LINKS = ("{http://www.w3.org/2005/Atom}link", "{http://www.w3.org/1999/xhtml}link")


@dataclass(frozen=True)
class Named:
    """An address as a file names it."""

    by: str
    address: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.anchors.add(value or "")
            elif name in _LINKING and value is not None:
                self.addresses.append(value)
            elif name in _SETS and value:
                self.addresses += [part.split()[0] for part in value.split(",")]
            elif name.startswith("data-") and name not in _BEGINNINGS and _is_address(value or ""):
                self.addresses.append(value or "")
        named = dict(attrs)
        if tag == "meta" and str(named.get("property") or named.get("itemprop")) in ("og:url", "og:image", "image"):
            self.addresses.append(named.get("content") or "")


def read_html(text: str) -> tuple[list[str], set[str]]:
    """The addresses and the anchors of a page."""
    reader = _Reader()
    reader.feed(text)
    return reader.addresses, reader.anchors


def named_addresses(output: Path) -> list[Named]:
    """Every address in every page and its linked data, stylesheet, feed, calendar, sitemap, text and data file.

    A data file names pages from the site's root, `/crafts/vase/` whatever the base path, and other data files by
    where they lie beside it.
    """
    found: list[Named] = []
    for path in sorted(output.rglob("*")):
        by = path.relative_to(output).as_posix()
        if path.suffix == ".html":
            text = path.read_text("utf-8")
            found += [Named(by, one) for one in read_html(text)[0]]
            found += [Named(by, one) for block in _LINKED.findall(text) for one in _linked(json.loads(block))]
        elif path.suffix == ".ics":
            unfolded = path.read_bytes().decode("utf-8").replace("\r\n ", "")
            found += [Named(by, one) for one in re.findall(r"^URL:(.+)\r$", unfolded, re.MULTILINE)]
        elif path.name == "llms.txt":
            found += [Named(by, one) for one in re.findall(r"\]\((http[^)]+)\)", path.read_text("utf-8"))]
        elif path.suffix == ".css":
            found += [Named(by, one) for one in _CSS_URL.findall(path.read_text("utf-8"))]
        elif path.name == "robots.txt":
            found += [
                Named(by, line.split(": ", 1)[1]) for line in path.read_text("utf-8").splitlines() if "http" in line
            ]
        elif path.suffix == ".xml":
            tree = ElementTree.parse(path)  # noqa: S314  our own file
            found += [Named(by, str(one.text)) for kind in (_SITEMAP, _SITEMAP_PICTURE) for one in tree.iter(kind)]
            found += [Named(by, one.get("href", "")) for link in _LINKS for one in tree.iter(link)]
        elif path.suffix == ".json":
            texts = _texts(json.loads(path.read_text("utf-8")))
            root = "../" * by.count("/")
            found += [
                Named(by, root + one[1:] if one.startswith("/") else one)
                for one in texts
                if _is_address(one) or _DATA_FILE.fullmatch(one)
            ]
    return found


def _linked(value: Any) -> Iterator[str]:
    """The addresses in linked data. A node's own name (`@id`) has a fragment that is no anchor."""
    if isinstance(value, list):
        for one in value:
            yield from _linked(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key == "@id":
                yield urldefrag(one)[0]
            elif isinstance(one, str):
                yield from (one,) if _is_address(one) else ()
            else:
                yield from _linked(one)


def _is_address(text: str) -> bool:
    return text.startswith(("/", "./", "../", "http://", "https://")) and " " not in text


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)


def dead(output: Path, origin: str, base: str, beside: str | None = None) -> list[Named]:
    """The addresses inside the site that no file answers, or whose anchor is on no such page.

    Those below `beside` are published by others.
    """
    anchors: dict[Path, set[str]] = {}
    found: list[Named] = []
    for named in named_addresses(output):
        address, fragment = urldefrag(urljoin(f"{origin}{base}{named.by}", named.address))
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or f"{parts.scheme}://{parts.netloc}" != origin:
            continue
        if beside is not None and parts.path.startswith(beside):
            continue
        target = _answer(output, base, unquote(parts.path))
        if target is None:
            found.append(named)
        elif fragment and target.suffix == ".html":
            if target not in anchors:
                anchors[target] = read_html(target.read_text("utf-8"))[1]
            if unquote(fragment) not in anchors[target]:
                found.append(named)
    return found


def _answer(output: Path, base: str, path: str) -> Path | None:
    """The file that a plain server gives for a path, by exact letter case."""
    if not path.startswith(base):
        return None
    inner = path.removeprefix(base)
    target = output / (inner + "index.html" if not inner or inner.endswith("/") else inner)
    return target if target.is_file() else None
