"""Whole sites for tests: the base site with a case's files laid over it, and the command run on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.forked_runs import forked_runs

SITES = Path(__file__).parent / "sites"
BASE = SITES / "base"
TODAY = "2026-11-22"
NOT_CONTENT = ("expected.txt", "removed.txt")


@dataclass(frozen=True)
class Run:
    """One run of the command."""

    code: int
    out: str
    err: str


def laid_out(target: Path, case: Path | None = None) -> Path:
    """The base site in `target`, with the files of `case` over it; `removed.txt` lists files to take away."""
    shutil.copytree(BASE, target, dirs_exist_ok=True)
    if case is not None:
        shutil.copytree(case, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*NOT_CONTENT))
        removed = case / "removed.txt"
        for line in removed.read_text("utf-8").split() if removed.exists() else ():
            path = target / line
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return target


def ichsite(root: Path, *arguments: str, env: dict[str, str] | None = None, timeout: float = 120) -> Run:
    """Runs the command as a person would, in Chinese, on a fixed day, in a process of its own.

    Builds take one job: several are what `test_same_bytes` is about, and the tests themselves run side by side.
    """
    said = ["-C", str(root), *arguments]
    if "build" in arguments[:1] and "--jobs" not in arguments:
        said += ["--jobs", "1"]
    if arguments and arguments[0] in ("build", "check", "assess") and "--today" not in arguments:
        said += ["--today", TODAY]
    return command(*said, env=env, timeout=timeout)


def command(*arguments: str, cwd: Path | None = None, env: dict[str, str] | None = None, timeout: float = 120) -> Run:
    """Runs the command with just these arguments, in Chinese, in a process of its own and in the folder `cwd`."""
    environment = {**os.environ, "ICHSITE_LANG": "zh-CN", "NO_COLOR": "1", "PYTHONUTF8": "1", **(env or {})}
    environment.pop("GITHUB_ACTIONS", None)
    folder = str(cwd or Path.cwd())
    if any(name.startswith("PYTHON") for name in env or {}) or not hasattr(os, "fork"):
        # what Python itself reads when it starts
        words = [sys.executable, "-m", "ichsite", *arguments]
        done = subprocess.run(words, capture_output=True, cwd=folder, env=environment, timeout=timeout, check=False)
        return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    code, out, err = forked_runs().run(list(arguments), environment, folder, timeout)
    return Run(code, out.decode("utf-8"), err.decode("utf-8"))
