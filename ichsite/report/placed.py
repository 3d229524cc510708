"""Findings with places, read from the project's files."""

from __future__ import annotations

from pathlib import Path

from ichsite.read.tree import read_file
from ichsite.report.locate import located
from ichsite.text.diagnostic import Diagnostic


def placed(root: Path, findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The findings with places in the files below `root`, sorted."""
    known: dict[str, bytes | None] = {}

    def read(path: str) -> bytes | None:
        if path not in known:
            try:
                known[path] = read_file(root, path)
            except OSError:
                known[path] = None
        return known[path]

    return located(findings, read)
