"""The addresses in data: what script reads, the catalogue as JSON, JSON-LD.

A string is an address where its key says so, or its place in a row of the search index. Texts are left alone, for
a craft may well be called `/`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, cast

from ichsite.text.address import BaseUrl

_KEYS = frozenset(
    {
        *("url", "href", "src", "link", "self", "page", "pages", "first", "last", "next", "previous", "short", "home"),
        *("image", "images", "picture", "pictures", "thumbnail", "jpeg", "webp", "avif", "logo", "feed", "schema"),
        *("file", "qr", "address", "catalogue", "calendar", "replay", "watch"),
        *("streams", "calls", "polls", "ideas", "designs", "events", "feedback", "materials", "showcases"),
        *("item", "contentUrl", "thumbnailUrl", "embedUrl", "mainEntityOfPage", "sameAs", "$schema", "start_url"),
    }
)
_NAMES = frozenset({"@id", "$id"})
"""Keys of names that look like addresses: the page must be there, what stands behind `#` is part of the name."""
_FILES = frozenset({"shards", "pages", "files"})
"""Keys of lists that name the data files beside this one."""
_FILE = re.compile(r"[\w.-]+\.json")
_ROOTED = re.compile(r"/(?!/)\S*")


def data_addresses(text: str, base: BaseUrl) -> Iterator[str]:
    """Of a data file: pages by where they lie below the site's base, `/crafts/vase/` whatever the base is, or in
    full; other data files by where they lie beside it."""
    yield from (_below(one, base) for one in _walked(_parsed(text), ""))


def json_addresses(text: str) -> Iterator[str]:
    """Of JSON inside a page (JSON-LD): addresses as the page's own are written."""
    yield from _walked(_parsed(text), "")


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _below(address: str, base: BaseUrl) -> str:
    if not address.startswith("/") or address.startswith(base.path):
        return address
    return base.path + address[1:]


def _walked(value: Any, key: str) -> Iterator[str]:
    waiting: list[tuple[Any, str]] = [(value, key)]
    while waiting:
        one, name = waiting.pop()
        if isinstance(one, dict):
            waiting += [(inner, str(at)) for at, inner in cast("dict[str, Any]", one).items()]
        elif isinstance(one, list):
            members = cast("list[Any]", one)
            if _is_row(members):
                yield members[0]
            elif not members or not isinstance(members[0], (int, float)):
                waiting += [(inner, name) for inner in members]
        elif isinstance(one, str) and (address := _address(name, one)):
            yield address


def _address(key: str, text: str) -> str:
    """The address that a string under a key is; empty where it is none."""
    if key in _FILES and _FILE.fullmatch(text):
        return text
    if key not in _KEYS and key not in _NAMES:
        return ""
    address = text if _ROOTED.fullmatch(text) or _in_full(text) else ""
    return address.partition("#")[0] if key in _NAMES else address


def _in_full(text: str) -> bool:
    return text.startswith(("http://", "https://")) and not any(char.isspace() for char in text)


def _is_row(members: list[Any]) -> bool:
    """Whether these are a document of the search index: address, kind, title, line, second title."""
    return (
        len(members) in (5, 6)
        and isinstance(members[0], str)
        and type(members[1]) is int
        and _ROOTED.fullmatch(members[0]) is not None
    )
