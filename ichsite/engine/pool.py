"""A pool of processes for the misses, and a serial path where they are few."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from ichsite.engine.freight import pack, unpack
from ichsite.engine.store import CacheLost, Store

Work = Callable[[Any, "Shelf"], Any]
SERIAL_UNDER = 16
"""Fewer misses than this are done here: starting processes would take longer."""
_CHUNKS_A_WORKER = 8
_LONGEST_CHUNK = 32


class Shelf:
    """The large parts of earlier results, as a worker reads them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def take(self, key: bytes) -> Any:
        """The value; raises CacheLost."""
        data = self._store.large(key)
        if data is None:
            raise CacheLost(key.hex())
        try:
            return unpack(data)
        except (pickle.UnpicklingError, ValueError) as wrong:
            raise CacheLost(key.hex()) from wrong


class Pool:
    """Runs work over many inputs. Processes start at the first need and end with the pool."""

    def __init__(self, store: Store, jobs: int) -> None:
        self.store, self.jobs = store, jobs
        self._executor: Executor | None = None

    def run(self, work: Work, inputs: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        """(position, result) of each input, in the order in which they are done."""
        if self.jobs == 1 or len(inputs) < SERIAL_UNDER:
            shelf = Shelf(self.store)
            for position, one in enumerate(inputs):
                yield position, work(one, shelf)
            return
        yield from self._spread(work, inputs)

    def close(self) -> None:
        """Ends the processes; work that has not begun is dropped."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def _spread(self, work: Work, inputs: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        executor = self._started()
        length = max(1, min(_LONGEST_CHUNK, len(inputs) // (self.jobs * _CHUNKS_A_WORKER)))
        waiting: dict[Future[bytes], int] = {}
        for start in range(0, len(inputs), length):
            waiting[executor.submit(_chunk, work, pack(list(inputs[start : start + length])))] = start
        try:
            for done in as_completed(waiting):
                yield from enumerate(unpack(done.result()), waiting.pop(done))
        finally:
            for future in waiting:
                future.cancel()

    def _started(self) -> Executor:
        if self._executor is None:
            method = "fork" if os.name == "posix" and os.uname().sysname == "Linux" else "spawn"
            self._executor = ProcessPoolExecutor(
                self.jobs,
                mp_context=multiprocessing.get_context(method),
                initializer=_begin,
                initargs=(str(self.store.path),),
            )
        return self._executor


_shelf: list[Shelf] = []


def _begin(store: str) -> None:
    """A worker's start: Ctrl-C is the main process's to answer, and the cache is opened anew."""
    _end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    collect_seldom()
    _shelf[:] = [Shelf(Store(Path(store)))]


def collect_seldom() -> None:
    """A build makes values by the hundred thousand and drops few of them in circles: looking for those
    as often as Python does would take a tenth of its time."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


def _end_with_parent() -> None:
    """On Linux a worker goes when the main process is killed; nothing is left behind."""
    if os.uname().sysname == "Linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def _chunk(work: Work, packed: bytes) -> bytes:
    return pack([work(one, _shelf[0]) for one in unpack(packed)])
