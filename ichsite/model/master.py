"""A master 传承人: an inheritor recognised at one of four levels, or a maker without such a title."""

from __future__ import annotations

from typing import Annotated

from ichsite.model.craft import LEVEL_TERMS, Level
from ichsite.model.entry import entry
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.picture import Picture
from ichsite.model.scalar import Text, YesNo
from ichsite.model.verbatim import Name


@entry
class Master:
    """The front matter of `content/masters/<slug>/index.md`; the body is the life and the way of working.

    `level` is the level as an inheritor (ICH Law): `none` for a maker who has not been recognised.
    """

    id: Identifier | None = None
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(20)]
    level: Annotated[Level, LEVEL_TERMS] = "none"
    trade_title: Annotated[str, Text(40)] | None = None
    project: Annotated[str, Text(40)]
    region: Annotated[str, Name(30)]
    summary: Annotated[str, Text(200)]
    picture: Picture | None = None
    draft: Annotated[bool, YesNo()] = False
