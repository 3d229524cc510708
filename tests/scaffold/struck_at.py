"""`python -m tests.scaffold.struck_at N SIGNAL ROOT`: puts a few files and sends itself a signal before the N-th change of the disk.

With N = 0 it runs to its end and prints how many changes there were.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from ichsite.write.fresh import put_fresh
from tests.write.dies_at import CHANGES

FILES = {
    "content/crafts/cup/index.md": b"a" * 3000,
    "content/crafts/cup/customization.yaml": b"b" * 3000,
    "notes.md": b"c" * 3000,
    "site.yaml": b"d" * 3000,
}


def main() -> None:
    """Counts as `tests.write.dies_at` does."""
    last, sign, root = int(sys.argv[1]), signal.Signals[sys.argv[2]], Path(sys.argv[3])
    count = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if event in CHANGES or (event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_WRONLY):
            count += 1
            if count == last:
                os.kill(os.getpid(), sign)

    sys.addaudithook(hook)
    try:
        put_fresh(root, FILES, last="site.yaml")
    except KeyboardInterrupt:
        sys.exit(130)
    if not last:
        print(count)


if __name__ == "__main__":
    main()
