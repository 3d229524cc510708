"""`ichsite new`: a craft, a master, a showcase, a stream, a call for ideas, a design session, a material or a post, in its place, commented, as a draft."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from ichsite.commands.course import ALL_OR_NOTHING, course_of
from ichsite.commands.new_options import Given, item_options
from ichsite.commands.options import root_of
from ichsite.commands.placing import Unmade, day, put
from ichsite.commands.talk import answer, locale_language, say
from ichsite.model.material import MaterialKind
from ichsite.model.permalink import LedgerKind
from ichsite.model.scalar import Moment
from ichsite.model.scalar import Refused as OutOfForm
from ichsite.model.tier import TierName
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
    offered_tiers,
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
class _Project:
    """A project as far as a new item has to do with it."""

    root: Path
    settings: Settings
    around: Surroundings
    spoken: Language


@click.group()
def new() -> None:
    """Begin a craft, a master, a showcase, a stream, a call, a design session, a material or a post: commented files in their place, as a draft."""


@new.command()
@click.option("--tier", type=click.Choice(["element", "function", "deep"]), default="element", show_default=True)
@click.option("--master", "masters", multiple=True, metavar="FOLDER", help="Who makes it; default: the only master.")
@item_options(photos=True)
def craft(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], tier: TierName, masters: tuple[str, ...]) -> int:  # fmt: skip
    """A piece: what it is (index.md), and what can be changed, for how much, in how many days (customization.yaml)."""
    project = _opened(ctx, folder, given, "craft")
    for name in masters:
        _known(name, project.around.masters, Words("师傅", "master"), project.spoken)
    if not masters and len(project.around.masters) == 1:
        masters = project.around.masters
    return _make(project, given, replace(_item(project, given, "craft"), tier=tier, masters=masters), photos)


@new.command()
@item_options()
def master(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...]) -> int:
    """A master, or a maker without a title."""
    project = _opened(ctx, folder, given, "master")
    return _make(project, given, _item(project, given, "master"), photos)


@new.command()
@click.option("--craft", "of_craft", metavar="FOLDER", help="The craft; default: the only one there is.")
@click.option("--tier", type=click.Choice(["element", "function", "deep"]), help="Default: the craft's first.")
@item_options(photos=True)
def showcase(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], of_craft: str | None, tier: TierName | None) -> int:  # fmt: skip
    """A buyer's piece in the buyer's words. It stays a draft until there is consent in writing."""
    project = _opened(ctx, folder, given, "showcase")
    crafts = project.around.crafts
    if of_craft is None:
        if len(crafts) != 1:
            listed = "、".join(crafts[:8]), ", ".join(crafts[:8])
            raise Unmade(
                Words(f"是哪件作品的？加上 --craft：{listed[0]}", f"of which craft? Add --craft: {listed[1]}")
                if crafts
                else Words(
                    "还没有作品，先 ichsite new craft 名字", "there is no craft yet; begin with ichsite new craft NAME"
                ),
                project.spoken,
            )
        of_craft = crafts[0]
    _known(of_craft, crafts, Words("作品", "craft"), project.spoken)
    tiers = offered_tiers(_bytes(project.root, f"content/crafts/{of_craft}/customization.yaml") or b"")
    if tier is not None and tiers and tier not in tiers:
        offered = ", ".join(tiers)
        raise Unmade(
            Words(
                f"{of_craft} 没有 {tier} 这一层，有的是 {offered}", f"{of_craft} does not offer {tier}, but {offered}"
            ),
            project.spoken,
        )
    chosen = tier or (tiers[0] if tiers else "element")
    return _make(project, given, replace(_item(project, given, "showcase"), craft=of_craft, tier=chosen), photos)


@new.command()
@click.option("--at", metavar='"2026-12-05 20:00"', help="When it begins, in the site's zone.")
@click.option("--craft", "crafts", multiple=True, metavar="FOLDER", help="What it shows; may be given several times.")
@item_options()
def stream(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], at: str | None, crafts: tuple[str, ...]) -> int:  # fmt: skip
    """A live stream."""
    project = _opened(ctx, folder, given, "stream")
    for name in crafts:
        _known(name, project.around.crafts, Words("作品", "craft"), project.spoken)
    item = _item(project, given, "stream")
    starts = _moment(at, project, item.today)
    return _make(project, given, replace(item, starts=starts, at_given=at is not None, crafts=crafts), photos)


@new.command()
@click.option("--stream", "of_stream", metavar="FOLDER", help="The stream that it is for.")
@click.option(
    "--craft", "crafts", multiple=True, metavar="FOLDER", help="What it is about; may be given several times."
)
@item_options()
def call(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], of_stream: str | None, crafts: tuple[str, ...]) -> int:  # fmt: skip
    """A call for ideas before a stream."""
    project = _opened(ctx, folder, given, "call")
    if of_stream is not None:
        _known(of_stream, project.around.streams, Words("直播", "stream"), project.spoken)
    for name in crafts:
        _known(name, project.around.crafts, Words("作品", "craft"), project.spoken)
    item = _item(project, given, "call")
    return _make(project, given, replace(item, stream=of_stream or "", crafts=crafts), photos)


@new.command()
@click.option("--stream", "of_stream", metavar="FOLDER", help="The stream in which it is drawn.")
@click.option(
    "--craft", "crafts", multiple=True, metavar="FOLDER", help="What it is about; may be given several times."
)
@item_options(photos=True)
def design(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], of_stream: str | None, crafts: tuple[str, ...]) -> int:  # fmt: skip
    """A design session: one piece from its first sketch to what is confirmed."""
    project = _opened(ctx, folder, given, "design")
    if of_stream is not None:
        _known(of_stream, project.around.streams, Words("直播", "stream"), project.spoken)
    for name in crafts:
        _known(name, project.around.crafts, Words("作品", "craft"), project.spoken)
    masters = project.around.masters if len(project.around.masters) == 1 else ()
    item = _item(project, given, "design")
    return _make(project, given, replace(item, stream=of_stream or "", crafts=crafts, masters=masters), photos)


@new.command()
@click.option(
    "--kind",
    "which",
    type=click.Choice(["motif", "palette", "film"]),
    default="motif",
    show_default=True,
    help="Which of the three.",
)
@click.option("--craft", "crafts", multiple=True, metavar="FOLDER", help="What it suits; may be given several times.")
@item_options()
def material(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], which: MaterialKind, crafts: tuple[str, ...]) -> int:  # fmt: skip
    """A motif, a palette or a film of a technique, for the material library."""
    project = _opened(ctx, folder, given, "material")
    for name in crafts:
        _known(name, project.around.crafts, Words("作品", "craft"), project.spoken)
    return _make(project, given, replace(_item(project, given, "material"), material=which, crafts=crafts), photos)


@new.command()
@click.option(
    "--craft", "crafts", multiple=True, metavar="FOLDER", help="What it is about; may be given several times."
)
@item_options()
def post(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], crafts: tuple[str, ...]) -> int:  # fmt: skip
    """A post."""
    project = _opened(ctx, folder, given, "post")
    for name in crafts:
        _known(name, project.around.crafts, Words("作品", "craft"), project.spoken)
    return _make(project, given, replace(_item(project, given, "post"), crafts=crafts), photos)


def _opened(ctx: click.Context, folder: Path | None, given: Given, kind: LedgerKind) -> _Project:
    course_of(ctx).stands = ALL_OR_NOTHING
    root, spoken = root_of(ctx, folder), given.language or locale_language()
    data = _bytes(root, SETTINGS)
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
    settings = settings_of(data, spoken)
    paths = tuple(found.path for found in scan(root).files)
    texts = {path: text for path in kind_files(paths, kind) if (text := _bytes(root, path)) is not None}
    ledger = _bytes(root, LEDGER) if LEDGER in paths else None
    try:
        around = surroundings_of(paths, kind, texts, ledger, settings)
    except Refused as refused:
        raise Unmade(refused.words, spoken) from None
    return _Project(root, settings, around, spoken)


def _item(project: _Project, given: Given, kind: LedgerKind) -> NewItem:
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


def _make(project: _Project, given: Given, item: NewItem, photos: tuple[str, ...]) -> int:
    if photos:
        from ichsite.commands.photos import taken_photos

        item = replace(item, photos=taken_photos(Path.cwd(), photos, project.spoken))
    files = item_files(item)
    put(project.root, files, project.spoken)
    if given.as_json:
        made = {"command": "new", "kind": item.kind, "id": item.step, "draft": True, "made": list(files)}
        answer(json.dumps({"version": SCHEMA_VERSION, **made, "findings": []}, ensure_ascii=False, indent=2))
        return 0
    for path in files:
        say(path)
    say(_next(item, next(iter(files))).said(project.spoken))
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


def _known(name: str, there: tuple[str, ...], term: Words, language: Language) -> None:
    if name in there:
        return
    meant = did_you_mean(name, there) or Words(
        f"有的是：{'、'.join(there[:8]) or '（还没有）'}", f"there are: {', '.join(there[:8]) or '(none yet)'}"
    )
    raise Unmade(
        Words(f"没有叫 `{name}` 的{term.zh}。{meant.zh}", f"there is no {term.en} `{name}`. {meant.en}"), language
    )


def _moment(at: str | None, project: _Project, today: date) -> str:
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


def _bytes(root: Path, path: str) -> bytes | None:
    try:
        return read_file(root, path)
    except OSError:
        return None
