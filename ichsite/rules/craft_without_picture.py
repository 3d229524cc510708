"""craft-without-picture: a craft is shown.

Passes: `pictures: [{file: cover.jpg, alt: 一只青瓷花瓶}]`.
Fails: a craft without `pictures`.
Source: DOMAIN.md, first table: something to look at while choosing.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "craft-without-picture"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every craft has a picture."""
    if dossier.craft.value.pictures:
        return
    yield warning(
        CODE,
        FieldOf(dossier.craft.path, ("title",)),
        Words("一张图片也没有，买家只能凭想象", "there is no picture; a buyer can only imagine the piece"),
        Words(
            "加上 `pictures: [{file: cover.jpg, alt: …}]`，第一张用作封面",
            "add `pictures: [{file: cover.jpg, alt: …}]`; the first is the cover",
        ),
    )
