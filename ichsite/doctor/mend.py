"""A file exchanged for a better one: the original is kept first, and a file that changed meanwhile is left alone."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ichsite.project import BACKUP
from ichsite.read.regular import FileTooLarge, read_regular, real_path

_BESIDE = ".ichsite-mend-"
_LEFTOVER = re.compile(re.escape(_BESIDE) + "[a-z0-9_]{8}")
_TRIES = 100


@dataclass(frozen=True)
class Mend:
    """What a file would become: its path in the project, its bytes as they were read, and as they would be."""

    path: str
    before: bytes
    after: bytes


class Backup:
    """Where the originals of one run are kept: `<state>/backup/<time>/` with the same paths; made when first needed.

    `now` is the person's own time: the folder's name is for them.
    """

    def __init__(self, state: Path, now: datetime) -> None:
        self._state = state
        self._name = f"{now:%Y-%m-%d-%H%M%S}"
        self.folder: Path | None = None

    def keep(self, path: str, data: bytes) -> Path:
        """The original's copy, on the disk when this returns. Nothing is ever written over; raises OSError."""
        if self.folder is None:
            self.folder = self._made()
        copy = self.folder / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        with copy.open("xb") as opened:
            _write(opened.fileno(), data)
        for folder in (copy.parent, *copy.parent.parents):
            _settle(folder)
            if folder == self._state.parent:
                break
        return copy

    def _made(self) -> Path:
        above = self._state / BACKUP
        for place in (self._state, above):
            if place.is_symlink():
                raise PermissionError(1, "a symbolic link", str(place))
        above.mkdir(parents=True, exist_ok=True)
        for number in range(_TRIES):
            folder = above / (f"{self._name}-{number}" if number else self._name)
            with suppress(FileExistsError):
                folder.mkdir()
                return folder
        raise FileExistsError(17, "no free name for a backup", str(above))


class Moved(OSError):
    """The file is no longer what was read: somebody saved it meanwhile."""


def apply(root: Path, mend: Mend, backup: Backup) -> Path:
    """Keeps the original, then puts the better file in its place in one step; gives the copy's path.

    Raises `Moved`, and OSError for a full disk or a missing right; the file is whole either way.
    """
    place = real_path(root, mend.path)
    before = place.lstat()
    if not _holds(place, mend.before):
        raise Moved(mend.path)
    copy = backup.keep(mend.path, mend.before)
    handle, name = tempfile.mkstemp(prefix=_BESIDE, dir=place.parent)
    fresh = Path(name)
    try:
        try:
            _write(handle, mend.after)
        finally:
            os.close(handle)
        fresh.chmod(stat.S_IMODE(before.st_mode))
        if _moved(place, before, mend.before):
            raise Moved(mend.path)
        fresh.replace(place)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    _settle(place.parent)
    return copy


def is_leftover(name: str) -> bool:
    """Whether a file is a better one that a killed run did not put in its place: whatever it was to replace still stands."""
    return _LEFTOVER.fullmatch(name) is not None


def _moved(place: Path, before: os.stat_result, data: bytes) -> bool:
    now = place.lstat()
    if (now.st_ino, now.st_size, now.st_mtime_ns) != (before.st_ino, before.st_size, before.st_mtime_ns):
        return True
    return not _holds(place, data)


def _holds(place: Path, data: bytes) -> bool:
    try:
        return read_regular(place, len(data)) == data
    except FileTooLarge:
        return False


def _write(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
    os.fsync(handle)


def _settle(folder: Path) -> None:
    """The folder's own entry on the disk; Windows opens no folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
