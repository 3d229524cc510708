"""One run of a command: project, cache and pool opened, the work done, everything closed again."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TypeVar

from ichsite.engine.keep import discard
from ichsite.engine.lane import collect_seldom
from ichsite.engine.memo import Memo
from ichsite.engine.pool import Pool
from ichsite.engine.store import CacheLost, Store, forget
from ichsite.project import opened_project
from ichsite.read.sources import ChangedMeanwhile
from ichsite.request import Request
from ichsite.stage.desk import Desk, Progress
from ichsite.state import State, load_state, save_state

Value = TypeVar("Value")
_TRIES = 4
_PICTURES_KEPT_BUILDS = 20
"""What so many builds in a row did not use is forgotten: long enough to look at another branch and come back."""


@contextmanager
def session(request: Request, progress: Progress, exchanged: Callable[[], None] | None = None) -> Generator[Desk]:
    """The desk of one run; its state is kept when the work ends well. `exchanged` is told once a new site is in its place."""
    collect_seldom()
    with opened_project(request.root) as project:
        cache = project.state / "cache.sqlite"
        if request.clean:
            forget(cache)
        store = Store(cache)
        pictures = Store(project.state / "pictures.sqlite")
        pool = Pool(store, request.jobs)
        try:
            state = State() if request.clean else load_state(project.state / "stats")
            memo, kept = Memo(store, pool), Memo(pictures, pool, _PICTURES_KEPT_BUILDS)
            yield Desk(project, request, memo, state, progress, kept, exchanged=exchanged)
            save_state(project.state / "stats", state)
        except ChangedMeanwhile:
            # what was remembered of the files may be what is wrong: the next try reads them all
            discard(project.state / "stats")
            raise
        except CacheLost as lost:
            file, *key = lost.args
            if file == str(pictures.path) and key:
                raise  # one picture: forgotten already, and made anew by the next try
            for damaged in (store, pictures):
                if file == str(damaged.path):
                    damaged.close()
                    forget(damaged.path)
            raise
        finally:
            pool.close()
            store.close()
            pictures.close()


def settled(work: Callable[[], Value]) -> Value:
    """Runs the work again where a file was edited meanwhile, so that it sees one state of the project, or where
    the cache turned out to be damaged."""
    for _ in range(_TRIES - 1):
        try:
            return work()
        except (ChangedMeanwhile, CacheLost):
            continue
    return work()
