"""Addresses: slugs, URL paths and output paths, each a type of its own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Literal, NewType, get_args
from urllib.parse import quote, urlsplit

Slug = NewType("Slug", str)
UrlPath = NewType("UrlPath", str)
"""A path below the site's base, starting with `/` and raw (not percent-encoded), such as `/crafts/celadon-vase/`."""
ItemKind = Literal[
    "craft",
    "master",
    "showcase",
    "stream",
    "call",
    "poll",
    "idea",
    "design",
    "audience",
    "material",
    "event",
    "feedback",
    "post",
    "page",
]
"""The kinds of items: each has a page, an address in the ledger and a short code, and links by its name (`craft:…`).

Searches list them, and stories may link to them, in this order.
"""
ITEM_KINDS: tuple[ItemKind, ...] = get_args(ItemKind)
ContentKind = Literal[ItemKind, "tier"]
"""The kinds of content that have pages of their own."""
CONTENT_KINDS: tuple[ContentKind, ...] = get_args(ContentKind)
OutputPath = NewType("OutputPath", str)
"""A file below the output folder, `/` between its parts, such as `crafts/celadon-vase/index.html`."""

RESERVED_SLUGS = frozenset(
    {"404", "assets", "index", "page", "api", "s", "feed", "sitemap", "robots", "overlay", "kit", "en", "zh-cn"}
)
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*%#&;=@+\s]')
SLUG_BYTES = 120
_KEPT_CHARACTERS = 20


@dataclass(frozen=True)
class BaseUrl:
    """Where the site lives: `origin` without a slash, `path` from slash to slash (`/` or `/repo/`).

    `tree` is the folder of a further language, such as `en`; pages link to pages of their own tree,
    and all trees share what is no page in a language (`is_shared`).
    """

    origin: str
    path: str
    tree: str = ""

    def link(self, target: UrlPath, tree: str | None = None) -> str:
        """The address inside the site for an `href`: percent-encoded, with the sub-path and the tree (or another one)."""
        folder = self.tree if tree is None else tree
        inner = target.lstrip("/") if not folder or is_shared(target) else f"{folder}/{target.lstrip('/')}"
        return quote(self.path + inner, safe="/#?=&")

    def link_of_page(self, page: str) -> str:
        """The full address of what is published at `page` below the base, whatever its language."""
        return self.origin + quote(self.path + page.lstrip("/"), safe="/")

    def absolute(self, target: UrlPath, tree: str | None = None) -> str:
        """The full address, for feeds, `canonical` and the sitemap."""
        return self.origin + self.link(target, tree)


def parse_base_url(text: str) -> BaseUrl:
    """A `BaseUrl` from its text; ValueError says (in English) what is wrong."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as wrong:
        raise ValueError(str(wrong)) from None
    if parts.scheme not in ("http", "https"):
        raise ValueError("it must start with https:// or http://")
    if not parts.hostname or parts.username or parts.query or parts.fragment or "\\" in text or port == 0:
        raise ValueError("it must be a host and perhaps a path, without user, query or #")
    if not re.fullmatch(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\]", parts.netloc.rsplit(":", 1)[0].lower()):
        raise ValueError("the host name has characters that no host name has")
    steps = [step for step in parts.path.split("/") if step]
    if any(step in (".", "..") or _FORBIDDEN.search(step) for step in steps):
        raise ValueError("the path has a part that cannot stand in an address")
    return BaseUrl(f"{parts.scheme}://{parts.netloc.lower()}", "/" + "".join(f"{step}/" for step in steps))


def slug_fault(text: str) -> str | None:
    """Why `text` cannot be a slug: `empty`, `character`, `dot`, `device`, `reserved`, `long`; None where it can."""
    if not text:
        return "empty"
    # without spaces, what cannot be printed is of the categories Cc, Cf, Cs, Co and Cn
    if _FORBIDDEN.search(text) or not text.isprintable():
        return "character"
    if text.startswith(".") or text.endswith("."):
        return "dot"
    if is_device(text):
        return "device"
    if text.casefold() in RESERVED_SLUGS:
        return "reserved"
    if len(text.encode("utf-8")) > SLUG_BYTES:
        return "long"
    return None


def is_device(name: str) -> bool:
    """Whether Windows takes a file's name for a device: `con`, `aux.md`, `LPT1 .txt`."""
    return name.split(".")[0].rstrip().casefold() in _DEVICES


def slug_of_name(name: str) -> Slug:
    """The slug of a folder's name: the name itself, or its first 20 characters and a hash where it is too long."""
    if slug_fault(name) != "long":
        return Slug(name)
    whole = unicodedata.normalize("NFC", name)
    digest = blake2b(whole.encode(), digest_size=3).hexdigest()
    return Slug(f"{whole[:_KEPT_CHARACTERS].rstrip('.-')}-{digest}")


def last_step(url: UrlPath) -> Slug:
    """`/tags/silver/` ends with `silver`."""
    return Slug(url.strip("/").rpartition("/")[2])


def names_a_user(url: str) -> bool:
    """Whether a web address has user information before its host, as a browser reads it: `https://a@b/` leads to `b`."""
    authority = re.match(r"(?i)\s*https?:[/\\]*([^/\\?#]*)", url)
    return authority is not None and "@" in authority[1]


def is_shared(url: UrlPath) -> bool:
    """Whether an address is one for all languages of a site: its pictures, styles and data, its short addresses, what machines ask for."""
    if url.startswith("/sitemap-"):
        return re.fullmatch(r"/sitemap-\d+\.xml", url) is not None
    if url.startswith(("/assets/", "/s/")):
        return url != "/s/"  # the page where a code is typed speaks a language
    return url in ("/404.html", "/robots.txt", "/sitemap.xml") or (
        url.startswith("/promises/") and url.endswith("/terms.json")
    )


@lru_cache(100_000)
def output_of(url: UrlPath, tree: str = "") -> OutputPath:
    """The file that answers an address: `/a/` is `a/index.html`, `/feed.xml` is `feed.xml`; in a tree, below its folder."""
    path = url.lstrip("/")
    if tree and not is_shared(url):
        path = f"{tree}/{path}"
    return OutputPath(path + "index.html" if not path or path.endswith("/") else path)


def collision_key(path: OutputPath) -> str:
    """Two output paths with one key are one file on some disk: letter case and Unicode form make no difference."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
