"""The files of the state folder, opened through here only.

The folder lies in the project, and a project may come from anywhere: what stands there under one of our names
may be a link out of the project, a pipe or a folder. It is taken away, never followed, waited for or written through.
"""

from __future__ import annotations

import os
import pickle
import shutil
import stat
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from ichsite.engine.freight import pack, unpack
from ichsite.read.regular import read_regular
from ichsite.text.fingerprint import of_bytes

_CAP = 1_000_000_000
_DIGEST = len(of_bytes(b""))
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def load_value(path: Path) -> Any:
    """The value that `save_value` kept; None where there is none or it is damaged. Of its shape nothing is known."""
    try:
        data = read_regular(path, _CAP)
        if of_bytes(data[_DIGEST:]) != data[:_DIGEST]:
            return None
        return unpack(data[_DIGEST:])
    except (OSError, pickle.UnpicklingError, ValueError):
        return None


def save_value(path: Path, value: object) -> None:
    """Keeps a value, whole or not at all, its digest in front."""
    data = pack(value)
    fresh = path.with_name(path.name + ".new")
    discard(fresh)
    with fresh.open("xb") as opened:  # `x` makes a new file or none: it follows no link
        opened.write(of_bytes(data))
        opened.write(data)
    clear_stranger(path)
    fresh.replace(path)


def open_lock(path: Path) -> IO[str]:
    """The file that is locked, for reading and writing; made where it is not there."""
    clear_stranger(path)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | _NO_FOLLOW, 0o666)
    return os.fdopen(handle, "r+", encoding="utf-8", errors="replace")


def clear_stranger(path: Path) -> None:
    """Room for a file of ours: what is no regular file, or has another name elsewhere, loses the name it has here."""
    with suppress(FileNotFoundError):
        info = path.lstat()
        if not stat.S_ISREG(info.st_mode) or info.st_nlink > 1:
            discard(path)


def discard(path: Path) -> None:
    """Takes away what stands at a path, if anything; links in it are taken away, not followed."""
    with suppress(FileNotFoundError):
        if stat.S_ISDIR(path.lstat().st_mode):
            shutil.rmtree(path)
        else:
            path.unlink()
