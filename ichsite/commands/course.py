"""What a run has come to, for the case that it ends without a result: each command says for itself what then stands on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from ichsite.text.words import Words

UNTOUCHED = Words("你的文件没有动过。", "Your files are as they were.")
"""Of a command that writes nothing but its own memory in `.ichsite/`."""
OLD_SITE = Words("已发布的网站没有动过。", "The published site is as it was.")
NEW_SITE = Words("这之前新网站已经换上，是完整的。", "By then the new site was in its place, whole.")
PREVIEW = Words("这只是预览，已发布的网站没有动过。", "This is the preview only; the published site is as it was.")
ALL_OR_NOTHING = Words("要么全都写好了，要么一个文件也没写。", "What you asked for is there whole, or not at all.")


@dataclass
class Course:
    """One run: the folder given before the command, and what stands on the disk should it end now."""

    folder: Path | None = None
    stands: Words = UNTOUCHED


def course_of(ctx: click.Context) -> Course:
    """The course of this run."""
    return ctx.ensure_object(Course)
