"""A page as a browser reads it: every address that it names, and every place in it that an address may name.

Tags are read with one regular expression, a page in a fraction of a millisecond. Where a page is not written as that
expects (a quote in an attribute's name, a tag that does not end), the standard library's parser reads it instead.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

from ichsite.verify.stylesheet import stylesheet_addresses

_LINKING = frozenset(
    {
        *("href", "src", "poster", "action", "formaction", "data", "cite", "background", "manifest", "longdesc"),
        *("xlink:href", "ping"),
    }
)
_SETS = frozenset({"srcset", "imagesrcset"})
_PICTURED = frozenset(
    {
        *("og:url", "og:image", "og:image:url", "og:image:secure_url", "og:video", "og:audio"),
        *("twitter:image", "twitter:player"),
    }
)
_NO_ADDRESSES = frozenset({"data-pages", "data-crafts", "data-streams", "data-words", "data-label"})
"""The beginning of addresses that a script completes, where nothing is published, and what a person reads."""
_ATTRIBUTES = r"""((?:[^>"'<]++|"[^"]*+"|'[^']*+')*+)"""
_READ = "href|src|srcset|imagesrcset|poster|action|formaction|cite|background|manifest|longdesc|xlink:href|ping|id|style|content"
_PLAIN = rf"""(?:\s++(?!(?:{_READ})[\s=]|data)[a-z-]++="[^"]*+")*+\s*+/?+"""
"""Attributes none of which is read: most tags have no others, and are passed over at once."""
_TAG = re.compile(
    rf"<(?:!--(?:-?>|.*?--!?>)|(script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>]){_ATTRIBUTES}>(.*?)</\1"
    rf"|[a-z][a-z0-9]*+{_PLAIN}>|([a-z][^\s/>\"'<]*+){_ATTRIBUTES}>|([a-z]))",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_CANDIDATE = re.compile(r"[\s,]*(?:(\S+?),+(?=\s|$)|(\S+)(?:\s+[^,]*)?)")
_REFRESH = re.compile(r"\s*[0-9.]+\s*[;,]\s*(?:url\s*=\s*)?['\"]?\s*([^'\"]+)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:/|\.\.?/|https?://)[!-~]*")


@dataclass(frozen=True)
class Markup:
    """What a page names, as it is written there and each once; the places in it; JSON and styles that lie in it.

    `base` is what its addresses are relative to, where it says so itself.
    """

    addresses: tuple[str, ...]
    anchors: tuple[str, ...]
    json: tuple[str, ...] = ()
    base: str | None = None


def read_markup(text: str) -> Markup:
    """A page as Markup."""
    reading = _Reading()
    for closed, beside, inside, element, attributes, odd in _TAG.findall(text):
        if element:
            reading.tag(element.lower(), _pairs(attributes))
        elif closed:
            reading.tag(closed.lower(), _pairs(beside))
            reading.inside(closed.lower(), beside, inside)
        elif odd:
            return _read_slowly(text)
    return reading.markup()


def _pairs(attributes: str) -> list[tuple[str, str]]:
    if "&" in attributes:
        return [
            (name.lower(), html.unescape(one or two or bare)) for name, one, two, bare in _ATTRIBUTE.findall(attributes)
        ]
    return [(name.lower(), one or two or bare) for name, one, two, bare in _ATTRIBUTE.findall(attributes)]


def _read_slowly(text: str) -> Markup:
    parser = _Parser()
    parser.feed(text)
    parser.close()
    return parser.reading.markup()


class _Reading:
    """What has been found on a page so far."""

    def __init__(self) -> None:
        self.addresses: dict[str, None] = {}
        self.anchors: dict[str, None] = {}
        self.json: list[str] = []
        self.base: str | None = None

    def tag(self, element: str, attributes: Iterable[tuple[str, str]]) -> None:
        if element in ("meta", "base"):
            named = dict(reversed(list(attributes)))
            if element == "meta":
                self._meta(named)
            elif element == "base" and self.base is None and "href" in named:
                self.base = named.pop("href")
            attributes = named.items()
        for name, value in attributes:
            if name == "id":
                self.anchors[value] = None
            elif name in _LINKING:
                self._name(value)
            elif name in _SETS:
                self.addresses.update((one or other, None) for one, other in _CANDIDATE.findall(value))
            elif name == "style":
                self.addresses.update(dict.fromkeys(stylesheet_addresses(value)))
            elif name.startswith("data-") and name not in _NO_ADDRESSES and _ADDRESS.fullmatch(value):
                self._name(value)

    def _name(self, value: str) -> None:
        if value := value.strip():
            self.addresses[value] = None

    def _meta(self, named: dict[str, str]) -> None:
        content = named.get("content", "")
        if (named.get("property") or named.get("name", "")) in _PICTURED:
            self._name(content)
        elif named.get("http-equiv", "").lower() == "refresh" and (found := _REFRESH.match(content)):
            self._name(found[1])

    def inside(self, element: str, attributes: str, text: str) -> None:
        if element == "style":
            self.addresses.update(dict.fromkeys(stylesheet_addresses(text)))
        elif element == "script" and "json" in attributes:
            self.json.append(text)

    def markup(self) -> Markup:
        return Markup(tuple(self.addresses), tuple(self.anchors), tuple(self.json), self.base)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.reading = _Reading()
        self._open: tuple[str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pairs = [(name, value or "") for name, value in attrs]
        self.reading.tag(tag, pairs)
        self._open = (tag, " ".join(value for _, value in pairs))

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self.reading.inside(*self._open, data)
