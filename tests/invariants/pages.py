"""A published site as a browser reads it: every address that a file names, and the anchors that it has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

_LINKING = {"href", "src", "poster", "action", "data"}
_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
_ATOM = "{http://www.w3.org/2005/Atom}link"


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
            elif name == "srcset" and value:
                self.addresses += [part.split()[0] for part in value.split(",")]
        named = dict(attrs)
        if tag == "meta" and str(named.get("property")) in ("og:url", "og:image"):
            self.addresses.append(named.get("content") or "")


def read_html(text: str) -> tuple[list[str], set[str]]:
    """The addresses and the anchors of a page."""
    reader = _Reader()
    reader.feed(text)
    return reader.addresses, reader.anchors


def named_addresses(output: Path) -> list[Named]:
    """Every address in every page, stylesheet, feed, sitemap and robots.txt."""
    found: list[Named] = []
    for path in sorted(output.rglob("*")):
        by = path.relative_to(output).as_posix()
        if path.suffix == ".html":
            found += [Named(by, one) for one in read_html(path.read_text("utf-8"))[0]]
        elif path.suffix == ".css":
            found += [Named(by, one) for one in _CSS_URL.findall(path.read_text("utf-8"))]
        elif path.name == "robots.txt":
            found += [
                Named(by, line.split(": ", 1)[1]) for line in path.read_text("utf-8").splitlines() if "http" in line
            ]
        elif path.suffix == ".xml":
            tree = ElementTree.parse(path)  # noqa: S314  our own file
            found += [Named(by, str(one.text)) for one in tree.iter(_SITEMAP)]
            found += [Named(by, one.get("href", "")) for one in tree.iter(_ATOM)]
    return found


def dead(output: Path, origin: str, base: str) -> list[Named]:
    """The addresses inside the site that no file answers, or whose anchor is on no such page."""
    anchors: dict[Path, set[str]] = {}
    found: list[Named] = []
    for named in named_addresses(output):
        address, fragment = urldefrag(urljoin(f"{origin}{base}{named.by}", named.address))
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or f"{parts.scheme}://{parts.netloc}" != origin:
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
