"""One process of the pool: a pipe into it, a pipe out of it, and what it holds at this moment."""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from ichsite.engine.freight import pack, unpack
from ichsite.engine.store import CacheLost, Store

_DONE, _RAISED = b"+", b"-"
_END_SECONDS = 5.0
_SIGNALS = frozenset({signal.SIGINT, signal.SIGTERM})


class Shelf:
    """The large parts of earlier results, as a worker reads them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def take(self, key: bytes) -> Any:
        """The value; raises CacheLost."""
        data = self._store.large(key)
        if data is None:
            raise CacheLost(str(self._store.path), key.hex())
        try:
            return unpack(data)
        except (pickle.UnpicklingError, ValueError) as wrong:
            raise CacheLost(str(self._store.path), key.hex()) from wrong


Work = Callable[[Any, Shelf], Any]


@dataclass(frozen=True)
class Chunk:
    """Some inputs on their way: the position of the first, their bytes, how often a process died of them."""

    start: int
    data: bytes
    deaths: int = 0


class Died(Exception):
    """The process is no more: how it ended (as `Ended.code`), the chunk that it held, those that it had not begun."""

    def __init__(self, code: int, chunk: Chunk, unbegun: tuple[Chunk, ...]) -> None:
        super().__init__(code)
        self.code, self.chunk, self.unbegun = code, chunk, unbegun


class Lane:
    """A process that works off chunks in the order in which they are sent."""

    def __init__(self, store: Path) -> None:
        context: Any = multiprocessing.get_context(_method())  # typeshed knows no `Process` of a context
        theirs: Connection[Any, Any]
        answers: Connection[Any, Any]
        self.results: Connection[Any, Any]
        theirs, self._tasks = context.Pipe(duplex=False)
        self.results, answers = context.Pipe(duplex=False)
        self._process: BaseProcess = context.Process(target=_work_off, args=(theirs, answers, str(store)), daemon=True)
        with _unheard():
            self._process.start()
        # closed here, so that the pipe ends where the process does; no other process was started in between
        theirs.close()
        answers.close()
        self.held: deque[Chunk] = deque()
        self.since = time.monotonic()

    def send(self, work: Work, chunk: Chunk) -> None:
        """Hands a chunk over. Never a third while two are held, nor a long one while one is: see `Pool`."""
        if not self.held:
            self.since = time.monotonic()
        self.held.append(chunk)
        with suppress(OSError):  # a process that has died is met in `take`
            self._tasks.send_bytes(pickle.dumps((work, chunk.data)))

    def take(self) -> tuple[int, list[Any]]:
        """The results of the oldest chunk and the position of the first; raises Died, and whatever the work raised."""
        try:
            said = self.results.recv_bytes()
        except (EOFError, OSError):
            raise self._died() from None
        chunk = self.held.popleft()
        self.since = time.monotonic()
        if said[:1] == _RAISED:
            raise pickle.loads(said[1:])  # noqa: S301  our own process wrote it
        return chunk.start, unpack(said[1:])

    def stop(self) -> Died:
        """Ends a process that takes too long."""
        self._process.kill()
        died = self._died()
        died.code = 0
        return died

    def end(self) -> None:
        """Ends the process, whatever it does."""
        self._process.terminate()
        self._process.join(_END_SECONDS)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join(_END_SECONDS)
        self._tasks.close()
        self.results.close()
        self.held.clear()

    def _died(self) -> Died:
        self._process.join(_END_SECONDS)
        died = Died(self._process.exitcode or -signal.SIGKILL, self.held[0], tuple(self.held)[1:])
        self.end()
        return died


def _method() -> str:
    """How a process is started: forked on Linux, which costs nothing.

    Not where libvips has been at work in this process: its threads do not come along, and a fork would wait for
    them for ever. A build never decodes here; whoever uses ichsite as a library may. Nor where other threads run, as
    those of `ichsite serve` do: a fork would copy the locks that they hold at that moment, locked for ever.
    """
    alone = threading.active_count() == 1 and "pyvips" not in sys.modules
    return "fork" if sys.platform == "linux" and alone else "spawn"


def _work_off(tasks: Connection[Any, Any], results: Connection[Any, Any], store: str) -> None:
    """A process's life: Ctrl-C is the main process's to answer, and the cache is opened anew."""
    _end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _hear(_SIGNALS)
    collect_seldom()
    shelf = Shelf(Store(Path(store)))
    with suppress(EOFError, OSError):
        while True:
            work, packed = pickle.loads(tasks.recv_bytes())  # noqa: S301  the main process wrote it
            results.send_bytes(_answer(work, packed, shelf))


@contextmanager
def _unheard() -> Generator[None]:
    """Signals wait while a process is born: Python's own hooks around a fork would drop what a handler raises, and
    the new process would answer by this one's handlers until it has its own."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows, which has no fork either
        yield
        return
    held = _SIGNALS - signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        _hear(held)


def _hear(held: Iterable[signal.Signals]) -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, held)


def _answer(work: Work, packed: bytes, shelf: Shelf) -> bytes:
    try:
        return _DONE + pack([work(one, shelf) for one in unpack(packed)])
    except Exception as wrong:
        wrong.add_note("in a process of the pool:\n" + traceback.format_exc())
        try:
            return _RAISED + pickle.dumps(wrong)
        except Exception:
            return _RAISED + pickle.dumps(RuntimeError(f"{type(wrong).__name__}: {wrong}"))


def collect_seldom() -> None:
    """A build makes values by the hundred thousand and drops few of them in circles: looking for those
    as often as Python does would take a tenth of its time."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


def _end_with_parent() -> None:
    """On Linux a worker goes when the main process is killed; nothing is left behind."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)
