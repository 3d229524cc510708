"""An address as a file names it, made into the place below the site's base that it leads to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import unquote, urljoin

from ichsite.text.address import BaseUrl

ASTRAY: Final = "\0"
"""In front of an address that begins with `/` and leaves the folder that the site lives in."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def place_of(address: str, page: str, base: BaseUrl) -> str | None:
    """Where `address` leads from the page at `page`, as `/crafts/vase/#days`, both below the base and not encoded;
    None where it leads to another site, or is no address of a file. `#days` alone stays as it is."""
    if address.startswith("#"):
        fragment = unquote(address[1:].partition(":~:")[0])
        # the top of a page needs no name (HTML, 7.4.6.4)
        return f"#{fragment}" if fragment and fragment.lower() != "top" else None
    if address.startswith("/") or _SCHEME.match(address):
        return _rooted(address, base.origin, base.path)
    return _rooted(urljoin(base.link_of_page(page), address), base.origin, base.path)


@lru_cache(maxsize=65_536)
def _rooted(address: str, origin: str, path: str) -> str | None:
    written = address
    if address.startswith("//"):
        address = origin.partition("//")[0] + address
    if found := _SCHEME.match(address):
        if found[0].lower() not in ("http:", "https:") or address[: len(origin)].lower() != origin.lower():
            return None
        address = address[len(origin) :]
        if not address.startswith(("/", "?", "#")) and address:
            return None  # a host that only begins with ours
        if not f"{unquote(re.split('[?#]', address)[0])}/".startswith(path):
            return None  # another site on the same host, named in full
    if "/." in address or "//" in address:
        address = urljoin(origin + path, address).removeprefix(origin)
    plain, _, fragment = address.partition("#")
    plain = unquote(plain.partition("?")[0]) or "/"
    fragment = unquote(fragment.partition(":~:")[0])
    if plain + "/" == path:
        plain = path
    if not plain.startswith(path):
        return ASTRAY + written
    inner = "/" + plain[len(path) :]
    return f"{inner}#{fragment}" if fragment and fragment.lower() != "top" else inner
