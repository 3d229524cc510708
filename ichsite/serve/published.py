"""From the target of a request to a published file: one decoding, no way up, no link followed."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from ichsite.read.regular import read_regular

_CAP = 400_000_000
_INDEX = "index.html"
LOST = "404.html"


class BadTarget(ValueError):
    """A target that no browser sends for a page: it names a host, holds a `#`, or is no text."""


@dataclass(frozen=True)
class File:
    """A published file: its name and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Moved:
    """A folder that was asked for without its slash, or an address above the site: where to go instead."""

    target: str


def steps_of(raw_target: bytes) -> tuple[str, ...]:
    """The steps of a target's path, decoded once: `/a/b/` is `a`, `b` and an empty one. Raises BadTarget.

    What is still encoded after that is taken as it stands, and so names no file of ours: `%252e%252e` leads nowhere.
    """
    if not raw_target.startswith(b"/") or b"#" in raw_target:
        raise BadTarget("not a path")
    try:
        path = unquote_to_bytes(raw_target).decode("utf-8")
    except UnicodeDecodeError:
        raise BadTarget("not UTF-8") from None
    return tuple(path[1:].split("/"))


def found(folder: Path, base_path: str, raw_target: bytes) -> File | Moved | None:
    """What answers a target of a site that lives at `base_path` (`/` or `/repo/`) and lies in `folder`; None: nothing."""
    steps = steps_of(raw_target)
    above = tuple(step for step in base_path.split("/") if step)
    if steps[: len(above)] != above or len(steps) == len(above):
        return Moved(quote(base_path)) if steps in (("",), above) else None
    return _file(folder, steps[len(above) :], raw_target)


def lost_page(folder: Path) -> File | None:
    """The site's own page for what is not there."""
    return _read(folder / LOST) if _leads_nowhere_else(folder, (LOST,)) else None


def _file(folder: Path, steps: tuple[str, ...], raw_target: bytes) -> File | Moved | None:
    *inner, last = steps
    if not all(_plain(step) for step in (*inner, *filter(None, (last,)))):
        return None
    named = (*inner, last or _INDEX)
    if not _leads_nowhere_else(folder, named):
        return None
    place = folder.joinpath(*named)
    if last and place.is_dir():
        # one slash at the front: two would name a host
        return (
            Moved("/" + raw_target.decode("ascii", "replace").strip("/") + "/") if (place / _INDEX).is_file() else None
        )
    return _read(place)


def _plain(step: str) -> bool:
    """Whether a step is a name as ichsite publishes them: no dot file, no way up, nothing that Windows reads otherwise."""
    return (
        bool(step) and not step.startswith(".") and step.isprintable() and not any(sign in step for sign in '\\:*?"<>|')
    )


def _leads_nowhere_else(folder: Path, steps: tuple[str, ...]) -> bool:
    """Whether every step of the way is there and is no symbolic link."""
    place = folder
    for step in steps:
        place = place / step
        try:
            info = place.lstat()
        except (OSError, ValueError):
            return False
        if stat.S_ISLNK(info.st_mode) or getattr(info, "st_reparse_tag", 0):
            return False
    return os.path.lexists(place)


def _read(place: Path) -> File | None:
    try:
        return File(place.name, read_regular(place, _CAP))
    except (OSError, ValueError):
        return None
