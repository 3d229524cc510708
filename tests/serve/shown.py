"""A folder that is served as a site, in a thread of this process, and raw requests to it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ichsite.serve.doorway import open_door, port_of
from ichsite.serve.patience import PatientProtocol
from ichsite.serve.screen import Screen
from ichsite.serve.server import serving

PAGE = "<!doctype html><html><head><title>壹</title></head><body><h1>壹</h1></body></html>"


@dataclass(frozen=True)
class Answer:
    """What came back: everything before the empty line in lower case, and the rest."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int
    screen: Screen

    def get(self, target: str, *lines: str, method: str = "GET", host: str | None = None) -> Answer:
        """One request as it is written, on a connection of its own."""
        head = [f"{method} {target} HTTP/1.1", f"Host: {host or f'127.0.0.1:{self.port}'}", *lines, "Connection: close"]
        return parsed(self.send(("\r\n".join(head) + "\r\n\r\n").encode("utf-8")))

    def send(self, data: bytes, timeout: float = 10.0) -> bytes:
        """Everything that comes back until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout) as wire:
            wire.sendall(data)
            return b"".join(iter(lambda: wire.recv(65_536), b""))


def parsed(data: bytes) -> Answer:
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.split(":", 1) for line in lines)
    return Answer(int(first.split()[1]), {name.lower(): value.strip() for name, value in pairs}, body)


@contextmanager
def shown(
    folder: Path, base_path: str = "/", *, live: bool = True, protocol: type[PatientProtocol] = PatientProtocol
) -> Iterator[Server]:
    """Serves a folder as the last good site."""
    screen = Screen("zh-CN", live=live)
    with open_door(0, lan=False) as door, serving(screen, door, protocol):
        screen.show(folder, base_path, True, styles_only=False)
        yield Server(port_of(door), screen)


def small_site(folder: Path) -> Path:
    """A site of a few files, with a secret beside it."""
    site = folder / "site"
    for path, text in {
        "index.html": PAGE,
        "404.html": "<!doctype html><html><body>没有这一页</body></html>",
        "crafts/青瓷/index.html": PAGE,
        "assets/site.css": "h1 { color: green }",
        "assets/finding.js": "let a = 1;",
        "api/v1/crafts.json": "[]",
        "calendar.ics": "BEGIN:VCALENDAR",
        "digits.txt": "0123456789",
        ".hidden": "hidden",
    }.items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / "secret.txt").write_text("secret", "utf-8")
    return site
