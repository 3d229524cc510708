"""Links in stories: from what an author wrote to an address, decided in one place for the checks and the renderer.

    craft:ID master:ID showcase:ID stream:ID call:ID poll:ID idea:ID design:ID audience:ID material:ID event:ID feedback:ID post:ID page:ID tier:element     by kind, with `#anchor` where wanted
    #anchor                                                                   on the same page
    ../silver/index.md                                                        a content file, relative to this one
    /crafts/silver/ /search/?q=…                                              an address of the site
    https://… http://… mailto:… tel:…                                         outside, or the site's own in full

Everything else is refused: `//host` and `\\` mean another site to a browser, whatever they look like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from posixpath import dirname, normpath
from typing import Literal, TypeGuard
from urllib.parse import quote, unquote, urlsplit

from ichsite.catalog.known import Destination, Known, composed, kind_of
from ichsite.catalog.urls import ASKED, EVERY_ANCHOR, numbered
from ichsite.decode.kinds import layout_of, translation_of
from ichsite.decode.story import heading_anchor
from ichsite.text.address import BaseUrl, ContentKind, UrlPath, names_a_user

FOLDERS: dict[ContentKind, str] = {
    "craft": "crafts",
    "master": "masters",
    "showcase": "showcases",
    "stream": "streams",
    "call": "calls",
    "material": "materials",
    "audience": "for",
    "poll": "polls",
    "idea": "ideas",
    "design": "designs",
    "event": "events",
    "feedback": "feedback",
    "post": "posts",
    "page": "",
    "tier": "tiers",
}
"""Under which part of the address a kind lives; free pages live at the top."""
_KINDS: dict[str, ContentKind] = {kind: kind for kind in FOLDERS}
_BY_FOLDER: dict[str, ContentKind] = {folder: kind for kind, folder in FOLDERS.items() if folder}
_FILE = r"(?<!/index)\.[a-z0-9]{1,5}$"
_NOWHERE = UrlPath("")
_AS_WRITTEN = "%.~!$'()*+,;:@/?=&-_"
_QUERY = re.compile(r"(?:[\w.~!$'()*+,;:@/?=&-]|%[0-9A-Fa-f]{2})*")
Fault = Literal[
    "empty", "form", "host", "user", "backslash", "scheme", "outside", "file", "unknown", "anchor",
    "address", "case", "numbered", "assets", "query", "later",
]  # fmt: skip


@dataclass(frozen=True)
class Resolved:
    """Where a link leads: inside, `path` and `fragment` (raw, without `#`); outside, `url` as it was written.

    `query` is what the page's script reads, as it was written; `tree` the folder of another language, where one was
    named.
    """

    kind: Literal["internal", "external"]
    path: UrlPath
    fragment: str = ""
    url: str = ""
    query: str = ""
    tree: str | None = None

    def href(self, base: BaseUrl) -> str:
        """The value of `href` on a site that lives at `base`."""
        if self.kind == "external":
            return self.url
        asked = f"?{quote(self.query, safe=_AS_WRITTEN)}" if self.query else ""
        return base.link(self.path, self.tree) + asked + (f"#{quote(self.fragment)}" if self.fragment else "")


@dataclass(frozen=True)
class Unresolved:
    """Why a link leads nowhere: the fault, what it is about, and the names that it might have meant.

    For the fault `unknown`, `kind` is the kind of page and `about` its name.
    """

    fault: Fault
    about: str
    known: tuple[str, ...] = ()
    kind: ContentKind | None = None


def address_of(kind: ContentKind, slug: str) -> UrlPath:
    """The address of an item: `/crafts/celadon-vase/`; a free page lives at `/about/`."""
    folder = FOLDERS[kind]
    return UrlPath(f"/{folder}/{slug}/" if folder else f"/{slug}/")


def resolve(target: str, page_path: str, known: Known) -> Resolved | None:
    """Where `target` leads from the content file `page_path`; None where it leads nowhere (`follow` says why)."""
    followed = follow(target, page_path, known)
    return followed if isinstance(followed, Resolved) else None


def follow(target: str, page_path: str, known: Known) -> Resolved | Unresolved:
    """Where `target` leads from the content file `page_path`, or why it leads nowhere."""
    asked = target, page_path
    found = known.followed.get(asked)
    if not isinstance(found, Resolved | Unresolved):
        found = known.followed[asked] = _out(_followed(target, page_path, known), page_path, known)
    return found


def _out(found: Resolved | Unresolved, page_path: str, known: Known) -> Resolved | Unresolved:
    """What was found, unless it is not out yet."""
    if isinstance(found, Unresolved) or found.kind == "external" or known.today is None:
        return found
    page = known.at(found.path)
    if page is None or page.begins is None or page.begins <= known.today:
        return found
    own = _page_of_file(page_path, known)
    # a post that is not out yet may point at what is out with it, and at itself
    waits = own is not None and own.begins is not None and own.begins >= page.begins
    return found if waits else Unresolved("later", page.begins.isoformat())


def _followed(target: str, page_path: str, known: Known) -> Resolved | Unresolved:
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
        if (own := _own_address(target, known)) is not None:
            path, _, fragment = own.partition("#")
            return _site_address(path, fragment, known)
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


def _own_address(target: str, known: Known) -> str | None:
    """The part below the site's home of an address that was written in full; None for other sites."""
    if not known.home:
        return None
    start = known.home.removesuffix("/")
    if target[: len(start)].lower() != start.lower() or target[len(start) : len(start) + 1] not in ("", "/", "#", "?"):
        return None
    rest = target[len(start) :]
    return rest if rest.startswith("/") else f"/{rest}"


def _page(kind: ContentKind, name: str, fragment: str, known: Known) -> Resolved | Unresolved:
    page = known.find(kind, name)
    if page is None:
        if (right := known.name_but_for_case(kind, name)) is not None:
            return Unresolved("case", f"{kind}:{name}", (f"{kind}:{right}",))
        return Unresolved("unknown", name, known.names(kind), kind)
    return _at_anchor(page, fragment)


def _at_anchor(page: Destination, fragment: str) -> Resolved | Unresolved:
    """The page at an anchor; a heading of a story may be named by its own words."""
    wanted = composed(unquote(fragment))
    if not wanted:
        return Resolved("internal", page.address)
    for anchor in (wanted, f"story-{wanted}", heading_anchor(wanted)):
        if anchor in page.anchors:
            return Resolved("internal", page.address, anchor)
    named = page.anchors.difference(EVERY_ANCHOR)
    return Unresolved("anchor", wanted, tuple(sorted(one.removeprefix("story-") for one in named)))


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
    if found is None or (kind := kind_of(found[0].kind)) is None:
        return Unresolved("file", path)
    return Unresolved("unknown", found[1], known.names(kind), kind)


def _page_of_file(path: str, known: Known) -> Destination | None:
    translation = translation_of(path)
    found = layout_of(path) or (layout_of(translation.original) if translation is not None else None)
    if found is None:
        return None
    return known.find(kind, found[1]) if (kind := kind_of(found[0].kind)) is not None else None


def _site_address(path: str, fragment: str, known: Known) -> Resolved | Unresolved:
    """An address from `/`: a page that there is, current or former, in this language or, by its folder, in another."""
    raw, _, query = path.partition("?")
    plain = composed(unquote(raw))
    steps = plain.removesuffix("index.html").strip("/").split("/")
    if any(step in (".", "..") for step in steps) or ("" in steps and steps != [""]) or not _QUERY.fullmatch(query):
        return Unresolved("form", path)
    if steps[0] == "assets":
        return Unresolved("assets", plain)
    if steps[0] in known.trees and not {*steps[1:2]} & known.trees:
        found = _site_address("/" + raw.removeprefix("/").partition("/")[2], "", known)
        # its headings are in another language, so that their anchors are not known here
        return replace(found, fragment=composed(unquote(fragment)), tree=steps[0]) if _leads(found) else found
    address = plain.removesuffix("index.html") if plain.endswith("/index.html") else plain
    page = known.at(address) or (known.at(f"{address}/") if not re.search(_FILE, address) else None)
    if page is None:
        return _unknown_address(address, steps, fragment, known)
    if query and page.address not in ASKED:
        return Unresolved("query", f"?{query}")
    found = _at_anchor(page, fragment)
    return replace(found, query=query) if query and _leads(found) else found


def _leads(found: Resolved | Unresolved) -> TypeGuard[Resolved]:
    return isinstance(found, Resolved)


def _unknown_address(address: str, steps: list[str], fragment: str, known: Known) -> Resolved | Unresolved:
    """What an address without a page was meant to be."""
    kind = _BY_FOLDER.get(steps[0])
    by_name = kind is not None and len(steps) == 2 and not re.search(_FILE, address)
    if by_name and kind is not None and (page := known.find(kind, steps[1])) is not None:
        return _at_anchor(page, fragment)
    ended = address if address.endswith("/") or re.search(_FILE, address) else f"{address}/"
    if (right := known.address_but_for_case(ended)) is not None:
        return Unresolved("case", ended, (right,))
    if by_name and kind is not None:
        return Unresolved("unknown", steps[1], known.names(kind), kind)
    numbered_page = re.fullmatch(r"(/.*/)page/([0-9]{1,9})/", ended)
    if numbered_page is not None and (first := known.at(numbered_page[1])) is not None:
        last = known.last_page(first.address)
        return Unresolved("numbered", ended, (numbered(first.address, last),))
    near = (one for one in known.addresses if one.startswith(f"/{steps[0]}/") or one.count("/") <= 2)
    return Unresolved("address", ended, tuple(sorted(near)))
