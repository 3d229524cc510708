"""The command line."""

from __future__ import annotations

import gc
import os
import signal
import sys


def main() -> None:
    """Runs `ichsite`."""
    # what is imported stays: looking for circles in it, as Python does again and again, is a tenth of the start
    gc.set_threshold(50_000)
    # until the group listens itself, nothing has begun that could be said or taken back
    signal.signal(signal.SIGINT, _ended)
    signal.signal(signal.SIGTERM, _ended)
    from ichsite.commands.root import ichsite

    ichsite(prog_name="ichsite")


def _ended(_signal: int, _frame: object) -> None:
    os._exit(130)


if __name__ == "__main__":
    sys.exit(main())
