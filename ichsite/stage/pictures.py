"""pictures: every used picture made ready once, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ichsite.catalog.picture_path import PictureUse
from ichsite.engine.memo import Held, Result, Task
from ichsite.engine.stamp import picture_stamp
from ichsite.images.picture import PictureChanged, PictureTask, Prepared, prepare, undecodable
from ichsite.images.recipe import Recipe
from ichsite.model.site import PictureSettings
from ichsite.plan.material import PublishedPicture
from ichsite.plan.views import PictureFileView
from ichsite.read.regular import real_path
from ichsite.read.sources import ChangedMeanwhile, load_digests
from ichsite.read.tree import Tree
from ichsite.stage.desk import Desk
from ichsite.text.address import OutputPath, UrlPath
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.fingerprint import of_parts, of_value
from ichsite.text.words import Words

PREPARE: Task[PictureTask, Prepared] = Task("picture", prepare, picture_stamp, undecodable)
FOLDER = "assets/pictures"
_LABELLED = (b"made by AI",)
"""Part of the key of a picture whose files say so."""


@dataclass(frozen=True)
class PictureStage:
    """`views` by the path in the project; `files`: for each published file, where its bytes lie and at which position."""

    views: Mapping[str, PublishedPicture]
    files: Mapping[OutputPath, tuple[Held, int]]


def prepare_pictures(
    desk: Desk, tree: Tree, uses: tuple[PictureUse, ...], settings: PictureSettings
) -> tuple[PictureStage, tuple[Diagnostic, ...]]:
    """The published pictures of all uses whose files are there."""
    wanted = desk.again("wanted pictures", (uses,), lambda: frozenset(use.path for use in uses if use.path is not None))
    found = [file for file in tree.files if file.path in wanted]
    digests, known, findings = load_digests(desk.project.root, found, desk.state.stats)
    desk.state.next_stats.update(known)
    paths = sorted(digests)
    recipe = Recipe(settings.widths, settings.quality, settings.avif)
    made_by_ai = {use.path for use in uses if use.ai_generated}
    shape = of_value(recipe)
    prints = [of_parts(digests[path], shape, *(_LABELLED if path in made_by_ai else ())) for path in paths]
    root = desk.project.root

    def make(position: int) -> PictureTask:
        path = paths[position]
        try:
            return PictureTask(str(real_path(root, path)), digests[path], recipe, path in made_by_ai)
        except OSError as gone:
            raise ChangedMeanwhile(path) from gone

    try:
        results = desk.pictures.map(PREPARE, prints, make, desk.told("pictures"))
    except PictureChanged as changed:
        raise ChangedMeanwhile(Path(str(changed)).relative_to(root).as_posix()) from changed
    views: dict[str, PublishedPicture] = {}
    files: dict[OutputPath, tuple[Held, int]] = {}
    refused: list[Diagnostic] = []
    published = desk.each("published", (), tuple(results), lambda some: map(_published, some))
    for path, result, shown in zip(paths, results, published, strict=True):
        prepared = result.small
        if prepared.refusal is not None:
            what = prepared.refusal
            said = Words(f"{path}：{what.message.zh}", f"{path}: {what.message.en}")
            refused += [error(what.code, use.where, said, what.help) for use in uses if use.path == path]
            continue
        if shown is not None:
            views[path], own = shown
            files.update(own)
    return PictureStage(views, files), (*findings, *refused)


def _published(result: Result[Prepared]) -> tuple[PublishedPicture, dict[OutputPath, tuple[Held, int]]] | None:
    """How a picture is published, None where it was refused."""
    prepared, held = result.small, result.held
    if prepared.refusal is not None:
        return None
    name = held.fingerprint.hex()[:16]
    paths = [OutputPath(f"{FOLDER}/{name}-{one.width}.{one.ending}") for one in prepared.variants]
    files: dict[str, list[PictureFileView]] = {"webp": [], "avif": [], "jpg": []}
    for path, one in zip(paths, prepared.variants, strict=True):
        files[one.ending].append(PictureFileView(UrlPath(f"/{path}"), one.width))
    largest = max(prepared.variants, key=lambda one: one.width)
    view = PublishedPicture(
        jpeg=UrlPath(f"/{paths[-1]}"),
        webp=tuple(files["webp"]),
        width=largest.width,
        height=largest.height,
        colour=prepared.colour,
        avif=tuple(files["avif"]),
        jpeg_size=(prepared.variants[-1].width, prepared.variants[-1].height),
    )
    return view, {path: (held, position) for position, path in enumerate(paths)}
