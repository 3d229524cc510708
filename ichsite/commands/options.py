"""Options that several commands share, and what they are made into."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from ichsite.commands.course import course_of
from ichsite.commands.language import locale_language
from ichsite.request import Request
from ichsite.text.words import LANGUAGES, Language, Words, language_meant

Command = TypeVar("Command", bound=Callable[..., Any])


class DayType(click.ParamType[date]):
    """`2026-11-22`."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        from ichsite.model.scalar import Day, Refused

        try:
            day: date = Day().parse(str(value))
        except Refused:
            said = Words(f"{value!r} 不是日期，写成 2026-11-22 这样", f"{value!r} is no day; write 2026-11-22")
            self.fail(said.said(locale_language()), param, ctx)
        return day


class LanguageType(click.Choice[Language]):
    """`zh-CN` or `en`, by any of the names that systems and people have for them; `written` as in `language_meant`."""

    def __init__(self, *, written: bool = False) -> None:
        super().__init__(LANGUAGES)
        self._written = written

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Language:
        return super().convert(language_meant(str(value), written=self._written) or value, param, ctx)


def folder_option(command: Command) -> Command:
    """`-C DIR`."""
    return click.option(
        "-C",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help="Run as if started in DIR.",
    )(command)


def language_option(command: Command) -> Command:
    """`--lang` before the command; `settle` has read it by then."""
    return click.option("--lang", type=LanguageType(), expose_value=False, help="Language of the messages.")(command)


@dataclass(frozen=True)
class Run:
    """What the options of a command that reads a project say: what is to be done, and how it is told."""

    request: Request
    language: Language
    as_json: bool


def project_options(command: Callable[..., int]) -> Callable[..., int]:
    """The options of everything that reads a project; the command has them as one value, `run`."""

    @wraps(command)
    def with_run(
        *,
        folder: Path | None,
        today: date | None,
        theme: str | None,
        drafts: bool,
        clean: bool,
        jobs: int | None,
        language: Language | None,
        as_json: bool,
        strict: bool,
        **own: Any,
    ) -> int:
        root = root_of(click.get_current_context(), folder)
        request = Request(root, today_from(today), jobs or default_jobs(), clean, strict, drafts, theme=theme)
        return command(run=Run(request, language or locale_language(), as_json), **own)

    made: Callable[..., int] = with_run
    for option in (
        click.option(
            "--today", type=DayType(), metavar="DAY", help="Count windows from DAY (2026-11-22) instead of today."
        ),
        click.option("--theme", metavar="NAME", help="Take theme NAME instead of site.yaml's."),
        click.option("--drafts", is_flag=True, help="Drafts too."),
        click.option("--clean", is_flag=True, help="Forget the cache first."),
        click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="Processes; default: one a core."),
        click.option("--lang", "language", type=LanguageType(), help="Language of the messages."),
        click.option("--json", "as_json", is_flag=True, help="JSON on stdout."),
        click.option("--strict", is_flag=True, help="Warnings are errors."),
        folder_option,
    ):
        made = option(made)
    return made


def root_of(ctx: click.Context, folder: Path | None) -> Path:
    """The project's root: `-C` of the command below `-C` of the group, as git joins them."""
    root = Path.cwd()
    for step in (course_of(ctx).folder, folder):
        if step is not None:
            root = root / step
    if not root.is_dir():
        raise click.UsageError(Words(f"没有这个文件夹：{root}", f"there is no folder {root}").said(locale_language()))
    return root.resolve()


def default_jobs() -> int:
    """One process a core that this process may use."""
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def today_from(day: date | None) -> date | None:
    """`--today`, else SOURCE_DATE_EPOCH (reproducible builds) as a day in UTC, else None."""
    if day is not None:
        return day
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        from datetime import UTC, datetime

        return datetime.fromtimestamp(int(epoch), UTC).date()
    return None
