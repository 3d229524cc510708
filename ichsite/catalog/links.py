"""Links in stories: from what an author wrote to an address, decided in one place for the checks and the renderer.

    craft:ID master:ID showcase:ID stream:ID post:ID page:ID tier:element     by kind, with `#anchor` where wanted
    #anchor                                                                   on the same page
    ../silver/index.md                                                        a content file, relative to this one
    /crafts/silver/                                                           an address of the site
    https://… http://… mailto:… tel:…                                         outside

Everything else is refused: `//host` and `\\` mean another site to a browser, whatever they look like.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from posixpath import dirname, normpath
from typing import Literal, Protocol
from urllib.parse import quote, unquote, urlsplit

from ichsite.catalog.address_book import AddressBook
from ichsite.catalog.catalog import Catalog
from ichsite.decode.kinds import layout_of, translation_of
from ichsite.decode.story import heading_anchor
from ichsite.model.record import Kind
from ichsite.model.tier import TIERS
from ichsite.text.address import BaseUrl, ContentKind, Slug, UrlPath, names_a_user, slug_of_name

FOLDERS: dict[ContentKind, str] = {
    "craft": "crafts",
    "master": "masters",
    "showcase": "showcases",
    "stream": "streams",
    "post": "posts",
    "page": "",
    "tier": "tiers",
}
"""Under which part of the address a kind lives; free pages live at the top."""
_KINDS: dict[str, ContentKind] = {kind: kind for kind in FOLDERS}
_BY_FOLDER: dict[str, ContentKind] = {folder: kind for kind, folder in FOLDERS.items() if folder}
CRAFT_ANCHORS = ("change", "days", "chance", "price", "revisions", "returns", "hands", "showcases")
"""The anchors that every craft page has, besides those of its story."""

_FILE = r"(?<!/index)\.[a-z0-9]{1,5}$"
_NOWHERE = UrlPath("")
Fault = Literal["empty", "form", "host", "user", "backslash", "scheme", "outside", "file", "unknown", "anchor"]


@dataclass(frozen=True)
class Resolved:
    """Where a link leads: inside, `path` and `fragment` (raw, without `#`); outside, `url` as it was written."""

    kind: Literal["internal", "external"]
    path: UrlPath
    fragment: str = ""
    url: str = ""

    def href(self, base: BaseUrl) -> str:
        """The value of `href` on a site that lives at `base`."""
        if self.kind == "external":
            return self.url
        return base.link(self.path) + (f"#{quote(self.fragment)}" if self.fragment else "")


@dataclass(frozen=True)
class Unresolved:
    """Why a link leads nowhere: the fault, what it is about, and the names that it might have meant.

    For the fault `unknown`, `kind` is the kind of page and `about` its name.
    """

    fault: Fault
    about: str
    known: tuple[str, ...] = ()
    kind: ContentKind | None = None


@dataclass(frozen=True)
class Destination:
    """A page that links may point at."""

    kind: ContentKind
    slug: Slug
    address: UrlPath
    anchors: frozenset[str]


@dataclass(frozen=True)
class Known:
    """Every page that links may point at, by its kind and its name: the slug, and the id where that differs."""

    pages: Mapping[tuple[ContentKind, str], Destination]

    def find(self, kind: ContentKind, name: str) -> Destination | None:
        """The page of that kind and name; the Unicode form of the name makes no difference."""
        return self.pages.get((kind, unicodedata.normalize("NFC", slug_of_name(name))))

    def names(self, kind: ContentKind) -> tuple[str, ...]:
        """Every name of a kind, for “did you mean”."""
        return tuple(sorted(name for of, name in self.pages if of == kind))


class Linkable(Protocol):
    """What is needed of a craft; its card has it."""

    @property
    def slug(self) -> Slug: ...
    @property
    def id(self) -> str | None: ...
    @property
    def anchors(self) -> tuple[str, ...]: ...


def address_of(kind: ContentKind, slug: str) -> UrlPath:
    """The address of an item: `/crafts/celadon-vase/`; a free page lives at `/about/`."""
    folder = FOLDERS[kind]
    return UrlPath(f"/{folder}/{slug}/" if folder else f"/{slug}/")


def known_pages(catalog: Catalog, crafts: Iterable[Linkable], book: AddressBook) -> Known:
    """The pages of a catalogue; `crafts` are the cards of its crafts, `book` knows where each page lives."""
    found: list[tuple[str, Destination]] = []

    def add(kind: ContentKind, slug: Slug, anchors: Iterable[str]) -> None:
        listing = book.listings[kind, slug]
        found.append((listing.id, Destination(kind, slug, listing.address, frozenset(anchors))))

    for craft in crafts:
        add("craft", craft.slug, (*CRAFT_ANCHORS, *craft.anchors))
    for record in (*catalog.masters, *catalog.showcases, *catalog.streams, *catalog.posts, *catalog.pages):
        if (kind := _kind_of(record.kind)) is not None:
            add(kind, record.slug, record.story.anchors)
    for tier in TIERS:
        add("tier", Slug(tier), ())
    pages: dict[tuple[ContentKind, str], Destination] = {}
    pages.update(((page.kind, unicodedata.normalize("NFC", name)), page) for name, page in found)
    pages.update(((page.kind, unicodedata.normalize("NFC", page.slug)), page) for _, page in found)
    return Known(pages)


def resolve(target: str, page_path: str, known: Known) -> Resolved | None:
    """Where `target` leads from the content file `page_path`; None where it leads nowhere (`follow` says why)."""
    followed = follow(target, page_path, known)
    return followed if isinstance(followed, Resolved) else None


def follow(target: str, page_path: str, known: Known) -> Resolved | Unresolved:
    """Where `target` leads from the content file `page_path`, or why it leads nowhere."""
    if not target:
        return Unresolved("empty", "")
    if re.search(r"[\x00-\x20\x7f-\x9f\u2028\u2029]", target):
        return Unresolved("form", target)
    decoded = target if re.match(r"(?i)https?:", target) else _decoded(target)
    if "\\" in decoded:
        return Unresolved("backslash", target)
    if decoded.startswith("//"):
        return Unresolved("host", target)
    if re.search(r"[\x00-\x1f\x7f-\x9f]", decoded):
        return Unresolved("form", target)
    if scheme := re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", target):
        return _by_scheme(scheme[1].lower(), target, target[scheme.end() :], known)
    path, _, fragment = target.partition("#")
    if not path:
        return _same_page(fragment, page_path, known)
    if path.startswith("/"):
        return _site_address(path, fragment, known)
    return _content_file(path, fragment, page_path, known)


def _decoded(target: str) -> str:
    for _ in range(4):
        target = unquote(target)
    return target


def _by_scheme(scheme: str, target: str, rest: str, known: Known) -> Resolved | Unresolved:
    if scheme in ("http", "https"):
        if names_a_user(target):
            return Unresolved("user", target)
        try:
            host = urlsplit(target).hostname if rest.startswith("//") else None
        except ValueError:
            host = None
        return Resolved("external", _NOWHERE, url=target) if host else Unresolved("form", target)
    if scheme in ("mailto", "tel"):
        form = r"[0-9+()-]{3,24}" if scheme == "tel" else r"[^@/?&\"<>]+@[A-Za-z0-9.-]+(\?[^\"<>]*)?"
        return Resolved("external", _NOWHERE, url=target) if re.fullmatch(form, rest) else Unresolved("form", target)
    if (kind := _KINDS.get(scheme)) is None:
        return Unresolved("scheme", scheme, (*FOLDERS, "https", "mailto", "tel"))
    name, _, fragment = rest.partition("#")
    return _page(kind, unquote(name), fragment, known)


def _page(kind: ContentKind, name: str, fragment: str, known: Known) -> Resolved | Unresolved:
    page = known.find(kind, name)
    if page is None:
        return Unresolved("unknown", name, known.names(kind), kind)
    return _at_anchor(page, fragment)


def _at_anchor(page: Destination, fragment: str) -> Resolved | Unresolved:
    """The page at an anchor; a heading of a story may be named by its own words."""
    wanted = unicodedata.normalize("NFC", unquote(fragment))
    if not wanted:
        return Resolved("internal", page.address)
    for anchor in (wanted, f"story-{wanted}", heading_anchor(wanted)):
        if anchor in page.anchors:
            return Resolved("internal", page.address, anchor)
    return Unresolved("anchor", wanted, tuple(sorted(one.removeprefix("story-") for one in page.anchors)))


def _same_page(fragment: str, page_path: str, known: Known) -> Resolved | Unresolved:
    page = _page_of_file(page_path, known)
    return _at_anchor(page, fragment) if page is not None else Unresolved("file", page_path)


def _content_file(path: str, fragment: str, page_path: str, known: Known) -> Resolved | Unresolved:
    joined = normpath(f"{dirname(page_path)}/{unquote(path)}")
    if not joined.startswith("content/"):
        return Unresolved("outside", path)
    if (page := _page_of_file(joined, known)) is not None:
        return _at_anchor(page, fragment)
    found = layout_of(joined)
    if found is None or (kind := _kind_of(found[0].kind)) is None:
        return Unresolved("file", path)
    return Unresolved("unknown", found[1], known.names(kind), kind)


def _page_of_file(path: str, known: Known) -> Destination | None:
    translation = translation_of(path)
    found = layout_of(path) or (layout_of(translation.original) if translation is not None else None)
    if found is None:
        return None
    return known.find(kind, found[1]) if (kind := _kind_of(found[0].kind)) is not None else None


def _kind_of(kind: Kind) -> ContentKind | None:
    """The kind of page that a file belongs to; none for the settings."""
    return None if kind in ("site", "tiers", "translation") else "craft" if kind == "customization" else kind


def _site_address(path: str, fragment: str, known: Known) -> Resolved | Unresolved:
    """An address from `/`: items must be known; lists, free pages and pages that the site makes itself are let through.

    What lies at the end of those is known only when every page is planned.
    """
    plain = unquote(path)
    steps = plain.partition("?")[0].removesuffix("index.html").strip("/").split("/")
    if any(step in (".", "..") for step in steps) or ("" in steps and steps != [""]):
        return Unresolved("form", path)
    kind = _BY_FOLDER.get(steps[0])
    if kind is not None and len(steps) == 2 and not re.search(_FILE, plain):
        return _page(kind, steps[1], fragment, known)
    if len(steps) == 1 and (page := known.find("page", steps[0])) is not None:
        return _at_anchor(page, fragment)
    ended = plain if plain.endswith("/") or re.search(rf"{_FILE}|\?", plain) else plain + "/"
    return Resolved("internal", UrlPath(ended), unicodedata.normalize("NFC", unquote(fragment)))
