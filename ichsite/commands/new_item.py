"""A new item on its way into the project: the project that it meets, and its files put in their places."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from ichsite.commands.course import ALL_OR_NOTHING, course_of
from ichsite.commands.new_options import Given
from ichsite.commands.options import root_of
from ichsite.commands.placing import Unmade, day, put
from ichsite.commands.talk import answer, locale_language, say
from ichsite.model.permalink import LedgerKind
from ichsite.model.scalar import Moment
from ichsite.model.scalar import Refused as OutOfForm
from ichsite.read.tree import read_file, scan
from ichsite.report.machine import SCHEMA_VERSION
from ichsite.scaffold.item import NewItem, item_files
from ichsite.scaffold.refused import Refused
from ichsite.scaffold.surroundings import (
    LEDGER,
    SETTINGS,
    Settings,
    Surroundings,
    kind_files,
    owner_of,
    settings_of,
    surroundings_of,
)
from ichsite.scaffold.title import step_of, title_of
from ichsite.text.placeholder import MARK
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Language, Words

_DEFAULT_STREAM_DAYS, _DEFAULT_STREAM_HOUR = 14, 20


@dataclass(frozen=True)
class Project:
    """A project as far as a new item has to do with it."""

    root: Path
    settings: Settings
    around: Surroundings
    spoken: Language


def opened(ctx: click.Context, folder: Path | None, given: Given, kind: LedgerKind) -> Project:
    """The project in which a new item of a kind begins; raises Unmade where there is none."""
    spoken = given.language or locale_language()
    root, settings = site_of(ctx, folder, spoken)
    paths = tuple(found.path for found in scan(root).files)
    texts = {path: text for path in kind_files(paths, kind) if (text := bytes_of(root, path)) is not None}
    ledger = bytes_of(root, LEDGER) if LEDGER in paths else None
    try:
        around = surroundings_of(paths, kind, texts, ledger, settings)
    except Refused as refused:
        raise Unmade(refused.words, spoken) from None
    return Project(root, settings, around, spoken)


def site_of(ctx: click.Context, folder: Path | None, spoken: Language) -> tuple[Path, Settings]:
    """The root and the settings of the site in which something new is put, all of it or nothing; raises Unmade where there
    is no site."""
    course_of(ctx).stands = ALL_OR_NOTHING
    root = root_of(ctx, folder)
    data = bytes_of(root, SETTINGS)
    if data is None:
        above = next((one for one in root.parents if (one / SETTINGS).is_file()), None)
        raise Unmade(
            Words(
                f"{root} 不是 ichsite 的网站（没有 site.yaml）。"
                + (f"网站在 {above}，到那里运行" if above else "先运行 ichsite init 建一个"),
                f"{root} is no ichsite site: there is no site.yaml. "
                + (f"The site is {above}; run this there" if above else "Begin one with ichsite init"),
            ),
            spoken,
        )
    return root, settings_of(data, spoken)


def begun(project: Project, given: Given, kind: LedgerKind) -> NewItem:
    """The item with its title and its place; raises Unmade where the place is taken."""
    try:
        title = title_of(kind, given.name)
        step = step_of(title, given.address)
    except Refused as refused:
        raise Unmade(refused.words, project.spoken) from None
    owner = owner_of(step, kind, project.around, project.settings)
    if owner is not None:
        raise Unmade(_taken(step, owner, chosen=given.address is not None), project.spoken)
    today = day(given.today, project.settings.timezone)
    schemas = (project.root / "schemas").is_dir()
    return NewItem(kind, step, title, project.settings.language, today, schema=schemas)


def _taken(step: str, owner: str, *, chosen: bool) -> Words:
    other = (
        Words("换一个", "take another") if chosen else Words("用 --address 另取一个", "choose another with --address")
    )
    if owner.startswith("content/"):
        return Words(f"`{step}` 已经是 {owner} 的，{other.zh}", f"`{step}` is {owner}'s already; {other.en}")
    return Words(
        f"`{step}` 发布过，是 {owner} 的网址或 id，旧链接还指着它。{other.zh}；"
        "如果就是原来那件，把它的文件放回来；如果是接替它的，另取名字，在新文件里写 replaces",
        f"`{step}` was published as the address or id of {owner}, and old links lead there. {other.en.capitalize()}; "
        "if it is the same piece, put its files back; if it stands in for it, take another name and write `replaces`",
    )


def make(project: Project, given: Given, item: NewItem, photos: tuple[str, ...]) -> int:
    """Writes the files of the item, and says what comes next."""
    if photos:
        from ichsite.commands.photos import taken_photos

        item = replace(item, photos=taken_photos(Path.cwd(), photos, project.spoken))
    files = item_files(item)
    put(project.root, files, project.spoken)
    return told(project, given, item, tuple(files))


def told(project: Project, given: Given, item: NewItem, files: tuple[str, ...]) -> int:
    """Says which files hold the new item, and what comes next."""
    if given.as_json:
        made = {"command": "new", "kind": item.kind, "id": item.step, "draft": True, "made": list(files)}
        answer(json.dumps({"version": SCHEMA_VERSION, **made, "findings": []}, ensure_ascii=False, indent=2))
        return 0
    for path in files:
        say(path)
    say(_next(item, files[0]).said(project.spoken))
    return 0


def _next(item: NewItem, first: str) -> Words:
    if item.kind == "showcase":
        return Words(
            f"是草稿，不会发布。打开 {first}：写上买家的话和图片的 alt，拿到书面同意、填好 consent，再删掉 draft 那一行。\n"
            "还差什么：ichsite check --drafts",
            f"A draft, which is not published. Open {first}: the buyer's words, an alt for each picture; with consent in "
            "writing fill in `consent`, then delete the line `draft`.\nWhat is missing: ichsite check --drafts",
        )
    return Words(
        f"是草稿，不会发布。打开 {first}，把“{MARK.zh}”换成自己的，再删掉 draft 那一行。\n"
        "看样子：ichsite serve --drafts    还差什么：ichsite check --drafts",
        f'A draft, which is not published. Open {first}, replace what says "{MARK.en}", then delete the line `draft`.\n'
        "To look at it: ichsite serve --drafts    What is missing: ichsite check --drafts",
    )


def known(name: str, there: tuple[str, ...], term: Words, language: Language) -> None:
    """Raises Unmade where nothing of that name is among those that are `there`."""
    if name in there:
        return
    meant = did_you_mean(name, there) or Words(
        f"有的是：{'、'.join(there[:8]) or '（还没有）'}", f"there are: {', '.join(there[:8]) or '(none yet)'}"
    )
    raise Unmade(
        Words(f"没有叫 `{name}` 的{term.zh}。{meant.zh}", f"there is no {term.en} `{name}`. {meant.en}"), language
    )


def moment(at: str | None, project: Project, today: date) -> str:
    """`2026-12-05T20:00+08:00`, in the site's zone."""
    try:
        zone = ZoneInfo(project.settings.timezone)
    except (KeyError, ValueError, OSError):
        zone = ZoneInfo("Asia/Shanghai")
    if at is None:
        later = today + timedelta(days=_DEFAULT_STREAM_DAYS)
        moment = datetime(later.year, later.month, later.day, _DEFAULT_STREAM_HOUR, tzinfo=zone)
    else:
        try:
            # a Chinese keyboard's colon and digits are meant as they are read
            moment = datetime.fromisoformat(unicodedata.normalize("NFKC", at).strip())
            Moment().parse(moment.replace(tzinfo=moment.tzinfo or zone).isoformat(timespec="minutes"))
        except (ValueError, OutOfForm):
            raise Unmade(
                Words(f'`{at}` 不是时间，写成 "2026-12-05 20:00"', f'`{at}` is no time; write "2026-12-05 20:00"'),
                project.spoken,
            ) from None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone)
    return moment.isoformat(timespec="minutes")


def bytes_of(root: Path, path: str) -> bytes | None:
    """The bytes of a file of the project; None where it is not there."""
    try:
        return read_file(root, path)
    except OSError:
        return None
