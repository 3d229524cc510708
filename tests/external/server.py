"""A server on 127.0.0.1 that behaves in every way a link can meet, and remembers what it was asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

REDIRECTS = {
    "/moved": (301, "/fine"),
    "/for-good": (308, "/moved"),
    "/for-now": (302, "/fine"),
    "/for-now-then-good": (302, "/moved"),
    "/moved-to-nothing": (301, "/gone"),
    "/circle": (302, "/circle-2"),
    "/circle-2": (302, "/circle"),
    "/to-file": (302, "file:///etc/passwd"),
    "/to-script": (301, "javascript:alert(1)"),
    "/to-user": (302, "http://somebody@127.0.0.1/"),
}
STATUS = {"/gone": 404, "/gone-for-good": 410, "/broken": 500, "/away": 503, "/closed": 403, "/sign-in": 401}


@dataclass
class Watched:
    """The server's address, every question as (method, path, agent), and the most at one moment."""

    home: str
    asked: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])
    now: int = 0
    most: int = 0
    sent: int = 0

    def paths(self, method: str = "HEAD") -> list[str]:
        """What was asked for with that method."""
        return [path for how, path, _ in self.asked if how == method]


@contextmanager
def served(host: str = "127.0.0.1", watched: Watched | None = None) -> Generator[Watched]:
    """The server while it runs; several may share what is `watched`."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        counted = False

        def do_HEAD(self) -> None:
            self.answer("HEAD")

        def do_GET(self) -> None:
            self.answer("GET")

        def answer(self, method: str) -> None:
            with lock:
                seen.asked.append((method, self.path, self.headers.get("User-Agent", "")))
                seen.now += 1
                seen.most = max(seen.most, seen.now)
                self.counted = True
            try:
                self.say(method)
            except OSError:
                pass  # the other side has heard enough
            finally:
                self.counted_out()

        def counted_out(self) -> None:
            """Before the answer is sent: once it is there, the other side may ask again before we are done here."""
            with lock:
                seen.now -= self.counted
                self.counted = False

        def say(self, method: str) -> None:
            path = self.path.partition("?")[0]
            if path.startswith("/a-while"):
                time.sleep(0.05)
            if path in REDIRECTS:
                status, target = REDIRECTS[path]
                self.head(status, Location=target)
            elif path.startswith("/hop-"):
                self.head(302, Location=f"/hop-{int(path[5:]) - 1}" if path != "/hop-0" else "/fine")
            elif path == "/no-head" and method == "HEAD":
                self.head(405)
            elif path == "/unmade-head" and method == "HEAD":
                self.head(501)
            elif path == "/busy":
                self.head(429, **{"Retry-After": "120"})
            elif path == "/slow":
                time.sleep(1.5)
                self.head(200)
            elif path == "/drip":
                for char in "HTTP/1.1 200 OK\r\nX-Long: " + "a" * 40:
                    self.wfile.write(char.encode())
                    self.wfile.flush()
                    time.sleep(0.1)
            elif path == "/endless":
                if method == "HEAD":
                    self.head(405)
                    return
                self.send_response(200)
                self.end_headers()
                while True:
                    self.wfile.write(b"a" * 65536)
                    seen.sent += 65536
            elif path == "/nonsense":
                self.wfile.write(b"\x00\x01 no http\r\n\r\n")
            else:
                self.head(STATUS.get(path, 200))

        def head(self, status: int, **headers: str) -> None:
            self.counted_out()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    class Server(ThreadingHTTPServer):
        daemon_threads = True

    with Server((host, 0), Handler) as server:
        home = f"http://{host}:{server.server_address[1]}"
        seen = watched if watched is not None else Watched(home)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield Watched(home) if watched is not None else seen
        finally:
            server.shutdown()
            thread.join()
