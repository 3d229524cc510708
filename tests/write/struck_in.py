"""`python -m tests.write.struck_in TEXT HOW N …`: runs the command and strikes it at its N-th change of a path with TEXT in it.

HOW is `kill`, as a power cut would, or `full`: from then on the disk takes nothing there. With N = 0 it runs to its end and
prints how many such changes there were.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from typing import Any

from tests.write.dies_at import CHANGES


def main() -> None:
    """Counts the changes of this process, not those of its workers."""
    text, how, last = sys.argv.pop(1), sys.argv.pop(1), int(sys.argv.pop(1))
    own, count = os.getpid(), 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        opens = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_WRONLY
        if not (opens or event in CHANGES) or not any(text in str(one) for one in arguments[:2]) or os.getpid() != own:
            return
        count += 1
        if how == "full" and 0 < last <= count and event != "os.remove":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if how == "kill" and count == last:
            os.kill(own, signal.SIGKILL)

    sys.addaudithook(hook)
    from ichsite.cli import main as ichsite

    try:
        ichsite()
    finally:
        if not last:
            print(count)


if __name__ == "__main__":
    main()
