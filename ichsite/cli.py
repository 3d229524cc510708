"""The command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs `ichsite`."""
    from ichsite.commands.root import ichsite

    ichsite(prog_name="ichsite")


if __name__ == "__main__":
    sys.exit(main())
