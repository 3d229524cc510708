"""Memoisation by fingerprint: a task is a pure function of one frozen value, and its result is kept by that value's key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from ichsite.engine.freight import pack, unpack
from ichsite.engine.lane import Shelf
from ichsite.engine.pool import Ended, Pool
from ichsite.engine.stamp import code_stamp
from ichsite.engine.store import CacheLost, Store
from ichsite.engine.warmth import Print, Warmth, key_of
from ichsite.text.fingerprint import Fingerprint, of_value

_FLUSH_BYTES = 16_000_000
"""Results wait for one transaction, but not so many that they fill the memory."""

_STALE_TIMES = 4
"""The cache may hold this many times what one build uses, so that going back and forth between two states is cheap."""

_NEVER_KEPT = Fingerprint(b"no result")
"""In place of the fingerprint of a result that no cache keeps."""

Input = TypeVar("Input")
Small = TypeVar("Small")


@dataclass(frozen=True)
class Held:
    """A large value that lies in the cache: where it lies, and what it is."""

    key: bytes
    fingerprint: Fingerprint


@dataclass(frozen=True)
class Task(Generic[Input, Small]):
    """A pure function with a name: `work(input, shelf)` gives the small result and the large one (or None).

    `stamp` tells the code apart that makes it. Where `ended` is given, the work is done alone (see `Pool.run`), and
    `ended(code)` is the result, never kept, of an input that its process died of.
    """

    name: str
    work: Callable[[Input, Shelf], tuple[Small, Any]]
    stamp: Callable[[], Fingerprint] = code_stamp
    ended: Callable[[int], Small] | None = None


@dataclass(frozen=True)
class Result(Generic[Small]):
    """What a task gave: the small part at hand, the large part held."""

    small: Small
    held: Held
    fresh: bool


@dataclass
class Memo:
    """Runs tasks, asking the cache first. `used` are the keys of this run: the others may be forgotten.

    `idle_builds`: what so many builds did not ask for is forgotten; without it, what is there is counted only.
    `warm` is what a process holds between its builds.
    """

    store: Store
    pool: Pool
    idle_builds: int | None = None
    used: set[bytes] = field(default_factory=set[bytes])
    reused: int = 0
    warm: Warmth | None = None

    def map(
        self,
        task: Task[Input, Small],
        prints: Sequence[Print],
        make: Callable[[int], Input],
        progress: Callable[[int, int], None] | None = None,
    ) -> list[Result[Small]]:
        """The result for each print; `make(position)` gives the input where the cache does not know it."""
        stamp = task.stamp()
        if self.warm is not None:
            keys = self.warm.keys(task.name, stamp, prints)
        else:
            keys = [key_of(task.name, stamp, one) for one in prints]
        self.used.update(keys)
        results: list[Result[Small] | None] = self._remembered(keys)
        missing = [position for position, result in enumerate(results) if result is None]
        self.reused += len(keys) - len(missing)
        fresh: list[tuple[bytes, bytes, bytes | None, bytes]] = []
        weight = 0
        work = _Working(task.work)
        inputs = [make(position) for position in missing]
        for done, (at, made) in enumerate(self.pool.run(work, inputs, alone=task.ended is not None), 1):
            position = missing[at]
            if progress is not None:
                progress(done, len(missing))
            if isinstance(made, Ended):
                if task.ended is not None:
                    results[position] = Result(task.ended(made.code), Held(keys[position], _NEVER_KEPT), True)
                continue
            small, large, large_print = made
            fresh.append((keys[position], small, large, large_print))
            results[position] = Result(unpack(small), Held(keys[position], Fingerprint(large_print)), True)
            weight += len(small) + len(large or b"")
            if weight > _FLUSH_BYTES:
                self.store.put(fresh)
                fresh, weight = [], 0
        if fresh:
            self.store.put(fresh)
        if self.warm is not None:
            self.warm.results |= {
                keys[at]: replace(made, fresh=False)
                for at in missing
                if (made := results[at]) is not None and made.held.fingerprint is not _NEVER_KEPT
            }
        return [result for result in results if result is not None]

    def use(self, keys: Iterable[bytes]) -> None:
        """Results that this run has without asking for them: they are not forgotten."""
        self.used.update(keys)

    def take(self, held: Held) -> Any:
        """The large value; raises CacheLost, and has then forgotten the result that it belonged to."""
        try:
            return Shelf(self.store).take(held.key)
        except CacheLost:
            self.store.drop(held.key)
            if self.warm is not None:
                self.warm.forget(held.key)
            raise

    def hold(self, held: Held) -> Any:
        """The large value as `take` gives it, for what every build takes again: a process that goes on building keeps
        it, frozen, for as long as it is asked for."""
        if self.warm is None:
            return self.take(held)
        if held.key not in self.warm.large:
            self.warm.large[held.key] = self.take(held)
        return self.warm.large[held.key]

    def tidy(self, *, strictly: bool = False) -> None:
        """After a whole build: what builds no longer ask for is forgotten; `strictly`, what this one did not ask for,
        and no byte of it stays on the disk."""
        if self.warm is not None:
            self.warm.keep_only(self.used)
        if strictly:
            self.store.keep_only(self.used)
            self.store.settle()
        elif self.idle_builds is not None:
            self.store.age(self.used, self.idle_builds)
        elif self.store.count() > _STALE_TIMES * len(self.used):
            self.store.keep_only(self.used)

    def _remembered(self, keys: list[bytes]) -> list[Result[Any] | None]:
        """What is known of each key, from this process's memory first."""
        if self.warm is None:
            return [self._known(key, row) for key, row in self._rows(keys)]
        warm = self.warm.results
        cold = [key for key in keys if key not in warm]
        for key, row in self._rows(cold):
            if (known := self._known(key, row)) is not None:
                warm[key] = known
        return [warm.get(key) for key in keys]

    def _rows(self, keys: list[bytes]) -> list[tuple[bytes, Any]]:
        rows = self.store.small(keys)
        return [(key, rows.get(key)) for key in keys]

    def _known(self, key: bytes, row: Any) -> Result[Any] | None:
        if row is None:
            return None
        try:
            return Result(unpack(row.small), Held(key, Fingerprint(row.large_print)), False)
        except Exception:  # whatever is wrong with an entry of the cache, it is made anew
            return None


@dataclass(frozen=True)
class _Working:
    """A task's work that gives bytes: what travels between processes is what the cache keeps."""

    work: Callable[[Any, Shelf], tuple[Any, Any]]

    def __call__(self, one: Any, shelf: Shelf) -> tuple[bytes, bytes | None, bytes]:
        small, large = self.work(one, shelf)
        return pack(small), None if large is None else pack(large), b"" if large is None else of_value(large)
