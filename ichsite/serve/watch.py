"""Watching the project: which files a person changed, one answer for a burst of events.

Only changes are asked of the system, so that our own reading starts nothing. What cannot be files of the site
(an editor's swap file, a backup) is not looked at. Events say only *that* something changed: the build looks itself.
"""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ichsite.read.passed_over import is_passed_over, is_unfinished
from ichsite.read.tree import SETTINGS

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver

QUIET_SECONDS = 0.04
"""So long nothing may happen before a burst counts as over: an editor's save is done within a few milliseconds."""
_SETTLED_SECONDS = 0.012
"""So long where one file alone changed and whoever wrote it has closed it, or put it in its place whole."""
_MANY, _QUIET_AFTER_MANY_SECONDS = 20, 0.4
"""A copy of many files pauses now and then."""
_LONGEST_SECONDS = 30.0
_FLOOD = 4_000
"""Of so many events the system may have dropped some (Linux keeps 16,384), folders among them: all is watched anew."""
_POLL_SECONDS = 1.0
_FOLDERS = ("content", "themes")
_LIMITS = (errno.ENOSPC, errno.EMFILE, errno.ENFILE, errno.ENOSYS)
"""What the system says where it will not watch any more folders."""


@dataclass
class _Seen:
    """The burst that is under way."""

    paths: set[str] = field(default_factory=set[str])
    settled: set[str] = field(default_factory=set[str])
    """Those that were closed, or moved to where they are, and not touched since."""
    events: int = 0
    first: float = 0.0
    last: float = 0.0


@dataclass(frozen=True)
class _Folder:
    """A watched folder: its name in the project, where it really lies, and which one it is."""

    name: str
    real: str
    inode: int


class ProjectGone(Exception):
    """The project's folder is no longer there."""


class Watch:
    """Watches the settings, `content/` and `themes/` of a project. `polling` says that the system could not."""

    def __init__(self, root: Path, *, poll: bool = False) -> None:
        self.root = root.resolve()
        self.polling = poll
        self.renewed = 0
        self._seen = _Seen()
        self._changed = threading.Condition()
        self._observer: BaseObserver | None = None
        self._watched: tuple[_Folder, ...] = ()
        self._start()

    def burst(self, wait_seconds: float) -> frozenset[str] | None:
        """The paths from the root that a burst of changes touched; None where nothing happened for so long.

        A burst goes on while files keep changing, and is one however many files it touches. Raises ProjectGone.
        """
        with self._changed:
            if not self._seen.events:
                self._changed.wait(wait_seconds)
            while self._seen.events and (left := self._until_quiet()) > 0:
                self._changed.wait(left)
            seen, self._seen = self._seen, _Seen()
        if not self.root.is_dir():
            raise ProjectGone(str(self.root))
        paths = frozenset(seen.paths)
        if seen.events >= _FLOOD or not self._is_whole():
            paths |= self._renewed()
        return paths or None

    def close(self) -> None:
        """Ends the watching."""
        observer, self._observer = self._observer, None
        if observer is not None:
            observer.stop()
            if observer.is_alive():
                observer.join(2.0)

    def note(self, event: FileSystemEvent) -> None:
        """Takes an event; called by the observer's thread."""
        if event.is_directory and event.event_type == "modified":
            return
        source, target = (self._path_of(os.fsdecode(one)) if one else None for one in (event.src_path, event.dest_path))
        paths = [path for path in (source, target) if path is not None]
        with self._changed:
            if not paths:
                return
            if (
                event.event_type == "closed"
            ):  # says of what was written that it is whole, and of nothing that it changed
                self._seen.settled |= self._seen.paths.intersection(paths)
                self._changed.notify()
                return
            now = time.monotonic()
            if not self._seen.events:
                self._seen.first = now
            self._seen.last = now
            self._seen.events += 1
            self._seen.paths.update(paths)
            self._seen.settled.difference_update(paths)
            if target is not None and not event.is_directory:
                self._seen.settled.add(target)
            self._changed.notify()

    def _until_quiet(self) -> float:
        seen = self._seen
        quiet = QUIET_SECONDS if seen.events < _MANY else _QUIET_AFTER_MANY_SECONDS
        if seen.paths == seen.settled and len(seen.paths) == 1:
            quiet = _SETTLED_SECONDS
        now = time.monotonic()
        return min(seen.last + quiet, seen.first + _LONGEST_SECONDS) - now

    def _path_of(self, place: str) -> str | None:
        """The path from the root of what may be part of the site, None for anything else."""
        inner = next(
            (f"{one.name}{place[len(one.real) :]}" for one in self._watched if _lies_in(place, one.real)), None
        )
        top, *rest = (inner or os.path.relpath(place, self.root)).replace(os.sep, "/").split("/")
        if top not in (*SETTINGS, *_FOLDERS) or any(_is_no_source(step, top) for step in rest):
            return None
        if rest and is_unfinished(rest[-1]):
            return None
        return "/".join((top, *rest))

    def _start(self) -> None:
        if not self.polling:
            try:
                self._observe()
            except OSError as wrong:
                self.close()
                if wrong.errno not in _LIMITS:
                    return  # a folder that has just gone: watched anew as soon as somebody asks
                self.polling = True
            else:
                return
        with suppress(OSError):
            self._observe()

    def _observe(self) -> None:
        from watchdog.events import (
            DirCreatedEvent,
            DirDeletedEvent,
            DirMovedEvent,
            FileClosedEvent,
            FileCreatedEvent,
            FileDeletedEvent,
            FileModifiedEvent,
            FileMovedEvent,
            FileSystemEventHandler,
        )
        from watchdog.observers import Observer
        from watchdog.observers.polling import PollingObserver

        noting = self.note

        class Handler(FileSystemEventHandler):
            def on_any_event(self, event: FileSystemEvent) -> None:
                noting(event)

        changes: list[type[FileSystemEvent]] = [
            *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
            *(FileCreatedEvent, FileClosedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
        ]
        # known before the watches are: a folder that comes in between is seen as a difference
        self._watched = self._folders()
        observer: Any = PollingObserver(timeout=_POLL_SECONDS) if self.polling else Observer()
        self._observer = observer
        handler = Handler()
        observer.schedule(handler, str(self.root), recursive=False, event_filter=changes)
        for one in self._watched:
            observer.schedule(handler, one.real, recursive=True, event_filter=changes)
        observer.start()

    def _folders(self) -> tuple[_Folder, ...]:
        """The watched folders as they are now: a folder that was replaced by another of its name has another inode."""
        found: list[_Folder] = []
        for name in _FOLDERS:
            with suppress(OSError, RuntimeError):
                real = (self.root / name).resolve(strict=True)
                if real.is_dir() and real.is_relative_to(self.root):
                    found.append(_Folder(name, str(real), real.stat().st_ino))
        return tuple(found)

    def _is_whole(self) -> bool:
        """Whether everything that should be watched is, by threads that are still at it."""
        observer = self._observer
        if observer is None or not observer.is_alive():
            return False
        return self._watched == self._folders() and all(one.is_alive() for one in observer.emitters)

    def _renewed(self) -> frozenset[str]:
        """Everything watched anew; what happened in between is unknown, so the build has to look."""
        self.close()
        self._start()
        self.renewed += 1
        return frozenset(_FOLDERS)


def _lies_in(place: str, folder: str) -> bool:
    return place == folder or place.startswith(folder + os.sep)


def _is_no_source(step: str, top: str) -> bool:
    """Names that no build reads."""
    return is_passed_over(step) or (top == "content" and step.startswith("_"))


def only_styles(paths: Iterable[str]) -> bool:
    """Whether nothing but stylesheets of themes changed."""
    return all(path.startswith("themes/") and path.endswith(".css") for path in paths)
