"""Who may ask: this machine by its own names, and on the live channel only the site's own pages.

A page of a stranger may make a browser send requests to 127.0.0.1, under a name of the stranger's that leads here.
Such a request names another host, or another origin, and is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

_OWN = frozenset({"localhost", "127.0.0.1", "::1"})


def is_own_host(host: str, reached: str | None) -> bool:
    """Whether a request's Host names this machine; `reached` is the address of ours that the connection came in by."""
    name = _host_of(f"http://{host}") if host else None
    if name is None:
        return False
    return name in _OWN or (reached is not None and _same_address(name, reached))


def is_own_page(headers: Mapping[str, str]) -> bool:
    """Whether the live channel is asked for by a page of this very server (its Host is checked already)."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or origin.lower() == f"http://{headers.get('host', '').lower()}"


def _host_of(address: str) -> str | None:
    """The host of an address, None where it has a user, a path or no host at all."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    if parts.username is not None or parts.path or parts.query or parts.fragment:
        return None
    return parts.hostname


def _same_address(name: str, reached: str) -> bool:
    try:
        return ip_address(name) == ip_address(reached)
    except ValueError:
        return False
