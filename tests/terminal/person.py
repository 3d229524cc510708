"""A person at a terminal: a real pty, its size, and what was on it, with colours and without."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.sites_support import TODAY

pexpect = pytest.importorskip("pexpect", reason="terminals of this kind are POSIX only")
if not hasattr(pexpect, "spawn"):
    pytest.skip("terminals of this kind are POSIX only", allow_module_level=True)

HIDE, SHOW = "\x1b[?25l", "\x1b[?25h"
_FREE = (
    "COLUMNS",  # a terminal knows its own size
    "LINES",
    "ICHSITE_LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "NO_COLOR",
    "PYTHONUTF8",
    "PYTHONIOENCODING",
    "GITHUB_ACTIONS",
)
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def environment(**given: str) -> dict[str, str]:
    """A terminal's own environment: nothing of the machine's languages, colours and encodings."""
    kept = {name: value for name, value in os.environ.items() if name not in _FREE}
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **given}


def at_terminal(root: Path, *arguments: str, columns: int = 100, encoding: str = "utf-8", **given: str) -> Any:
    """`ichsite` started at a terminal of so many columns."""
    command = ["-m", "ichsite", "-C", str(root), *arguments]
    if arguments and arguments[0] in ("build", "check"):
        command += ["--today", TODAY]
    env = environment(**given)
    return pexpect.spawn(
        sys.executable,
        command,
        env=env,
        dimensions=(40, columns),
        encoding=encoding,
        codec_errors="replace",
        timeout=60,
    )


def seen(child: Any) -> tuple[str, int]:
    """All that was on the terminal until the end, and the exit code."""
    text = child.read()
    child.close()
    return text.replace("\r\n", "\n"), child.exitstatus if child.exitstatus is not None else 128 + child.signalstatus


def plain(text: str) -> str:
    """The same without colours and cursor movements."""
    return _ESCAPE.sub("", text)
