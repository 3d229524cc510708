"""Two folders change places in one step of the file system, so that a reader sees the old site or the new one."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2  # macOS: renamex_np


def exchange(one: Path, other: Path, aside: Path) -> None:
    """Swaps two folders of one file system. Where the system cannot swap, `aside` is used for three renames.

    Raises OSError; a build that is killed between the three renames is mended by `mend`.
    """
    if not swapped(one, other):
        one.rename(aside)
        other.rename(one)
        aside.rename(other)


def mend(published: Path, aside: Path) -> None:
    """Puts the site back that a killed build had set aside (systems without a swap only)."""
    if aside.is_dir() and not aside.is_symlink() and not published.exists():
        aside.rename(published)


def swapped(one: Path, other: Path) -> bool:
    """Swaps two folders in one step; False where the system or the disk has no such step. Raises OSError."""
    if sys.platform not in ("linux", "darwin"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux":
        if not hasattr(libc, "renameat2"):
            return False
        failed = libc.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
    else:
        failed = libc.renamex_np(first, second, _RENAME_SWAP)
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(one))
