"""`python -m tests.images.dies_of SIGNAL MARK …`: runs the command with a decoder that dies of pictures that hold MARK."""

from __future__ import annotations

import os
import sys
from typing import Any

from ichsite.images import picture


def main() -> None:
    """The decoder is changed here and in every process that is forked from here."""
    how, mark = int(sys.argv.pop(1)), sys.argv.pop(1).encode()
    decode = picture._prepared  # pyright: ignore[reportPrivateUsage]

    def dying(data: bytes, recipe: Any, **said: Any) -> Any:
        if mark in data:
            os.kill(os.getpid(), how)
        return decode(data, recipe, **said)

    picture._prepared = dying  # pyright: ignore[reportPrivateUsage]
    from ichsite.cli import main as ichsite

    ichsite()


if __name__ == "__main__":
    main()
