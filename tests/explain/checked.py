"""A site checked, planned or built in this process, with its findings at their places."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from ichsite.commands.session import session
from ichsite.doctor.machine import Terminal
from ichsite.doctor.round import Round, Wish
from ichsite.pipeline import build, check, plan
from ichsite.report.placed import placed
from ichsite.request import Request
from ichsite.stage.intake import Wanted, import_showcases
from ichsite.stage.intake_names import Named
from ichsite.stage.poll_intake import WantedPoll, import_poll
from ichsite.text.diagnostic import Diagnostic
from tests.rules.sample import TODAY

NOW = datetime.combine(TODAY, datetime.min.time(), UTC)


def checked(root: Path, stage: str = "check") -> tuple[Diagnostic, ...]:
    """The findings as far as `stage`: check, plan, build, outside (the addresses of other sites); or of another command:
    doctor (the project, not the computer), import (of `答卷.csv`, with the photographs in `附件/`), import poll (`投票.csv`)."""
    if stage == "doctor":
        report = Round(root, Wish(), NOW, lambda _stage, _done, _of: None).report("", Terminal("utf-8", is_tty=False))
        return tuple(one for group in report.groups if group.name != "machine" for one in group.findings)
    with session(Request(root, TODAY), lambda _stage, _done, _of: None) as desk:
        if stage == "import":
            photos = root / "附件"
            wanted = Wanted(root / "答卷.csv", photos if photos.exists() else None, None, None, True, "zh-CN")
            return import_showcases(desk, wanted)[1]
        if stage == "import poll":
            named = Named(None, None, None, None, TODAY)
            return import_poll(desk, WantedPoll(root / "投票.csv", named, None, "form", True, "zh-CN"))[1]
        if stage == "outside":
            from ichsite.stage.outside_links import try_outside_links

            known, findings = check(desk)
            assert known is not None, findings
            return placed(root, try_outside_links(desk, known)[1])
        _, findings = {"check": check, "plan": plan, "build": build}[stage](desk)
        return placed(root, findings)
