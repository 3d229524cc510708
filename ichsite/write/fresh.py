"""Putting files where nothing was: never over anything, and all of them or none.

They are laid out in a folder beside their places first, where a full disk or a kill does no harm, and then moved.
A single item is one folder or one file, hence one move. A whole site is a few; there the last one is what makes the
folder a project, and a failure or Ctrl-C between them takes the others back.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

ASIDE = ".ichsite-new-"
"""How the folder begins in which files wait. What a killed run leaves is hidden, and may be deleted."""


class Occupied(Exception):
    """Something stands where a file is to be put; `path` is where, below the root."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def put_fresh(root: Path, files: Mapping[str, bytes], *, last: str = "") -> None:
    """Puts the files below `root`, which is made where it is missing; the move that brings `last` is made last.

    Raises Occupied where one of them is there already, or its way leads through a link or a file, and OSError; nothing
    is there then that was not there before.
    """
    made = _folders(root)
    try:
        aside = Path(tempfile.mkdtemp(prefix=ASIDE, dir=root))
        try:
            moves = tuple(_moves(root, files, last))
            for path, data in files.items():
                _lay(aside, path, data)
            _move_all(aside, root, moves)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except BaseException:
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        raise


def _folders(root: Path) -> tuple[Path, ...]:
    """Makes the root; what had to be made for it, the innermost first."""
    missing: list[Path] = []
    at = root
    while not at.exists():
        missing.append(at)
        at = at.parent
    root.mkdir(parents=True, exist_ok=True)
    return tuple(missing)


def _moves(root: Path, files: Mapping[str, bytes], last: str) -> Iterator[str]:
    """What is moved as a whole: for each file the outermost folder of its way that is not there yet, or the file."""
    found = dict.fromkeys(_outermost(root, path) for path in files)
    final = _outermost(root, last) if last else ""
    yield from (one for one in found if one != final)
    if final:
        yield final


def _outermost(root: Path, path: str) -> str:
    parts = PurePosixPath(path).parts
    for at in range(1, len(parts) + 1):
        step = root.joinpath(*parts[:at])
        try:
            kind = step.lstat().st_mode
        except FileNotFoundError:
            return "/".join(parts[:at])
        if not stat.S_ISDIR(kind):
            # a link is one too, wherever it leads: what is new belongs into the project itself
            raise Occupied("/".join(parts[:at]))
    raise Occupied(path)


def _lay(aside: Path, path: str, data: bytes) -> None:
    target = aside / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _move_all(aside: Path, root: Path, moves: tuple[str, ...]) -> None:
    done: list[str] = []
    try:
        for path in moves:
            done.append(path)
            _move(aside / path, root / path, path)
    except BaseException:
        for path in reversed(done):
            with suppress(OSError):
                _take_back(root / path, aside / path)
        raise


def _take_back(target: Path, source: Path) -> None:
    """What was not moved yet still lies aside; whatever stands in its place is not ours."""
    if not os.path.lexists(source):
        target.rename(source)
    elif source.is_file() and source.samefile(target):
        target.unlink()


def _move(source: Path, target: Path, path: str) -> None:
    """One move that does not take the place of anything, also where it came up a moment ago."""
    try:
        if source.is_dir():
            if target.exists():  # an empty folder would be taken for nothing by the system
                raise Occupied(path)
            source.rename(target)
        else:
            _link(source, target)
    except FileExistsError:
        raise Occupied(path) from None
    except OSError as wrong:
        if wrong.errno in (errno.ENOTEMPTY, errno.ENOTDIR):
            raise Occupied(path) from None
        raise


def _link(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links, such as FAT on a stick
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        source.rename(target)
        return
    source.unlink()
