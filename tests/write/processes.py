"""Builds as processes of their own, to be killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.sites_support import TODAY

REPOSITORY = Path(__file__).resolve().parents[2]


def started(
    root: Path, *options: str, program: tuple[str, ...] = ("-m", "ichsite"), **settings: object
) -> subprocess.Popen[bytes]:
    """A build in a process group of its own."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "ICHSITE_LANG": "en", "NO_COLOR": "1"}
    command = [sys.executable, *program, "-C", str(root), "build", "--today", TODAY, *options]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
        **settings,  # type: ignore[call-overload]
    )


def left_behind(group: int) -> bool:
    """Whether a process of the group is still there two seconds after its first has ended."""
    until = time.monotonic() + 2
    while time.monotonic() < until:
        with suppress(PermissionError):
            try:
                os.killpg(group, 0)
            except ProcessLookupError:
                return False
        time.sleep(0.02)
    return True
