"""Writing over a file of the project: whole or not at all, and only over what was read."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from ichsite.read.regular import read_regular, real_path
from ichsite.read.sources import ChangedMeanwhile
from ichsite.text.fingerprint import Fingerprint, of_bytes

_CAP = 100_000_000
_BESIDE = re.compile(r"\.(?P<name>[^.].*\.(?:json|yaml))\.\d+")


def write_over(root: Path, path: str, data: bytes, before: Fingerprint | None, *, settle: bool = True) -> None:
    """Puts `data` in the place of the file at `path`, of which `before` is the digest as it was read; None where there
    was none.

    Raises ChangedMeanwhile where it is another one by now, and OSError. The bytes are on the disk when this returns:
    an address may be published only after that. Who writes many files does not `settle` each, but all at the end.
    """
    target = root / path
    if os.path.lexists(target):
        target = real_path(root, path)
        if before is None or of_bytes(read_regular(target, _CAP)) != before:
            raise ChangedMeanwhile(path)
    elif before is not None:
        raise ChangedMeanwhile(path)
    replace_file(target, data, settle=settle)
    if settle:
        clear_unfinished(target.parent, target.name)


def clear_unfinished(folder: Path, name: str | None = None) -> None:
    """Takes away what a killed run left beside the file of that name, or beside any; the project's lock says that none is
    at work."""
    with os.scandir(folder) as entries:
        for one in entries:
            beside = _BESIDE.fullmatch(one.name)
            if (
                beside is None
                or (name is not None and beside["name"] != name)
                or not one.is_file(follow_symlinks=False)
            ):
                continue
            if os.path.lexists(folder / beside["name"]):  # what it was to become is there: nothing is lost with it
                with suppress(OSError):
                    Path(one.path).unlink()


def replace_file(target: Path, data: bytes, *, settle: bool = True) -> None:
    """A file's new bytes, by way of a file beside it; raises OSError, and then the old ones are still there."""
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    with suppress(FileNotFoundError):
        beside.unlink()
    try:
        with beside.open("xb") as opened:
            opened.write(data)
            opened.flush()
            if settle:
                os.fsync(opened.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
