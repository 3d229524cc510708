"""A net under what may not take long: work that is stopped when its time is up.

The time is the process's own (what it and the system work for it), so a busy or sleeping machine makes no difference.
Only the main thread of a process on Unix can be stopped; elsewhere the work goes on to its end.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
_AGAIN_SECONDS = 1.0
"""A library may swallow the first stop."""


class TimeUp(Exception):
    """The work took longer than it may."""


def within(seconds: float, work: Callable[[], Value]) -> Value:
    """What `work` gives; raises TimeUp where it takes more than `seconds` of the processor's time."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return work()
    running = True

    def stop(_signal: int, _frame: object) -> None:
        if running:
            raise TimeUp(f"more than {seconds:g} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN_SECONDS)
    try:
        try:
            return work()
        finally:
            running = False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
