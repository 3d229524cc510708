"""A plain server for the tests: it sends a strict policy, keeps what browsers report, and is slow with pictures.

As static hosts do, it answers an unknown address with the site's 404.html and the status 404.
"""

from __future__ import annotations

import functools
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

REPORTS = "/policy-report"
POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "media", "connect")),
        "form-action 'self'",
        "base-uri 'none'",
        f"report-uri {REPORTS}",
    )
)
"""Nothing inline, nothing from elsewhere, no `data:` and no `blob:`."""

LATE = {".webp": 0.06, ".jpg": 0.06, ".png": 0.06, ".js": 0.03}
"""Seconds that a file keeps a page waiting, so that a page is painted before they come and a shift would be seen."""


@dataclass(frozen=True)
class Served:
    """Where the home page is, and what browsers reported against the policy since the server began."""

    home: str
    reports: list[str]


@contextmanager
def serving(folder: Path, base: str = "/", *, late: bool = False) -> Iterator[Served]:
    """Serves a folder on this machine alone; under a base path, the folder must hold that path."""
    reports: list[str] = []
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0),
        functools.partial(
            _Handler, directory=str(folder), missing=folder / base.strip("/") / "404.html", reports=reports, late=late
        ),
    )
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield Served(f"http://127.0.0.1:{server.server_port}{base}", reports)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, missing: Path, reports: list[str], late: bool, **named: Any) -> None:
        self.missing, self.reports, self.late = missing, reports, late
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        if self.late:
            time.sleep(LATE.get(Path(self.path).suffix, 0))
        super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND or not self.missing.is_file():
            super().send_error(code, message, explain)
            return
        page = self.missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    def do_POST(self) -> None:
        said = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if self.path == REPORTS:
            report = json.loads(said).get("csp-report", {})
            self.reports.append(f"{report.get('document-uri')}: {report.get('violated-directive')}")
        self.send_response(204)
        self.end_headers()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""
