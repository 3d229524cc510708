"""Which hosts are asked: no placeholders, and nothing inside the network that the author happens to sit in."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_PLACEHOLDERS = ("example", "test", "invalid", "localhost", "example.com", "example.net", "example.org")
"""RFC 2606 and 6761: names that nobody has."""
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("::ffff:0:0/96"), IPv6Network("::/96"))
_SIX_TO_FOUR = IPv6Network("2002::/16")

Address = IPv4Address | IPv6Address


class Inside(Exception):
    """A host that is on this machine or in a private network."""


class NoHost(Exception):
    """A name that no address is known for."""


def is_placeholder(host: str) -> bool:
    """Whether a host is one of the names that stand for others in examples."""
    name = host.lower().rstrip(".")
    return any(name == one or name.endswith(f".{one}") for one in _PLACEHOLDERS)


def vetted(host: str, port: int, *, inside: bool) -> tuple[socket.AddressFamily, str]:
    """One address of the host, which is then connected to, so that a second look-up cannot lead elsewhere.

    Raises Inside where any of its addresses is not public, unless `inside` ones may be asked; NoHost.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as wrong:
        raise NoHost(host) from wrong
    addresses = [(family, str(place[0])) for family, _, _, _, place in found]
    if not addresses:
        raise NoHost(host)
    if not inside and not all(is_public(ip_address(address.partition("%")[0])) for _, address in addresses):
        raise Inside(host)
    # the old form first: it works where the new one is only half set up
    return min(addresses, key=lambda one: one[0] != socket.AF_INET)


def is_public(address: Address) -> bool:
    """Whether an address is one of the open net's; what wraps an IPv4 address is as public as that one."""
    if isinstance(address, IPv6Address):
        if any(address in network for network in _TRANSLATED):
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
        if address in _SIX_TO_FOUR:
            return is_public(IPv4Address((int(address) >> 80) & 0xFFFFFFFF))
    return address.is_global and not address.is_multicast
