"""Sites begun in this process as the commands begin them, and asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ichsite.commands.init import init
from ichsite.commands.new import new
from ichsite.commands.session import session
from ichsite.pipeline import check
from ichsite.report.placed import placed
from ichsite.request import Request

DAY = "2026-12-20"
"""Late in a year: deliveries reach into one whose holidays are not published."""


def begun(root: Path, *options: str, day: str = DAY) -> Path:
    """A starter site in `root`."""
    code = init.main([str(root), "--today", day, *options], standalone_mode=False)
    assert code == 0
    return root


def made(root: Path, *arguments: str, day: str = DAY) -> int:
    """`ichsite new …` in a project."""
    kind, *rest = arguments
    return new.main([kind, "-C", str(root), "--today", day, *rest], standalone_mode=False)


def said(root: Path, *, drafts: bool = False, day: str = DAY) -> list[str]:
    """What `check` has to say: `path severity[code]`, sorted."""
    with session(Request(root, date.fromisoformat(day), drafts=drafts), lambda *_: None) as desk:
        _, findings = check(desk)
    return sorted(f"{one.where.path} {one.severity}[{one.code}]" for one in placed(root, findings))
