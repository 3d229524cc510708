"""A published folder as a value, and builds within this process."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from ichsite.commands.session import session
from ichsite.pipeline import build
from ichsite.report.placed import placed
from ichsite.request import Request
from ichsite.stage.pages import Publication
from tests.sites_support import TODAY


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` by its path; a link as where it leads, an empty folder as itself."""
    found: dict[str, bytes] = {}
    for place, folders, files in os.walk(folder):
        inner = Path(place).relative_to(folder)
        if not folders and not files and inner.parts:
            found[f"{inner.as_posix()}/"] = b""
        for name in (*files, *(one for one in folders if (Path(place) / one).is_symlink())):
            path = Path(place) / name
            content = b"-> " + os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
            found[(inner / name).as_posix()] = content
    return found


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths that are not the same in both trees; short, for a failure's message."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def stats(folder: Path) -> dict[str, tuple[int, int]]:
    """The inode and the modification time of every file and folder."""
    return {
        str(path.relative_to(folder)): (path.lstat().st_ino, path.lstat().st_mtime_ns)
        for path in sorted((folder, *folder.rglob("*")))
    }


def attempted(root: Path) -> tuple[bool, str]:
    """A build in this process: whether it published, and its findings as `path:line:column severity[code] words`."""
    with session(Request(root, date.fromisoformat(TODAY)), lambda *_: None) as desk:
        publication, findings = build(desk)
    lines = (f"{one.where} {one.severity}[{one.code}] {one.message.en}" for one in placed(root, findings))
    return publication is not None, "\n".join(lines)


def built(root: Path, *, today: str = TODAY, jobs: int = 1, clean: bool = False) -> Publication:
    """Builds the project as the command does, in this process; fails the test where nothing is published."""
    with session(Request(root, date.fromisoformat(today), jobs, clean), lambda *_: None) as desk:
        publication, findings = build(desk)
    assert publication is not None, "\n".join(f"{one.code} {one.where} {one.message.en}" for one in findings)
    return publication
