"""The files that materials bring along besides pictures: drawings, films, captions; where each is named and lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ichsite.catalog.picture_path import PictureUse, picture_path, picture_use
from ichsite.model.material import AnyMaterial, Film, Motif
from ichsite.model.record import Record
from ichsite.text.place import FieldOf

Role = Literal["drawing", "captions", "film"]


@dataclass(frozen=True)
class MaterialFile:
    """A file as a material names it; `path` is None where the name is refused.

    `seconds` is the length of its film, `ai_generated` whether a drawing is AI's.
    """

    role: Role
    path: str | None
    file: str
    where: FieldOf
    seconds: int = 0
    ai_generated: bool = False


def material_files(materials: Iterable[Record[AnyMaterial]]) -> Iterator[MaterialFile]:
    """Every such file of the materials, in their order."""
    for record in materials:
        value, path = record.value, record.path
        if isinstance(value, Motif) and value.drawing is not None:
            one = value.drawing
            where = FieldOf(path, ("drawing", "file"))
            yield MaterialFile("drawing", picture_path(path, one.file), one.file, where, ai_generated=one.ai_generated)
        if isinstance(value, Film):
            if value.file is not None:
                yield MaterialFile("film", picture_path(path, value.file), value.file, FieldOf(path, ("file",)))
            for at, captions in enumerate(value.captions):
                where = FieldOf(path, ("captions", at, "file"))
                yield MaterialFile("captions", picture_path(path, captions.file), captions.file, where, value.seconds)


def material_picture(record: Record[AnyMaterial]) -> PictureUse | None:
    """The picture of a material, or the poster of a film; None where it has none."""
    value = record.value
    name, picture = ("poster", value.poster) if isinstance(value, Film) else ("picture", value.picture)
    return picture_use(record.path, picture, (name,)) if picture is not None else None
