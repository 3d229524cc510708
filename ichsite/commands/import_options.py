"""What the imports of ideas and of votes share: their options, and what is told of the rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, cast

import click

from ichsite.commands.course import ALL_OR_NOTHING, course_of
from ichsite.commands.options import DayType, LanguageType, default_jobs, folder_option, root_of, today_from
from ichsite.commands.talk import locale_language
from ichsite.model.call import ANSWER_PLACE_TERMS, AnswerPlace
from ichsite.request import Request
from ichsite.scaffold.refused import Refused
from ichsite.scaffold.title import step_of
from ichsite.stage.intake_names import Named
from ichsite.text.words import Language, Words

_NAMED = 10
"""So many headers are named one by one."""


@dataclass(frozen=True)
class TableRun:
    """One run: the table, what it is about, and how it is told."""

    request: Request
    table: Path
    named: Named
    craft: str | None
    where: AnswerPlace | None
    dry_run: bool
    language: Language
    as_json: bool
    editor_line: str | None


def table_options(example: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """The options of a command that takes a table into one file; `example` is a path of such a file."""

    def options(command: Callable[..., int]) -> Callable[..., int]:
        @wraps(command)
        def with_run(
            *,
            table: Path,
            call: str | None,
            stream: str | None,
            craft: str | None,
            where: str | None,
            name: str | None,
            title: str | None,
            day: date | None,
            dry_run: bool,
            language: Language | None,
            as_json: bool,
            folder: Path | None,
            **own: Any,
        ) -> int:
            ctx = click.get_current_context()
            root, spoken = root_of(ctx, folder), language or locale_language()
            if not dry_run:
                course_of(ctx).stands = ALL_OR_NOTHING
            today = today_from(day) or date.today()  # noqa: DTZ011  the person's own day, where the rows have none
            named = Named(call, stream, _step(name, spoken), title.strip() if title else None, today)
            place = cast("AnswerPlace | None", where)
            request = Request(root, jobs=default_jobs())
            run = TableRun(
                request, table.absolute(), named, craft, place, dry_run, spoken, as_json, _editor_line(root, example)
            )
            return command(run=run, **own)

        made: Callable[..., int] = with_run
        for option in (
            click.argument("table", metavar="FILE", type=click.Path(path_type=Path)),
            click.option("--call", metavar="NAME", help="The call for ideas that they answer: folder, id or title."),
            click.option("--stream", metavar="NAME", help="The stream that they belong to: folder, id or title."),
            click.option("--craft", metavar="NAME", help="The piece that they are about: title, folder or id."),
            click.option(
                "--where",
                type=click.Choice(list(ANSWER_PLACE_TERMS.terms)),
                help="Where it was said, for rows that do not say it.",
            ),
            click.option("--name", metavar="NAME", help="The new file's name, hence its address."),
            click.option("--title", metavar="TEXT", help="Its title."),
            click.option("--day", type=DayType(), metavar="DAY", help="The day, where no row has one (2026-11-22)."),
            click.option("--dry-run", is_flag=True, help="Say what would be done; write nothing."),
            click.option("--lang", "language", type=LanguageType(), help="Language of the messages."),
            click.option("--json", "as_json", is_flag=True, help="JSON on stdout."),
            folder_option,
        ):
            made = option(made)
        return made

    return options


def not_read(dropped: tuple[str, ...]) -> list[Words]:
    """The columns that were not read, by their headers."""
    if not dropped:
        return []
    named, more = dropped[:_NAMED], len(dropped) - _NAMED
    zh, en = "、".join(named), ", ".join(named)
    if more > 0:
        zh, en = f"{zh} 等 {more} 列", f"{en} and {more} more"
    return [Words(f"没有读的列：{zh}。", f"Columns not read: {en}.")]


def unknown(counted: Mapping[str, int], what: Words) -> list[Words]:
    """Names in cells that the catalogue does not know, with how many rows have them."""
    if not counted:
        return []
    most = sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:_NAMED]
    zh = "、".join(f"“{name}”（{count} 行）" for name, count in most)
    en = ", ".join(f"“{name}” ({count})" for name, count in most)
    return [Words(f"{what.zh}：{zh}。", f"{what.en}: {en}.")]


def _step(name: str | None, language: Language) -> str | None:
    if name is None:
        return None
    try:
        return step_of(name, name)
    except Refused as refused:
        raise click.UsageError(refused.words.said(language)) from None


def _editor_line(root: Path, example: str) -> str | None:
    """What tells an editor the schema of the file, where the project has schemas."""
    from ichsite.schema.files import FOLDER, editor_line

    return editor_line(example) if (root / FOLDER).is_dir() else None
