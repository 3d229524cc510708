"""The socket: a port that is free, and the address at which a phone in the same network finds it."""

from __future__ import annotations

import errno
import socket
import sys
from contextlib import suppress

LOOPBACK, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104  only where --lan asks for it, with a warning
_TRIES = 20
_BUSY = (errno.EADDRINUSE, errno.EACCES) if sys.platform == "win32" else (errno.EADDRINUSE,)
_DOCUMENTATION = ("192.0.2.1", 9)
"""An address that nobody has (RFC 5737). A UDP socket that is bound for it sends nothing, but knows its own side."""


def open_door(port: int, *, lan: bool) -> socket.socket:
    """A listening socket at `port`, or at the next one that is free; 0 is any. Raises OSError where none of twenty is."""
    host = EVERYWHERE if lan else LOOPBACK
    last = OSError(errno.EADDRINUSE, "no port is free")
    for candidate in range(port, min(port + _TRIES, 65_536)):
        door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if sys.platform != "win32":  # there it would let two servers share a port
                door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind((host, candidate))
            door.listen(128)
            door.set_inheritable(False)
        except OSError as wrong:
            door.close()
            if wrong.errno not in _BUSY:
                raise
            last = wrong
        else:
            return door
    raise last


def port_of(door: socket.socket) -> int:
    """The port that a door has got."""
    return int(door.getsockname()[1])


def own_address() -> str | None:
    """This machine's address in its network, None where it is in none."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_DOCUMENTATION)
        address = str(probe.getsockname()[0])
        if not address.startswith("127.") and address != EVERYWHERE:
            return address
    return None
