"""All addresses asked: few at once, one at a time at each host, each address once."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import replace
from urllib.parse import urlsplit

from ichsite.external.ask import Answer, Manners, ask


def ask_all(urls: Iterable[str], manners: Manners, progress: Callable[[int, int], None]) -> dict[str, Answer]:
    """What became of each address. A host that says that it is asked too much is left in peace from then on."""
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        by_host[_host(url)].append(url)
    turns = _Turns(manners.pause)
    polite = replace(manners, turn=turns.turn)
    answers: dict[str, Answer] = {}
    total = sum(map(len, by_host.values()))

    def visit(queue: list[str]) -> None:
        for at, url in enumerate(queue):
            answers[url] = ask(url, polite)
            if answers[url].outcome == "busy":
                answers.update(dict.fromkeys(queue[at + 1 :], Answer("unasked", 429)))
                return

    pool = ThreadPoolExecutor(manners.at_once, thread_name_prefix="outside")
    try:
        waiting = {pool.submit(visit, queue) for queue in by_host.values()}
        while waiting:
            done, waiting = wait(waiting, timeout=0.2, return_when=FIRST_COMPLETED)
            for one in done:
                one.result()
            progress(len(answers), total)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return answers


class _Turns:
    """One question at a time at a host, and a breath between two; redirects from elsewhere wait their turn too."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._last: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Generator[None]:
        with self._guard:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            since = time.monotonic() - self._last.get(host, -self._pause)
            if since < self._pause:
                time.sleep(self._pause - since)
            try:
                yield
            finally:
                self._last[host] = time.monotonic()


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
