"""A project on the disk: its root, its state folder, the lock that keeps two builds apart."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ichsite.engine.keep import open_lock

STATE = ".ichsite"
BACKUP = "backup"
"""The folder below the state folder in which `ichsite doctor --fix` keeps originals."""
PREVIEW = "preview"
"""The folder below the state folder that a preview goes into."""


class Busy(Exception):
    """Another build of this project is running, or another server; the process that holds the lock is named."""

    def __init__(self, pid: str, *, serves: bool = False) -> None:
        super().__init__(pid)
        self.pid, self.serves = pid, serves


@dataclass(frozen=True)
class Project:
    """`root` holds site.yaml; `state` is the folder for the cache, thrown away without loss."""

    root: Path
    state: Path


@contextmanager
def opened_project(root: Path) -> Generator[Project]:
    """The project with its state folder, locked. A read-only project keeps its state in a temporary folder."""
    state = root / STATE
    try:
        if state.is_symlink():
            raise PermissionError(f"{STATE} is a symbolic link")
        state.mkdir(exist_ok=True)
        lock = open_lock(state / "lock")
    except OSError:
        with tempfile.TemporaryDirectory(prefix="ichsite-") as folder:
            yield Project(root, Path(folder))
        return
    with locked(lock):
        yield Project(root, state)


@contextmanager
def locked(lock: IO[str]) -> Generator[None]:
    """Holds a lock, and closes its file; raises Busy. It is the system's: it goes with the process, so that a killed
    build leaves none behind."""
    with lock, _held(lock):
        yield


@contextmanager
def _held(lock: IO[str]) -> Generator[None]:
    _take(lock)
    try:
        lock.seek(0)
        lock.truncate()
        lock.write(str(os.getpid()))
        lock.flush()
        yield
    finally:
        with suppress(OSError):
            lock.truncate(0)


def _take(lock: IO[str]) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: a byte of the file is locked instead
        import msvcrt

        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            raise Busy("?") from None
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        holder = lock.read(20).strip()
        raise Busy(holder if holder.isascii() and holder.isdigit() else "?") from None
