"""A text into the clipboard, with the tool that the system has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

_PATIENCE_SECONDS = 10


@dataclass(frozen=True)
class _Tool:
    """A program that reads the text on its standard input; `needs` is a variable without which it cannot work."""

    command: tuple[str, ...]
    encoding: str = "utf-8"
    needs: str = ""


_TOOLS = (
    _Tool(("pbcopy",)),
    _Tool(("wl-copy",), needs="WAYLAND_DISPLAY"),
    _Tool(("xclip", "-selection", "clipboard"), needs="DISPLAY"),
    _Tool(("clip.exe",), "utf-16"),
)
TOOL_NAMES = tuple(tool.command[0] for tool in _TOOLS)


def copied(text: str) -> bool:
    """Whether the text is in the clipboard now; False where there is no tool, or it failed."""
    for tool in _TOOLS:
        program = shutil.which(tool.command[0])
        if program is None or (tool.needs and not os.environ.get(tool.needs)):
            continue
        environment = {**os.environ, "LC_CTYPE": "UTF-8"} if sys.platform == "darwin" else None
        try:
            # what it prints goes nowhere: xclip stays in the background and would keep a pipe open
            done = subprocess.run(  # noqa: S603  a program of the list above, found on the path
                [program, *tool.command[1:]],
                input=text.encode(tool.encoding),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE_SECONDS,
                env=environment,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return True
    return False
