"""The options that every kind of new item has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any

import click

from ichsite.commands.options import DayType, LanguageType, folder_option
from ichsite.text.words import Language


@dataclass(frozen=True)
class Given:
    """What stands on the command line, the same for every kind."""

    name: str
    address: str | None = None
    today: date | None = None
    language: Language | None = None
    as_json: bool = False


def item_options(*, photos: bool = False) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """NAME, `--address`, `--today`, `--lang`, `--json`, `-C`; with `photos` also `--photos a.jpg b.jpg`.

    The command gets them as `given` and `photos`.
    """

    def decorate(command: Callable[..., int]) -> Callable[..., int]:
        @wraps(command)
        def gathered(
            *args: Any,
            name: str,
            address: str | None,
            today: date | None,
            language: Language | None,
            as_json: bool,
            first_photos: tuple[str, ...] = (),
            more_photos: tuple[str, ...] = (),
            **rest: Any,
        ) -> int:
            if more_photos and not first_photos:
                raise click.UsageError(f"one NAME only; put it in quotes: {' '.join((name, *more_photos))!r}")
            given = Given(name, address, today, language, as_json)
            return command(*args, given=given, photos=(*first_photos, *more_photos), **rest)

        decorated: Callable[..., int] = gathered
        # an option takes one value; a shell makes many words of `--photos *.jpg`, and the rest of them end up here
        if photos:
            decorated = click.argument("more_photos", metavar="", nargs=-1)(decorated)
            decorated = click.option(
                "--photos", "first_photos", multiple=True, metavar="FILE...", help="Pictures to copy: --photos *.jpg"
            )(decorated)
        decorated = click.argument("name")(decorated)
        for option in (
            folder_option,
            click.option("--json", "as_json", is_flag=True, help="JSON on stdout."),
            click.option("--lang", "language", type=LanguageType(), help="Language of the messages."),
            click.option("--today", type=DayType(), metavar="DAY", help="Date it as if today were DAY (2026-11-22)."),
            click.option("--address", metavar="NAME", help="Folder, id and address; default: NAME in pinyin."),
        ):
            decorated = option(decorated)
        return click.pass_context(decorated)

    return decorate
