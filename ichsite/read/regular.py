"""The one door to a file's bytes: a regular file of bounded size. Links, pipes and devices are never opened."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class FileTooLarge(OSError):
    """A file of more bytes than may be read."""

    def __init__(self, path: Path, cap: int) -> None:
        super().__init__(errno.EFBIG, f"more than {cap:,} bytes", str(path))


def read_regular(path: Path, cap: int) -> bytes:
    """The bytes of a regular file, at most `cap`; raises OSError for a link and whatever else there is, and FileTooLarge."""
    with _opened(path) as (opened, size):
        if size > cap:
            raise FileTooLarge(path, cap)
        data = opened.read(cap + 1)
    if len(data) > cap:
        raise FileTooLarge(path, cap)
    return data


def read_ends(path: Path, count: int) -> tuple[bytes, bytes, int]:
    """The first and the last `count` bytes of a regular file, and its size; raises OSError as `read_regular`."""
    with _opened(path) as (opened, size):
        start = opened.read(count)
        opened.seek(max(0, size - count))
        return start, opened.read(count), size


@contextmanager
def _opened(path: Path) -> Generator[tuple[BinaryIO, int]]:
    handle = os.open(path, _FLAGS)
    with os.fdopen(handle, "rb") as opened:
        info = os.fstat(handle)
        if not stat.S_ISREG(info.st_mode):
            raise OSError(errno.EINVAL, "no regular file", str(path))
        yield opened, info.st_size


def real_path(root: Path, path: str) -> Path:
    """Where a file of the project really lies; raises OSError where that is nowhere, or outside `root`."""
    try:
        real = (root / path).resolve(strict=True)
    except RuntimeError:  # a link that leads to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path) from None
    if not real.is_relative_to(root) and not real.is_relative_to(root.resolve()):
        raise OSError(errno.EXDEV, "a symbolic link that leaves the project", path)
    return real
