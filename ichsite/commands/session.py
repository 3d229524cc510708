"""One run of a command: project, cache and pool opened, the work done, everything closed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from ichsite.engine.memo import Memo
from ichsite.engine.pool import Pool
from ichsite.engine.store import Store, forget
from ichsite.project import Project, opened_project
from ichsite.read.sources import ChangedMeanwhile
from ichsite.request import Request
from ichsite.state import State, load_state, save_state

Value = TypeVar("Value")
_TRIES = 4


@dataclass(frozen=True)
class Session:
    """What a command works with."""

    project: Project
    request: Request
    memo: Memo
    state: State


@contextmanager
def session(request: Request) -> Iterator[Session]:
    """A session on the project of a request; its state is kept when the work ends well."""
    with opened_project(request.root) as project:
        cache = project.state / "cache.sqlite"
        if request.clean:
            forget(cache)
        store = Store(cache)
        pool = Pool(store, request.jobs)
        try:
            state = State() if request.clean else load_state(project.state / "stats")
            yield Session(project, request, Memo(store, pool), state)
            save_state(project.state / "stats", state)
        finally:
            pool.close()
            store.close()


def settled(work: Callable[[], Value]) -> Value:
    """Runs the work again where a file was edited meanwhile, so that it sees one state of the project."""
    for _ in range(_TRIES - 1):
        try:
            return work()
        except ChangedMeanwhile:
            continue
    return work()
