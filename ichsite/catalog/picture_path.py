"""From the file that an author names to a path of the project; nothing may point outside `content/`."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import dirname, normpath
from urllib.parse import unquote

from ichsite.model.picture import Picture
from ichsite.text.place import FieldOf, FieldPath, Place


@dataclass(frozen=True)
class PictureUse:
    """A picture where it is used: its path (None where the name is refused), its words, and where it is named."""

    path: str | None
    file: str
    alt: str
    caption: str
    illustration: bool
    ai_generated: bool
    where: FieldOf | Place


def picture_path(page: str, file: str) -> str | None:
    """`content/…` of a file named on `page`, relative to it or from `/`; None where it would leave `content/`."""
    name = file
    for _ in range(4):
        name = unquote(name)
    if not file or any(char in name for char in '\\:\0?#*|<>"') or "%" in name or name.startswith("//"):
        return None
    joined = normpath(f"content/{name}" if name.startswith("/") else f"{dirname(page)}/{name}")
    if ".." in name.split("/") or not joined.startswith("content/") or joined != joined.strip():
        return None
    return joined


def picture_use(page: str, picture: Picture, field: FieldPath) -> PictureUse:
    """The use of a picture that a field of `page` describes."""
    return PictureUse(
        picture_path(page, picture.file),
        picture.file,
        picture.alt or "",
        picture.caption or "",
        picture.illustration,
        picture.ai_generated,
        FieldOf(page, (*field, "file")),
    )
