"""`python -m tests.write.ends_at TEXT …`: runs the command and interrupts it when it first writes to a path with TEXT in it.

With `exchange` as TEXT the disk is full as soon as the new site has taken the old one's place.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from typing import Any

from tests.write.dies_at import CHANGES


def main() -> None:
    """Once; what comes after is let through, so that the command can end as it likes."""
    text, own = sys.argv.pop(1), os.getpid()
    exchanged = done = False

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal exchanged, done
        exchanged = exchanged or (event == "ctypes.dlsym" and arguments[1] == "renameat2")
        opens = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_WRONLY
        if done or os.getpid() != own or not (opens or event in CHANGES):
            return
        if text == "exchange":
            if exchanged and opens:
                done = True
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        elif text in str(arguments[0]):
            done = True
            os.kill(own, signal.SIGINT)

    sys.addaudithook(hook)
    from ichsite.cli import main as ichsite

    ichsite()


if __name__ == "__main__":
    main()
