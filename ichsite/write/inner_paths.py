"""Paths below the output folder: that they lie there, and the folders that they lie in.

One build asks several times about the same thousands, and the next one about nearly the same.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache

from ichsite.text.address import OutputPath


@lru_cache(100_000)
def check_inside(path: OutputPath) -> None:
    """Raises ValueError for a path that would not lie below the output folder, wherever it may have come from."""
    steps = path.split("/")
    if path.startswith("/") or any(step in ("", ".", "..") for step in steps) or "\\" in path or "\0" in path:
        raise ValueError(f"{path!r} is no path below the output folder")


@lru_cache(maxsize=4)
def folders_of(paths: frozenset[str]) -> frozenset[str]:
    """Every folder that one of the paths lies in; one build asks several times about the same ones."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(folders)


_MOST_DOUBTED = 16
"""Of more folders than that, to look at all paths once is as quick."""


def folders_after(folders: frozenset[str], before: AbstractSet[str], now: AbstractSet[str]) -> frozenset[str]:
    """As `folders_of(now)`, where `folders` are those of `before`, from which `now` differs by a few paths."""
    come, gone = folders_of(frozenset(now - before)), folders_of(frozenset(before - now))
    doubted = gone - come
    if len(doubted) > _MOST_DOUBTED:
        return folders_of(frozenset(now))
    empty = {one for one in doubted if not any(path.startswith(f"{one}/") for path in now)}
    return (folders | come) - empty
