"""`python -m tests.write.dies_at N …`: runs the command and kills it, as a power cut would, at its N-th change of the disk.

With N = 0 it runs to its end and prints the number of the last change before the exchange, and how many there were.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

CHANGES = frozenset({"os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "os.truncate", "shutil.rmtree"})


def main() -> None:
    """Counts the changes of this process, not those of its workers."""
    last, own = int(sys.argv.pop(1)), os.getpid()
    count = exchange = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count, exchange
        exchanges = event == "ctypes.dlsym" and arguments[1] == "renameat2"
        opens = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_WRONLY
        if exchanges or opens or event in CHANGES:
            count += 1
            if exchanges:
                exchange = count
            if count == last and os.getpid() == own:
                os.kill(own, signal.SIGKILL)

    sys.addaudithook(hook)
    from ichsite.cli import main as ichsite

    try:
        ichsite()
    finally:
        if not last:
            print(exchange, count)


if __name__ == "__main__":
    main()
