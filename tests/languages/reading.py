"""A page as a screen reader takes it: its texts with the language that each is said in."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "path", "rect"}
SILENT = {"script", "style", "title", "template"}


@dataclass
class Page(HTMLParser):
    """`texts` are (language, text); `alternates` the addresses of the page by their hreflang."""

    source: str
    texts: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    alternates: dict[str, str] = field(default_factory=dict[str, str])
    switches: dict[str, str] = field(default_factory=dict[str, str])
    language: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str]] = []
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = named["lang"]
        spoken = named.get("lang") or (self._open[-1][1] if self._open else "")
        if tag == "link" and "hreflang" in named:
            self.alternates[named["hreflang"]] = named["href"]
        if tag == "a" and named.get("rel") == "alternate":
            self.switches[named["hreflang"]] = named["href"]
        if tag not in VOID:
            self._open.append((tag, spoken))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open and not any(tag in SILENT for tag, _ in self._open):
            self.texts.append((self._open[-1][1], data.strip()))
