"""A table of deliveries, begun with its headers: one a year, in `content/deliveries/`."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from ichsite.commands.new_item import site_of
from ichsite.commands.options import DayType, LanguageType, folder_option
from ichsite.commands.placing import day, put
from ichsite.commands.talk import answer, locale_language, say
from ichsite.report.machine import SCHEMA_VERSION
from ichsite.scaffold.deliveries import deliveries_file, deliveries_path
from ichsite.text.words import Language, Words

_YEARS = click.IntRange(2000, 2999)


@click.command()
@click.argument("year", type=_YEARS, required=False)
@click.option("--today", type=DayType(), metavar="DAY", help="Date it as if today were DAY (2026-11-22).")
@click.option("--lang", "language", type=LanguageType(), help="Language of the messages.")
@click.option("--json", "as_json", is_flag=True, help="JSON on stdout.")
@folder_option
@click.pass_context
def deliveries(
    ctx: click.Context,
    folder: Path | None,
    year: int | None,
    today: date | None,
    language: Language | None,
    as_json: bool,
) -> int:
    """A table of what was promised and when it arrived, for YEAR; default: this one. Nothing personal goes into it."""
    spoken = language or locale_language()
    root, settings = site_of(ctx, folder, spoken)
    path = deliveries_path(year or day(today, settings.timezone).year)
    put(root, {path: deliveries_file(settings.language)}, spoken)
    if as_json:
        made = {"command": "new", "kind": "deliveries", "made": [path]}
        answer(json.dumps({"version": SCHEMA_VERSION, **made, "findings": []}, ensure_ascii=False, indent=2))
        return 0
    say(path)
    next_words = Words(
        f"表头写好了。用表格软件打开 {path}，一单一行；另存时选“CSV UTF-8”。\n"
        "下次构建，作品页和首页就写出近十二个月按时多少。",
        f"The headers are there. Open {path} in a spreadsheet, one order a row; save it as “CSV UTF-8”.\n"
        "The next build says on the pieces' pages and on the home page how much came on time in twelve months.",
    )
    say(next_words.said(spoken))
    return 0
