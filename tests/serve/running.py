"""`ichsite serve` as a process of its own, followed by what it says as JSON."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.sites_support import TODAY

PATIENCE_SECONDS = 60.0


class Running:
    """The process; `heard` is everything that it has said so far."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.heard: list[dict[str, Any]] = []
        self._lines: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def next(self, event: str, **wanted: object) -> dict[str, Any]:
        """The next thing of that kind that it says."""
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            line = self._lines.get(timeout=max(0.1, until - time.monotonic()))
            assert line, f"ended, having said {self.heard}"
            said = json.loads(line)
            self.heard.append(said)
            if said["event"] == event and all(said.get(name) == value for name, value in wanted.items()):
                return said

    def settled(self, seconds: float) -> list[dict[str, Any]]:
        """What else it says until it has been quiet for so long."""
        said: list[dict[str, Any]] = []
        while True:
            try:
                said.append(json.loads(self._lines.get(timeout=seconds)))
            except queue.Empty:
                self.heard += said
                return said

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(b"")


@contextmanager
def running(root: Path, *options: str) -> Iterator[Running]:
    """Serves a project on any port until the end of the block."""
    command = [sys.executable, "-m", "ichsite", "-C", str(root), "serve", "--json", "--port", "0", "--jobs", "1"]
    environment = {**os.environ, "ICHSITE_LANG": "zh-CN", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        [*command, "--today", TODAY, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )
    try:
        yield Running(process)
    finally:
        if process.poll() is None:
            process.terminate()
        try:
            process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
