"""The state folder's health: how large it is, and whether the caches in it can be read. Nothing in it is changed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from ichsite.doctor.report import Fact
from ichsite.project import BACKUP, STATE
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import Place
from ichsite.text.words import Words

LARGE = 5_000_000_000
_CACHES = ("cache.sqlite", "pictures.sqlite")
_MOST_CHECKED = 300_000_000
"""A cache of more bytes is opened, but not read through: that would take seconds."""


def state_folder(root: Path) -> Iterator[Diagnostic | Fact]:
    """What is to be said of `.ichsite`."""
    state = root / STATE
    if state.is_symlink() or not state.is_dir():
        return
    size = _size(state)
    shown = f"{size / 1e6:,.0f} MB"
    if size > LARGE:
        yield warning(
            "state-large",
            Place(STATE),
            Words(f"缓存有 {shown}", f"the caches take {shown}"),
            Words(
                f"可以整个删掉 {STATE}，只是下次构建慢；{STATE}/{BACKUP} 里若有要留的原件先拿出来",
                f"`{STATE}` may be deleted, which costs time only; take what you need out of `{STATE}/{BACKUP}` first",
            ),
        )
    else:
        yield Fact("state", Words(f"缓存 {STATE} {shown}", f"caches in {STATE}: {shown}"))
    for name in _CACHES:
        if (reason := _fault(state / name)) is not None:
            yield warning(
                "state-damaged",
                Place(f"{STATE}/{name}"),
                Words(f"缓存损坏（{reason}）", f"this cache is damaged ({reason})"),
                Words(
                    "不用管，下次构建会重做；常常这样，多半是磁盘要坏了，或同步软件在动它：把 .ichsite 排除在同步之外",
                    "the next build makes it anew; where it happens often, the disk is failing or a sync service"
                    " touches it: keep `.ichsite` out of the sync",
                ),
            )


def _size(folder: Path) -> int:
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += (Path(place) / name).lstat().st_size
            except OSError:
                continue  # a build is at work
    return total


def _fault(cache: Path) -> str | None:
    if cache.is_symlink() or not cache.is_file():
        return None
    small = cache.stat().st_size <= _MOST_CHECKED
    try:
        # immutable: reading leaves no file of SQLite's own beside it
        with closing(sqlite3.connect(f"{cache.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as opened:
            if not small:
                opened.execute("SELECT count(*) FROM sqlite_master").fetchone()
                return None
            said = str(opened.execute("PRAGMA quick_check(1)").fetchone()[0])
    except sqlite3.Error as wrong:
        return str(wrong)
    return None if said == "ok" else said
