"""`python -m tests.scaffold.interrupted_at N …`: runs the command and presses Ctrl-C at its N-th move of a file or folder."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any


def main() -> None:
    """Counts moves: renamed folders and linked files."""
    last, own, count = int(sys.argv.pop(1)), os.getpid(), 0

    def hook(event: str, _: tuple[Any, ...]) -> None:
        nonlocal count
        if event in ("os.rename", "os.link"):
            count += 1
            if count == last and os.getpid() == own:
                os.kill(own, signal.SIGINT)

    sys.addaudithook(hook)
    from ichsite.cli import main as ichsite

    ichsite()


if __name__ == "__main__":
    main()
