"""The tree of a project from how it was and from what was seen to change: most of it is not looked at again.

Whoever watches may miss something. So this is for the moment in which somebody waits for the screen; whoever uses it
looks at the whole tree (`scan`) as soon as nobody does.
"""

from __future__ import annotations

import os
from bisect import bisect_left, insort
from collections.abc import Set as AbstractSet
from operator import attrgetter

from ichsite.read.tree import SETTINGS, Found, Level, Tree, Walk

_ITEM_STEPS = 3
"""`content/crafts/vase`: what is looked at again as a whole where anything in it was touched."""
_PATH = attrgetter("path")
_MOST = 64
"""Of more items than that, the whole tree is as cheap."""


def rescanned(last: Tree, touched: AbstractSet[str]) -> Tree | None:
    """The tree as it is now where nothing but what is `touched` (paths from the root) has changed since `last`.

    None where it has to be looked at whole: links lead to places that nobody watches, faults are told of places that
    may be mended by now, and of a whole folder of `content/` that was touched nothing is known.
    """
    items = {_item_of(path) for path in touched if path.startswith("content/")}
    if last.linked or last.findings or "content" in touched or len(items) > _MOST:
        return None
    for folder in (f"{one}/" for one in items if one.count("/") < _ITEM_STEPS - 1):
        if any(found.path.startswith(folder) for found in last.files):
            return None
    walk = Walk(last.root)
    walk.settings()
    for item in sorted(items):
        _look(walk, item)
    if walk.linked or walk.findings:
        return None
    files = list(last.files)
    for item in (*SETTINGS, *sorted(items)):
        _cut_out(files, item)
    # an item that was touched with the folder around it was looked at twice
    for found in {found.path: found for found in walk.files}.values():
        insort(files, found, key=_PATH)
    return Tree(last.root, tuple(files), ())


def _cut_out(files: list[Found], item: str) -> None:
    """Takes an item's files out of some that are sorted by their paths."""
    for first, behind in ((item, f"{item}\0"), (f"{item}/", f"{item}0")):  # `0` comes right behind `/`
        del files[bisect_left(files, first, key=_PATH) : bisect_left(files, behind, key=_PATH)]


def _item_of(path: str) -> str:
    return "/".join(path.split("/", _ITEM_STEPS)[:_ITEM_STEPS])


def _look(walk: Walk, item: str) -> None:
    """What lies at an item's place now, if anything does."""
    folder, _, _ = item.rpartition("/")
    place = walk.root / item
    if os.path.lexists(place):
        above = tuple(str(walk.root / one) for one in _above(folder))
        walk.entry(place, folder, Level(str(walk.root / folder), str(walk.root / folder), above))


def _above(folder: str) -> tuple[str, ...]:
    steps = folder.split("/")
    return tuple("/".join(steps[:at]) for at in range(1, len(steps)))
