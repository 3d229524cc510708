"""A folder of photographs that somebody names: its regular files, no links, no folders below it."""

from __future__ import annotations

import os
from pathlib import Path

from ichsite.read.regular import read_regular
from ichsite.text.fingerprint import Fingerprint, of_bytes

MOST_FILES = 50_000
MOST_BYTES = 200_000_000


def names_in(folder: Path) -> tuple[str, ...]:
    """The names of its files, at most `MOST_FILES`; raises OSError."""
    names: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            hidden = entry.name.startswith((".", "~"))
            if not hidden and entry.name.isprintable() and entry.is_file(follow_symlinks=False):
                names.append(entry.name)
            if len(names) == MOST_FILES:
                break
    return tuple(sorted(names))


def photo_digest(path: Path) -> Fingerprint:
    """The digest of a photograph's bytes; raises OSError, also for one that is too large."""
    return of_bytes(read_regular(path, MOST_BYTES))
