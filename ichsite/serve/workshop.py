"""Builds of the preview, one after another in one process: what the last one knew, the next one need not read again.

Each build opens the project for itself, so that `ichsite build` or `check` can run while the server does. What is
kept in between is content under the fingerprint of what it was made from; the cache on the disk stays the ground.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from ichsite.engine.keep import discard, open_lock
from ichsite.engine.lane import collect_seldom
from ichsite.engine.memo import Memo
from ichsite.engine.pool import Pool
from ichsite.engine.store import CacheLost, Store, forget
from ichsite.engine.warmth import Warmth
from ichsite.pipeline import build
from ichsite.project import PREVIEW, STATE, Busy, Project, locked, opened_project
from ichsite.read.sources import ChangedMeanwhile
from ichsite.read.tree import scan
from ichsite.report.placed import placed
from ichsite.request import Request
from ichsite.stage.desk import Desk, Progress
from ichsite.stage.pages import Publication
from ichsite.stage.warm import Warm
from ichsite.state import State, load_state, save_state
from ichsite.text.diagnostic import Diagnostic

_TRIES = 5
_AGAIN_SECONDS = 0.05
_PICTURES_KEPT_BUILDS = 20
_STATS = "stats"
_LOCK = "serve.lock"


@dataclass(frozen=True)
class Built:
    """One build: what it published, if it did, where that lies, the findings with their places, and how long it took."""

    publication: Publication | None
    folder: Path
    findings: tuple[Diagnostic, ...]
    seconds: float


class Workshop:
    """The builds of one server. Raises Busy where another server shows this project already."""

    def __init__(self, request: Request, progress: Callable[[], AbstractContextManager[Progress]]) -> None:
        self._request = replace(request, preview=True)
        self._progress = progress
        self._warm, self._warm_pictures = Warmth(), Warmth()
        self._state: State | None = None
        self._kept = Warm()
        self._held = ExitStack()
        self._lock: IO[str] | None = None
        self._elsewhere: Path | None = None

    def __enter__(self) -> Self:
        collect_seldom()
        state = self._request.root / STATE
        with self._held as held, opened_project(self._request.root) as project:
            if project.state == state:
                self._lock = held.enter_context(_sole(state))
                self._clear(state)
            else:  # a project that cannot be written to
                self._elsewhere = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="ichsite-serve-")))
            self._held = held.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._held, suppress(Busy, OSError), self._opened() as project:
            if self._state is not None:
                save_state(project.state / _STATS, State(next_stats=self._state.stats))
            self._kept.keep()

    def build(self, touched: frozenset[str] | None = None) -> Built:
        """Builds once, again where a file changed meanwhile or the cache was damaged. Raises what the build raises.

        `touched` are the paths that were seen to change since the last build; None where everything is to be looked at.
        """
        started = time.perf_counter()
        for _ in range(_TRIES - 1):
            try:
                return self._built(started, touched)
            except (ChangedMeanwhile, CacheLost):
                touched = None
                time.sleep(_AGAIN_SECONDS)
        return self._built(started, None)

    @property
    def glanced(self) -> bool:
        """Whether the last build looked only at what was seen to change."""
        return self._kept.glanced

    def missed(self) -> bool:
        """Whether the last build, which looked only at what was seen to change, overlooked something; told once."""
        kept = self._kept
        if not kept.glanced or kept.tree is None:
            return False
        kept.glanced = False
        return scan(self._request.root) != kept.tree

    def _built(self, started: float, touched: frozenset[str] | None) -> Built:
        request = self._request
        with self._opened() as project:
            if self._elsewhere is None:
                self._stay_sole(project.state)
                self._clear(project.state)
            try:
                with self._progress() as progress:
                    publication, findings = self._at_desk(project, progress, touched)
            except (ChangedMeanwhile, CacheLost) as lost:
                self._forget(project, lost)
                raise
            except BaseException:
                self._state, self._kept = None, Warm()
                raise
            found = placed(request.root, findings)
            self._request = replace(request, clean=False)
            return Built(publication, project.state / PREVIEW, found, time.perf_counter() - started)

    def _at_desk(
        self, project: Project, progress: Progress, touched: frozenset[str] | None
    ) -> tuple[Publication | None, tuple[Diagnostic, ...]]:
        cache = project.state / "cache.sqlite"
        if self._request.clean:
            forget(cache)
        with ExitStack() as opened:
            store, pictures = Store(cache), Store(project.state / "pictures.sqlite")
            pool = Pool(store, self._request.jobs)
            for one in (pictures, store, pool):
                opened.callback(one.close)
            memo = Memo(store, pool, warm=self._warm)
            kept = Memo(pictures, pool, _PICTURES_KEPT_BUILDS, warm=self._warm_pictures)
            state = self._begun(project)
            done = build(Desk(project, self._request, memo, state, progress, kept, self._kept, touched))
        if self._state is None and state.stats != state.next_stats:
            save_state(project.state / _STATS, state)
        self._state = State(stats=state.next_stats)
        return done

    @contextmanager
    def _opened(self) -> Generator[Project]:
        if self._elsewhere is not None:
            yield Project(self._request.root, self._elsewhere)
            return
        with opened_project(self._request.root) as project:
            yield project

    def _begun(self, project: Project) -> State:
        if self._state is None:
            return State() if self._request.clean else load_state(project.state / _STATS)
        return State(stats=self._state.stats)

    def _forget(self, project: Project, lost: ChangedMeanwhile | CacheLost) -> None:
        """What turned out to be wrong is not believed again, neither in memory nor on the disk."""
        self._state, self._kept = None, Warm()
        if isinstance(lost, ChangedMeanwhile):
            discard(project.state / _STATS)
            return
        self._warm.clear()
        self._warm_pictures.clear()
        file, *key = lost.args
        if not key or file == str(project.state / "cache.sqlite"):
            forget(Path(file))

    def _stay_sole(self, state: Path) -> None:
        """Where somebody took the state folder away, the lock in it went too: another is taken; raises Busy."""
        with suppress(OSError):
            there = (state / _LOCK).stat()
            if self._lock is not None and os.path.samestat(os.fstat(self._lock.fileno()), there):
                return
        self._lock = self._held.enter_context(_sole(state))

    def _clear(self, state: Path) -> None:
        """What stands in place of the preview and is none, such as a link out of the project, is taken away."""
        for place in (state / PREVIEW, state / f".{PREVIEW}.next", state / f".{PREVIEW}.aside"):
            if place.is_symlink() or (place.exists() and not place.is_dir()):
                discard(place)


@contextmanager
def _sole(state: Path) -> Generator[IO[str]]:
    """No other server writes into this preview, as long as the file that is yielded stays locked; raises Busy."""
    with ExitStack() as held:
        lock = open_lock(state / _LOCK)
        try:
            held.enter_context(locked(lock))
        except Busy as busy:
            raise Busy(busy.pid, serves=True) from None
        yield lock
