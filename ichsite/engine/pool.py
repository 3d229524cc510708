"""Work over many inputs: here where they are few, in processes of our own where they are many.

Each process has a pipe of its own, and what was sent into it is known. One that dies is therefore traced to the
input that it held; it is replaced, and the rest goes on.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, replace
from multiprocessing.connection import wait
from typing import Any

from ichsite.engine.freight import pack
from ichsite.engine.lane import Chunk, Died, Lane, Shelf, Work
from ichsite.engine.store import Store

SERIAL_UNDER = 16
"""Fewer misses than this are done here: starting processes would take longer."""
_INPUTS_A_LANE = 32
"""A third process is started where there is so much for each: it costs its imports, and 75 MB, before it does anything."""
_CHUNKS_A_WORKER = 8
_LONGEST_CHUNK = 32
_AHEAD_BYTES = 32_000
"""A process is sent its next chunk while it works at one; not a long one, for two full pipes would stop both of us."""
_ALONE_LANES = 3
"""Processes at once for work that is done alone: a decoder may hold 130 MB."""
_ALONE_SECONDS = 180.0
_LOOK_SECONDS = 1.0


@dataclass(frozen=True)
class Ended:
    """In place of a result: the process that held the input died, twice. `code` as processes end: -11 is signal 11;
    0 says that it took too long."""

    code: int


class Pool:
    """Runs work over many inputs. Processes start at the first need and end with the pool."""

    def __init__(self, store: Store, jobs: int) -> None:
        self.store, self.jobs = store, jobs
        self._lanes: list[Lane] = []

    def run(self, work: Work, inputs: Sequence[Any], *, alone: bool = False) -> Iterator[tuple[int, Any]]:
        """(position, result) of each input, in the order in which they are done.

        Work that may bring its process down, such as decoding what a stranger made, is done `alone`: never in this
        process, input by input, and where the process dies of one the result is `Ended`. Other work whose process
        dies raises `BrokenExecutor`.
        """
        if not alone and (self.jobs == 1 or len(inputs) < SERIAL_UNDER):
            shelf = Shelf(self.store)
            for position, one in enumerate(inputs):
                yield position, work(one, shelf)
            return
        if alone and inputs:
            self.close()  # what earlier work has left in the processes would be held beside the decoder's
        yield from self._spread(work, inputs, alone=alone)

    def close(self) -> None:
        """Ends the processes; work that has not begun is dropped."""
        for lane in self._lanes:
            lane.end()
        self._lanes.clear()

    def _spread(self, work: Work, inputs: Sequence[Any], *, alone: bool) -> Iterator[tuple[int, Any]]:
        length = 1 if alone else max(1, min(_LONGEST_CHUNK, len(inputs) // (self.jobs * _CHUNKS_A_WORKER)))
        chunks = _Chunks(work, inputs, length)
        worth = min(_ALONE_LANES, len(inputs)) if alone else max(2, len(inputs) // _INPUTS_A_LANE)
        lanes = self._started(min(self.jobs, worth))
        try:
            for lane in lanes:
                chunks.feed(lane)
            while busy := [lane for lane in lanes if lane.held]:
                for lane in _ready(busy, _ALONE_SECONDS if alone else None):
                    try:
                        start, results = lane.take() if lane.results.poll() else _stopped(lane)
                    except Died as died:
                        lanes[lanes.index(lane)] = fresh = self._replaced(lane)
                        if not alone:
                            raise BrokenExecutor(f"a process ended with {died.code}") from died
                        chunks.again(died.unbegun)
                        if died.code and not died.chunk.deaths:
                            # it may have been ended for want of memory, or by somebody's hand: once more
                            chunks.again((replace(died.chunk, deaths=1),))
                            start, results = 0, []
                        else:
                            start, results = died.chunk.start, [Ended(died.code)]
                        chunks.feed(fresh)
                    else:
                        chunks.feed(lane)
                    yield from enumerate(results, start)
        finally:
            # a decoder leaves its process large: it is not taken along into other work
            for lane in [lane for lane in self._lanes if lane.held or alone]:
                lane.end()
                self._lanes.remove(lane)

    def _started(self, count: int) -> list[Lane]:
        while len(self._lanes) < count:
            self._lanes.append(Lane(self.store.path))
        return self._lanes[:count]

    def _replaced(self, lane: Lane) -> Lane:
        fresh = self._lanes[self._lanes.index(lane)] = Lane(self.store.path)
        return fresh


def _ready(busy: list[Lane], limit: float | None) -> list[Lane]:
    """The lanes with an answer, or an end, to be taken; and those that have been at one chunk for over `limit` seconds."""
    spoken = wait([lane.results for lane in busy], None if limit is None else _LOOK_SECONDS)
    now = time.monotonic()
    return [lane for lane in busy if lane.results in spoken or (limit is not None and now - lane.since > limit)]


def _stopped(lane: Lane) -> tuple[int, list[Any]]:
    raise lane.stop()


class _Chunks:
    """The chunks that wait, made into bytes shortly before they are sent."""

    def __init__(self, work: Work, inputs: Sequence[Any], length: int) -> None:
        self._work, self._inputs, self._length = work, inputs, length
        self._starts = deque(range(0, len(inputs), length))
        self._first: deque[Chunk] = deque()

    def feed(self, lane: Lane) -> None:
        """Gives a lane what it may hold: one chunk to work at and a short one to go on with."""
        while len(lane.held) < 2 and (chunk := self._next()) is not None:
            if lane.held and len(chunk.data) > _AHEAD_BYTES:
                return
            lane.send(self._work, self._first.popleft())

    def again(self, chunks: Sequence[Chunk]) -> None:
        """Chunks that come back, to be sent before all others."""
        self._first.extendleft(reversed(chunks))

    def _next(self) -> Chunk | None:
        if not self._first and self._starts:
            start = self._starts.popleft()
            self._first.append(Chunk(start, pack(list(self._inputs[start : start + self._length]))))
        return self._first[0] if self._first else None
