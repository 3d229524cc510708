"""A showcase's folder: whole or not there at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

FOLDER = "content/showcases"
_BESIDE = ".import-"
"""Names with a dot in front are no content: a folder that is not finished is seen by nobody."""


def write_showcase(root: Path, slug: str, files: Mapping[str, bytes]) -> bool:
    """Puts the files into `content/showcases/<slug>/`; False where that is there already. Raises OSError, and then
    nothing of it is there."""
    above = _real_folder(root)
    target = above / slug
    if os.path.lexists(target):
        return False
    beside = above / f"{_BESIDE}{os.getpid()}"
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        for name, data in files.items():
            with (beside / name).open("xb") as opened:
                opened.write(data)
                opened.flush()
                os.fsync(opened.fileno())
        beside.rename(target)
    except BaseException:
        with suppress(OSError):
            shutil.rmtree(beside, ignore_errors=True)
        raise
    return True


def clear_unfinished(root: Path) -> None:
    """Takes away what an import left that was killed; the project's lock says that none is at work."""
    folder = root / FOLDER
    if folder.is_dir():
        for left in _real_folder(root).glob(f"{_BESIDE}[0-9]*"):
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)


def _real_folder(root: Path) -> Path:
    """The folder of showcases, made where there is none; raises PermissionError where it leads out of the project."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    real = folder.resolve()
    if not real.is_relative_to(root.resolve()):
        raise PermissionError(1, "a symbolic link that leaves the project", str(folder))
    return real
