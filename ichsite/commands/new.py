"""`ichsite new`: an item of any kind, in its place, commented, as a draft."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from ichsite.commands.new_audience import make_audience
from ichsite.commands.new_deliveries import deliveries
from ichsite.commands.new_item import begun, bytes_of, known, make, moment, opened
from ichsite.commands.new_options import Given, item_options
from ichsite.commands.placing import Unmade
from ichsite.model.material import MaterialKind
from ichsite.model.permalink import LedgerKind
from ichsite.model.tier import TierName
from ichsite.scaffold.surroundings import offered_tiers
from ichsite.text.words import Words

_FOR = click.option("--stream", "of_stream", metavar="FOLDER", help="The stream that it is for.")
_ABOUT = click.option(
    "--craft", "crafts", multiple=True, metavar="FOLDER", help="What it is about; may be given several times."
)


@click.group()
def new() -> None:
    """Begin a craft, a master, a showcase, a stream, a call, a poll, ideas, a design session, a material, an audience, an event, feedback, a post or a table of deliveries: commented files in their place, as a draft."""


new.add_command(deliveries)


@new.command()
@click.option("--tier", type=click.Choice(["element", "function", "deep"]), default="element", show_default=True)
@click.option("--master", "masters", multiple=True, metavar="FOLDER", help="Who makes it; default: the only master.")
@item_options(photos=True)
def craft(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], tier: TierName, masters: tuple[str, ...]) -> int:  # fmt: skip
    """A piece: what it is (index.md), and what can be changed, for how much, in how many days (customization.yaml)."""
    project = opened(ctx, folder, given, "craft")
    for name in masters:
        known(name, project.around.masters, Words("师傅", "master"), project.spoken)
    if not masters and len(project.around.masters) == 1:
        masters = project.around.masters
    return make(project, given, replace(begun(project, given, "craft"), tier=tier, masters=masters), photos)


@new.command()
@item_options()
def master(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...]) -> int:
    """A master, or a maker without a title."""
    project = opened(ctx, folder, given, "master")
    return make(project, given, begun(project, given, "master"), photos)


@new.command()
@click.option("--craft", "of_craft", metavar="FOLDER", help="The craft; default: the only one there is.")
@click.option("--tier", type=click.Choice(["element", "function", "deep"]), help="Default: the craft's first.")
@item_options(photos=True)
def showcase(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], of_craft: str | None, tier: TierName | None) -> int:  # fmt: skip
    """A buyer's piece in the buyer's words. It stays a draft until there is consent in writing."""
    project = opened(ctx, folder, given, "showcase")
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
    known(of_craft, crafts, Words("作品", "craft"), project.spoken)
    tiers = offered_tiers(bytes_of(project.root, f"content/crafts/{of_craft}/customization.yaml") or b"")
    if tier is not None and tiers and tier not in tiers:
        offered = ", ".join(tiers)
        raise Unmade(
            Words(
                f"{of_craft} 没有 {tier} 这一层，有的是 {offered}", f"{of_craft} does not offer {tier}, but {offered}"
            ),
            project.spoken,
        )
    chosen = tier or (tiers[0] if tiers else "element")
    return make(project, given, replace(begun(project, given, "showcase"), craft=of_craft, tier=chosen), photos)


@new.command()
@click.option("--at", metavar='"2026-12-05 20:00"', help="When it begins, in the site's zone.")
@click.option("--craft", "crafts", multiple=True, metavar="FOLDER", help="What it shows; may be given several times.")
@item_options()
def stream(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], at: str | None, crafts: tuple[str, ...]) -> int:  # fmt: skip
    """A live stream."""
    return _timed(ctx, folder, given, photos, "stream", at, crafts)


@new.command()
@_FOR
@_ABOUT
@item_options()
def call(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], of_stream: str | None, crafts: tuple[str, ...]) -> int:  # fmt: skip
    """A call for ideas before a stream."""
    return _asked(ctx, folder, given, photos, "call", of_stream, crafts)


@new.command()
@_FOR
@_ABOUT
@item_options()
def poll(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], of_stream: str | None, crafts: tuple[str, ...]) -> int:  # fmt: skip
    """A poll, with its options and, afterwards, its votes."""
    return _asked(ctx, folder, given, photos, "poll", of_stream, crafts)


@new.command()
@_FOR
@_ABOUT
@item_options()
def ideas(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], of_stream: str | None, crafts: tuple[str, ...]) -> int:  # fmt: skip
    """Ideas that were gathered together, and their answers."""
    return _asked(ctx, folder, given, photos, "idea", of_stream, crafts)


@new.command()
@click.option("--stream", "of_stream", metavar="FOLDER", help="The stream in which it is drawn.")
@_ABOUT
@item_options(photos=True)
def design(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], of_stream: str | None, crafts: tuple[str, ...]) -> int:  # fmt: skip
    """A design session: one piece from its first sketch to what is confirmed."""
    return _asked(ctx, folder, given, photos, "design", of_stream, crafts)


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
    project = opened(ctx, folder, given, "material")
    for name in crafts:
        known(name, project.around.crafts, Words("作品", "craft"), project.spoken)
    return make(project, given, replace(begun(project, given, "material"), material=which, crafts=crafts), photos)


@new.command()
@click.option("--at", metavar='"2026-12-05 20:00"', help="When it begins, in the site's zone.")
@_ABOUT
@item_options()
def event(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], at: str | None, crafts: tuple[str, ...]) -> int:  # fmt: skip
    """A quiz, a workshop, an exhibition or a talk."""
    return _timed(ctx, folder, given, photos, "event", at, crafts)


@new.command()
@_ABOUT
@item_options()
def feedback(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], crafts: tuple[str, ...]) -> int:  # fmt: skip
    """A theme that people ask for, and what is done about it."""
    return _about(ctx, folder, given, photos, "feedback", crafts)


@new.command()
@item_options()
def audience(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...]) -> int:  # noqa: ARG001
    """For whom crafts are: a further entry of content/audiences.yaml, with a guide page of its own."""
    return make_audience(ctx, folder, given)


@new.command()
@_ABOUT
@item_options()
def post(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], crafts: tuple[str, ...]) -> int:  # fmt: skip
    """A post."""
    return _about(ctx, folder, given, photos, "post", crafts)


def _timed(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], kind: LedgerKind, at: str | None, crafts: tuple[str, ...]) -> int:  # fmt: skip
    project = opened(ctx, folder, given, kind)
    for name in crafts:
        known(name, project.around.crafts, Words("作品", "craft"), project.spoken)
    item = begun(project, given, kind)
    starts = moment(at, project, item.today)
    return make(project, given, replace(item, starts=starts, at_given=at is not None, crafts=crafts), photos)


def _asked(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], kind: LedgerKind, of_stream: str | None, crafts: tuple[str, ...]) -> int:  # fmt: skip
    """What is asked for a stream and is about some crafts."""
    project = opened(ctx, folder, given, kind)
    if of_stream is not None:
        known(of_stream, project.around.streams, Words("直播", "stream"), project.spoken)
    for name in crafts:
        known(name, project.around.crafts, Words("作品", "craft"), project.spoken)
    masters = project.around.masters if len(project.around.masters) == 1 else ()
    item = begun(project, given, kind)
    return make(project, given, replace(item, stream=of_stream or "", crafts=crafts, masters=masters), photos)


def _about(ctx: click.Context, folder: Path | None, given: Given, photos: tuple[str, ...], kind: LedgerKind, crafts: tuple[str, ...]) -> int:  # fmt: skip
    project = opened(ctx, folder, given, kind)
    for name in crafts:
        known(name, project.around.crafts, Words("作品", "craft"), project.spoken)
    return make(project, given, replace(begun(project, given, kind), crafts=crafts), photos)
