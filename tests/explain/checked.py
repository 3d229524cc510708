"""A site checked, planned or built in this process, with its findings at their places."""

from __future__ import annotations

from pathlib import Path

from ichsite.commands.session import session
from ichsite.pipeline import build, check, plan
from ichsite.report.placed import placed
from ichsite.request import Request
from ichsite.text.diagnostic import Diagnostic
from tests.rules.sample import TODAY


def checked(root: Path, stage: str = "check") -> tuple[Diagnostic, ...]:
    """The findings as far as `stage`: check, plan, build, or outside (the addresses of other sites)."""
    with session(Request(root, TODAY), lambda _stage, _done, _of: None) as desk:
        if stage == "outside":
            from ichsite.stage.outside_links import try_outside_links

            known, findings = check(desk)
            assert known is not None, findings
            return placed(root, try_outside_links(desk, known)[1])
        _, findings = {"check": check, "plan": plan, "build": build}[stage](desk)
        return placed(root, findings)
