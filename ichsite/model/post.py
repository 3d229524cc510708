"""Posts and free pages."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from ichsite.model.craft import Reference, ShortWords
from ichsite.model.entry import entry
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.picture import Picture
from ichsite.model.scalar import Day, Text, Whole, YesNo
from ichsite.model.verbatim import Name


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
    """The front matter of `content/pages/<slug>.md`; `menu` puts it into the footer's menu, lowest first.

    Pages that name a `section` make a guide: each shows all of them by section, and leads to the one before it and
    the one after it. `order` is their order, lowest first, and that of the sections too.
    """

    id: Identifier | None = None
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    summary: Annotated[str, Text(200)]
    menu: Annotated[int, Whole(0, 100)] | None = None
    section: Annotated[str, Name(30)] | None = None
    order: Annotated[int, Whole(0, 999)] = 999
    draft: Annotated[bool, YesNo()] = False
