"""Runs of the command as processes of their own, forked off one that has imported what they need.

A fresh interpreter spends most of a small run on imports and on pydantic's validators; a suite has hundreds of such
runs. `python -m tests.forked_runs` is the process they are forked from: it reads a run from its stdin, a line of JSON,
and answers with the exit code. It holds what one build of the base site leaves behind, so that nothing but that is
shared between runs.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import json
import os
import select
import subprocess
import sys
import tempfile
import time
import traceback
from datetime import date
from pathlib import Path
from typing import Any

_runners: dict[int, ForkedRuns] = {}


class ForkedRuns:
    """The process that runs are forked from; one for each process of tests."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.forked_runs"]
        root = Path(__file__).parents[1]
        environment = {**os.environ, "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root, env=environment
        )
        self._said = b""
        atexit.register(self.end)

    def run(
        self, arguments: list[str], environment: dict[str, str], cwd: str, timeout: float
    ) -> tuple[int, bytes, bytes]:
        """The exit code as `subprocess` gives it, and what was said; raises TimeoutExpired when the run was ended."""
        assert self._process.stdin is not None and self._process.stdout is not None
        with tempfile.TemporaryDirectory(prefix="run-") as folder:
            out, err = Path(folder, "out"), Path(folder, "err")
            asked = {"arguments": arguments, "environment": environment, "cwd": cwd, "out": str(out), "err": str(err)}
            self._process.stdin.write(json.dumps(asked).encode() + b"\n")
            self._process.stdin.flush()
            pid = self._number(None)
            assert pid is not None
            code = self._number(timeout)
            if code is None:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, 9)
                self._number(None)
                raise subprocess.TimeoutExpired(arguments, timeout)
            return code, out.read_bytes(), err.read_bytes()

    def _number(self, timeout: float | None) -> int | None:
        """The next line that it says; None where it says none in time. Read without a buffer that `select` knows nothing of."""
        assert self._process.stdout is not None
        handle = self._process.stdout.fileno()
        while b"\n" not in self._said:
            if not select.select([handle], [], [], timeout)[0]:
                return None
            read = os.read(handle, 4096)
            assert read, "the process that runs are forked from has ended"
            self._said += read
        line, _, self._said = self._said.partition(b"\n")
        return int(line)

    def end(self) -> None:
        """Ends it; it would end by itself with the pipe."""
        self._process.kill()
        self._process.wait()


def forked_runs() -> ForkedRuns:
    """Those of this process: a fork of a test's own has its own."""
    if os.getpid() not in _runners:
        _runners[os.getpid()] = ForkedRuns()
    return _runners[os.getpid()]


def _serve() -> None:
    control = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    _warm()
    import gc

    gc.freeze()
    while line := sys.stdin.readline():
        asked = json.loads(line)
        child = os.fork()
        if not child:
            _child(asked)
        control.write(f"{child}\n")
        _, status = os.waitpid(child, 0)
        control.write(f"{os.waitstatus_to_exitcode(status)}\n")


def _warm() -> None:
    """Imports what runs need, by building the base site: nothing is decoded or drawn in this process."""
    from importlib import import_module

    from ichsite.commands.root import COMMANDS
    from ichsite.commands.session import session
    from ichsite.pipeline import build
    from ichsite.request import Request
    from tests.sites_support import TODAY, laid_out

    for module, _ in COMMANDS.values():
        import_module(module)
    with tempfile.TemporaryDirectory(prefix="warm-") as folder:
        root = laid_out(Path(folder, "site"))
        with session(Request(root, date.fromisoformat(TODAY), 1), lambda *_: None) as desk:
            build(desk)
    assert "pyvips" not in sys.modules, "a fork would wait for its threads for ever"


def _child(asked: dict[str, Any]) -> None:
    """The run; never returns."""
    code = 1
    try:
        os.setsid()
        for handle, path, flags in ((0, os.devnull, os.O_RDONLY), (1, asked["out"], 0), (2, asked["err"], 0)):
            opened = os.open(path, flags or os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            os.dup2(opened, handle)
            os.close(opened)
        sys.stdin, sys.stdout, sys.stderr = (
            io.TextIOWrapper(io.FileIO(handle, mode, closefd=False), "utf-8", errors, line_buffering=handle == 2)
            for handle, mode, errors in ((0, "r", "strict"), (1, "w", "strict"), (2, "w", "backslashreplace"))
        )
        os.environ.clear()
        os.environ.update(asked["environment"])
        time.tzset()
        tempfile.tempdir = None
        os.chdir(asked["cwd"])
        sys.argv = ["ichsite", *asked["arguments"]]
        from ichsite.cli import main

        main()
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        os._exit(code & 0xFF)


if __name__ == "__main__":
    _serve()
