"""One address asked: HEAD, then GET where that is refused; redirects followed; no body read; ten seconds a step."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

from ichsite.external.host import Inside, NoHost, vetted
from ichsite.text.address import names_a_user

Outcome = Literal[
    "fine", "moved", "gone", "unsure", "busy", "failing", "slow", "unreachable", "astray", "inside", "unasked"
]
REDIRECTS = 5
_PERMANENT = (301, 308)
_REDIRECTING = (301, 302, 303, 307, 308)
_TRY_GET = (400, 403, 404, 405, 501)
"""What servers say to a HEAD that they do not like; what they say to a GET counts."""
_AS_WRITTEN = "%/:?#[]@!$&'()*+,;=-._~"


@dataclass(frozen=True)
class Answer:
    """What became of an address: `status` of the last answer (0 for none), `target` where a redirect leads,
    `wait` what Retry-After says."""

    outcome: Outcome
    status: int = 0
    target: str = ""
    wait: str = ""


@dataclass(frozen=True)
class Manners:
    """How is asked. `inside`: hosts in private networks that may be asked, `everywhere` all of them (tests).

    `turn` gives the turn at a host: one question at a time.
    """

    agent: str
    seconds: float = 10.0
    pause: float = 0.5
    at_once: int = 4
    inside: frozenset[str] = frozenset()
    everywhere: bool = False
    turn: Callable[[str], AbstractContextManager[object]] = field(default=lambda _: nullcontext())


@dataclass(frozen=True)
class _Said:
    status: int
    location: str = ""
    wait: str = ""


def ask(url: str, manners: Manners) -> Answer:
    """Asks for one address. Never raises for what the other side does."""
    now, permanent, seen = url, True, {url}
    moved = ""
    for _ in range(REDIRECTS + 1):
        said = _asked(now, manners)
        if isinstance(said, Answer):
            return said
        if said.status not in _REDIRECTING or not said.location:
            answer = _judged(said)
            return Answer("moved", said.status, moved) if answer.outcome == "fine" and moved else answer
        target = urljoin(now, said.location)
        if not re.match(r"(?i)https?://[^/?#]", target) or names_a_user(target):
            return Answer("astray", said.status, target)
        permanent = permanent and said.status in _PERMANENT
        if permanent:
            moved = target
        if target in seen:
            return Answer("astray", said.status, target)
        seen.add(target)
        now = target
    return Answer("astray", 0, now)


def _judged(said: _Said) -> Answer:
    status = said.status
    if status == 429:
        return Answer("busy", status, wait=said.wait)
    if status in (404, 410):
        return Answer("gone", status)
    if status >= 500:
        return Answer("failing", status)
    # 401, 403, 451 and the like: a person may well get through where a program does not
    return Answer("unsure" if status >= 400 else "fine", status)


def _asked(url: str, manners: Manners) -> _Said | Answer:
    """What one host says to HEAD, or to GET, without following."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme.lower() == "https" else 80)
        named = host if host.isascii() else host.encode("idna").decode()
        path = quote(parts.path or "/", safe=_AS_WRITTEN) + (
            f"?{quote(parts.query, safe=_AS_WRITTEN)}" if parts.query else ""
        )
    except (ValueError, UnicodeError):
        return Answer("unreachable")
    try:
        with manners.turn(named):
            address = vetted(named, port, inside=manners.everywhere or named in manners.inside)
            said = _Line(named, port, address, manners, secure=parts.scheme.lower() == "https").say("HEAD", path)
            if said.status in _TRY_GET:
                said = _Line(named, port, address, manners, secure=parts.scheme.lower() == "https").say("GET", path)
            return said
    except Inside:
        return Answer("inside")
    except TimeoutError:
        return Answer("slow")
    except (NoHost, OSError, http.client.HTTPException, ValueError):
        return Answer("unreachable")


@dataclass(frozen=True)
class _Line:
    """A connection to a vetted address, for one question."""

    host: str
    port: int
    address: tuple[socket.AddressFamily, str]
    manners: Manners
    secure: bool

    def say(self, method: str, path: str) -> _Said:
        line = http.client.HTTPConnection(self.host, self.port)
        family, address = self.address
        plain = socket.socket(family, socket.SOCK_STREAM)
        late = threading.Event()

        def cut() -> None:
            # a server that sends a byte a second never runs into the socket's own limit
            late.set()
            with suppress(OSError):
                plain.shutdown(socket.SHUT_RDWR)

        timer = threading.Timer(self.manners.seconds, cut)
        timer.daemon = True
        timer.start()
        wrapped = plain
        try:
            plain.settimeout(self.manners.seconds)
            plain.connect((address, self.port))
            if self.secure:
                wrapped = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)
            line.sock = wrapped
            line.putrequest(method, path, skip_accept_encoding=True)
            for name, value in (("User-Agent", self.manners.agent), ("Accept", "*/*"), ("Connection", "close")):
                line.putheader(name, value)
            line.endheaders()
            answer = line.getresponse()
            return _Said(answer.status, answer.getheader("Location", ""), answer.getheader("Retry-After", "")[:40])
        except (OSError, http.client.HTTPException):
            if late.is_set():
                raise TimeoutError from None
            raise
        finally:
            timer.cancel()
            line.close()
            wrapped.close()
            plain.close()
