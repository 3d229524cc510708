"""Old addresses for hosts that redirect by themselves: the visitor is led on before a page is sent, with the status 302.

Not 301, which browsers keep for ever: an item may be renamed back, and what is gone may come back. What answers without any of this (a page that leads on) stays where it is; these are a shorter move.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from ichsite.text.address import BaseUrl, UrlPath


@dataclass(frozen=True)
class Move:
    """From an old address to a new one, both below the site's base and raw."""

    old: UrlPath
    new: UrlPath


def netlify(base: BaseUrl, moves: Iterable[Move]) -> str:
    """`_redirects` for Netlify; `!` because a file lies at every old address."""
    return "".join(f"{_sent(base, move.old)} {_sent(base, move.new)} 302!\n" for move in moves)


def cloudflare(base: BaseUrl, moves: Iterable[Move]) -> str:
    """`_redirects` for Cloudflare Pages, which tells an address without its last slash from one with it."""
    return "".join(f"{form} {_sent(base, move.new)} 302\n" for move in moves for form in _forms(_sent(base, move.old)))


def nginx(base: BaseUrl, moves: Iterable[Move]) -> str:
    """A map from the decoded address, to be included on the level of `http`."""
    lines = "".join(
        f'    "{form}" "{_sent(base, move.new)}";\n' for move in moves for form in _forms(_plain(base, move.old))
    )
    return (
        "# In `http`: include this file. In `server`, before any location:\n"
        "#     if ($ichsite_moved) { return 302 $ichsite_moved$is_args$args; }\n"
        "map_hash_bucket_size 1024;\nmap_hash_max_size 65536;\n"
        f'map $uri $ichsite_moved {{\n    default "";\n{lines}}}\n'
    )


def apache(base: BaseUrl, moves: Iterable[Move]) -> str:
    """Lines for `.htaccess` (mod_alias), which sees decoded addresses and encodes the target itself."""
    return "".join(
        f'RedirectMatch 302 "^{re.escape(_plain(base, move.old).removesuffix("/"))}/?$" "{_literal(base, move.new)}"\n'
        for move in moves
    )


def caddy(base: BaseUrl, moves: Iterable[Move]) -> str:
    """Lines for a Caddyfile."""
    return "".join(
        f"redir {form} {_sent(base, move.new)} temporary\n" for move in moves for form in _forms(_sent(base, move.old))
    )


def vercel(base: BaseUrl, moves: Iterable[Move]) -> str:
    """`vercel.json`; join it with one that is there already."""
    rules = [
        {"source": form, "destination": _sent(base, move.new), "permanent": False}
        for move in moves
        for form in _forms(_sent(base, move.old))
    ]
    return json.dumps({"redirects": rules}, indent=2) + "\n"


HOSTS: Mapping[str, Callable[[BaseUrl, Iterable[Move]], str]] = {
    "netlify": netlify,
    "cloudflare": cloudflare,
    "nginx": nginx,
    "apache": apache,
    "caddy": caddy,
    "vercel": vercel,
}
MOST: Mapping[str, int] = {"cloudflare": 2000, "vercel": 2048}
"""How many lines a host takes, by its own documentation (read 2026-11); the others name no limit."""


def _sent(base: BaseUrl, url: UrlPath) -> str:
    """As a browser sends it: percent-encoded down to letters, digits, `-`, `.`, `_`, `~` and `/`."""
    return quote(_plain(base, url), safe="/")


def _literal(base: BaseUrl, url: UrlPath) -> str:
    """As it is, but that a `$` stands for itself and for no group."""
    return _plain(base, url).replace("$", "\\$")


def _plain(base: BaseUrl, url: UrlPath) -> str:
    return base.path + url.lstrip("/")


def _forms(address: str) -> tuple[str, ...]:
    """With the last slash and without it."""
    return (address, address.removesuffix("/")) if address.endswith("/") and address != "/" else (address,)
