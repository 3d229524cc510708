"""One run of the command line measured: wall, CPU of all its processes, memory of all its processes (Linux)."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
_SAMPLE_SECONDS = 0.01
_PROPORTIONAL_EVERY = 5
"""The system walks all pages of a process for this one."""
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Cost:
    """Seconds and bytes. `together` is the highest sum over all processes of one moment, where pages that they
    share count once for each; `proportional` is the same sum with each shared page counted once in all (PSS);
    `largest` is the highest of a single process. All are sampled: the system's own `ru_maxrss` of a child begins
    with what its parent had when it was started."""

    wall: float
    cpu: float
    together: int
    largest: int
    proportional: int = 0


class Failed(Exception):
    """The command did not do what was to be measured."""


def ichsite(root: Path, *arguments: str) -> Cost:
    """Runs `python -m ichsite` in `root` and measures it; raises Failed where it does not end with 0."""
    command = [sys.executable, "-m", "ichsite", "-C", str(root), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as it is for everybody else: compiled once
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment
    ) as process:
        watch = _Watch(process.pid)
        watch.start()
        said = process.stderr.read() if process.stderr is not None else b""
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
    if process.returncode:
        raise Failed(said.decode("utf-8", "replace"))
    return Cost(wall, used.ru_utime + used.ru_stime, watch.together, watch.largest, watch.proportional)


class _Watch(threading.Thread):
    """Samples the memory of a process and of everything below it."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.together, self.largest, self.proportional = pid, 0, 0, 0
        self._over = threading.Event()

    def run(self) -> None:
        turn = 0
        while not self._over.wait(_SAMPLE_SECONDS):
            family = _family(self.pid)
            sizes = [_resident(pid) for pid in family]
            if turn % _PROPORTIONAL_EVERY == 0:
                self.proportional = max(self.proportional, sum(map(_proportional, family)))
            turn += 1
            self.together = max(self.together, sum(sizes))
            self.largest = max(self.largest, *sizes, 0)

    def stop(self) -> None:
        """Ends the sampling."""
        self._over.set()
        self.join()


def _family(pid: int) -> list[int]:
    found, waiting = [pid], [pid]
    while waiting:
        one = waiting.pop()
        try:
            tasks = list(Path(f"/proc/{one}/task").iterdir())
            children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            continue
        found += children
        waiting += children
    return found


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError, ValueError):
        return 0


def _proportional(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        return next(int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:"))
    except (OSError, StopIteration, ValueError):
        return 0
