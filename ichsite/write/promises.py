"""Writing promises down: each file whole or not at all, never over anything but what was read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ichsite.read.regular import real_path
from ichsite.text.fingerprint import Fingerprint
from ichsite.write.over import clear_unfinished, write_over

FEW = 64
"""Up to so many files are brought to the disk one by one; more of them, all at once."""


def write_promises(
    root: Path, folder: str, paths: Sequence[str], files: Iterable[bytes], before: Mapping[str, Fingerprint]
) -> None:
    """Puts `files` at their `paths` below `folder` of the project; `before` are the digests of what was read there.

    They are on the disk when this returns, for only then may what they promise be published. Raises ChangedMeanwhile
    where one of them is another one by now, and OSError; what was written before that stays.
    """
    if not paths:
        return
    (root / folder).mkdir(parents=True, exist_ok=True)
    real, many = real_path(root, folder), len(paths) > FEW
    for path, data in zip(paths, files, strict=True):
        write_over(root, path, data, before.get(path), settle=not many)
    _settle(real, whole=many)
    clear_unfinished(real)


def _settle(folder: Path, *, whole: bool) -> None:
    """The names of new files are on the disk only when their folder is; Windows knows no such thing."""
    if os.name != "posix":
        return
    if whole:
        os.sync()
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
