"""The folders of a project as they lie on the disk, hidden files and all. No link is followed, no folder left out."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ichsite.doctor.mend import is_leftover
from ichsite.read.passed_over import is_passed_over
from ichsite.read.tree import MAX_DEPTH, SETTINGS, unreadable
from ichsite.text.diagnostic import Diagnostic

FOLDERS = ("content", "themes")
"""What is looked at besides the settings: what a build reads, and nothing that it or another tool writes."""
Kind = Literal["file", "folder", "link", "other"]


@dataclass(frozen=True)
class Entry:
    """A name in a folder, what lies there, and its size in bytes where it is a file."""

    name: str
    kind: Kind
    size: int = 0

    @property
    def left_alone(self) -> bool:
        """Whether a build does not look at it: `.hidden`, `_mine`, `~copy`, `copy~`, `#copy#`."""
        return self.name.startswith("_") or is_passed_over(self.name)


@dataclass(frozen=True)
class Folder:
    """A folder: its path from the root with `/` (empty for the root itself), what is in it, sorted by name."""

    path: str
    entries: tuple[Entry, ...]
    findings: tuple[Diagnostic, ...] = ()

    def path_of(self, entry: Entry) -> str:
        """The path of an entry from the root."""
        return f"{self.path}/{entry.name}" if self.path else entry.name


def folders(root: Path) -> Iterator[Folder]:
    """The root with its settings and what a killed run left beside them, then every folder below `content/` and `themes/`, one in memory at a time."""
    top = _listed(root, "")
    yield Folder("", tuple(one for one in top.entries if _is_of_root(one.name)), top.findings)
    for one in top.entries:
        if one.name in FOLDERS and one.kind == "folder":
            yield from _below(root, one.name, 1)
        elif one.name in FOLDERS:
            yield Folder("", (one,))


def _is_of_root(name: str) -> bool:
    return name.casefold() in SETTINGS or is_leftover(name)


def _below(root: Path, path: str, depth: int) -> Iterator[Folder]:
    folder = _listed(root, path)
    yield folder
    if depth > MAX_DEPTH:
        return
    for one in folder.entries:
        if one.kind == "folder" and not one.left_alone:
            yield from _below(root, folder.path_of(one), depth + 1)


def _listed(root: Path, path: str) -> Folder:
    try:
        with os.scandir(root / path) as found:
            entries = [_entry(one) for one in found]
    except FileNotFoundError:
        return Folder(path, ())
    except OSError as wrong:
        return Folder(path, (), (unreadable(path or ".", wrong),))
    return Folder(path, tuple(sorted(entries, key=lambda one: one.name)))


def _entry(found: os.DirEntry[str]) -> Entry:
    try:
        info = found.stat(follow_symlinks=False)
    except OSError:
        return Entry(found.name, "other")
    if stat.S_ISLNK(info.st_mode):
        return Entry(found.name, "link")
    if stat.S_ISDIR(info.st_mode):
        return Entry(found.name, "folder")
    return Entry(found.name, "file", info.st_size) if stat.S_ISREG(info.st_mode) else Entry(found.name, "other")
