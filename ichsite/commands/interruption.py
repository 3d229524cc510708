"""Ctrl-C and SIGTERM: heard wherever the program stands, until its work is done and said."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_AGAIN_SECONDS = 0.01
_SIGNALS = (signal.SIGINT, signal.SIGTERM)

asked: list[int] = []
"""The signals that have asked this process to stop."""


def listen() -> None:
    """From here on a signal raises KeyboardInterrupt, and is counted in `asked`."""
    sys.unraisablehook = _unraisable
    for one in _SIGNALS:
        signal.signal(one, _interrupted)


def deafen() -> None:
    """From here on no signal changes what this process does."""
    for one in _SIGNALS:
        signal.signal(one, signal.SIG_IGN)


def _interrupted(which: int, _frame: FrameType | None) -> None:
    asked.append(which)
    raise KeyboardInterrupt


def _unraisable(lost: UnraisableHookArgs, /) -> None:
    """A finaliser or a hook of the system's drops what is raised in it: an interruption is then raised once more."""
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)
        return
    from _thread import interrupt_main

    again = threading.Timer(_AGAIN_SECONDS, interrupt_main)
    again.daemon = True
    with suppress(RuntimeError):  # at the very end no thread is started, and nothing is left to be interrupted
        again.start()
