"""The spare folder beside the published one: what may stand in it, and how it is taken away."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from ichsite.read.tree import Stat
from ichsite.write.folder import MARKER


def stat_of(path: Path) -> Stat:
    """The stat of a file or a link itself."""
    info = path.lstat()
    return Stat(info.st_size, info.st_mtime_ns, info.st_ino)


def remove_spare(folder: Path) -> None:
    """Takes away a spare that a killed build left; only one that carries our mark, or is empty. Follows no link."""
    if not is_folder(folder):
        folder.unlink(missing_ok=True)
        return
    if not os.path.lexists(folder / MARKER) and any(folder.iterdir()):
        raise FileExistsError(17, "not written by ichsite", str(folder))
    # the mark goes last: killed on the way, this leaves a folder that is still known as ours
    for inner in folder.iterdir():
        if inner.name == MARKER:
            continue
        if is_folder(inner):
            shutil.rmtree(inner)
        else:
            inner.unlink()
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()


def is_folder(path: Path) -> bool:
    """Whether a folder stands at a path, and no link to one."""
    return path.is_dir() and not path.is_symlink()


def same_stranger(one: Path, other: Path) -> bool:
    """Whether two places hold the same link, or the very same file."""
    if one.is_symlink():
        return other.is_symlink() and one.readlink() == other.readlink()
    return stat_of(one) == stat_of(other)
