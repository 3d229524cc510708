"""Posts and free pages."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from ichsite.model.craft import Reference, ShortWords
from ichsite.model.entry import entry
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.picture import Picture
from ichsite.model.scalar import Day, Text, Whole, YesNo


@entry
class Post:
    """The front matter of `content/posts/<slug>.md`."""

    id: Identifier | None = None
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    summary: Annotated[str, Text(200)]
    published: Annotated[date, Day()]
    author: Annotated[str, Text(30)]
    crafts: tuple[Reference, ...] = ()
    tags: ShortWords = ()
    picture: Picture | None = None
    draft: Annotated[bool, YesNo()] = False


@entry
class Page:
    """The front matter of `content/pages/<slug>.md`; `menu` puts it into the footer's menu, lowest first."""

    id: Identifier | None = None
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    summary: Annotated[str, Text(200)]
    menu: Annotated[int, Whole(0, 100)] | None = None
    draft: Annotated[bool, YesNo()] = False
