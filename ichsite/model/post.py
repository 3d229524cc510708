"""Posts and free pages."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from ichsite.model.craft import Reference, ShortWords
from ichsite.model.entry import entry
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.picture import Picture
from ichsite.model.scalar import Day, OneOf, Text, Whole, YesNo
from ichsite.model.verbatim import Name

PostKind = Literal["knowledge", "progress", "behind-the-scenes", "news"]
POST_KIND_TERMS = OneOf(knowledge="知识", progress="进展", behind_the_scenes="幕后", news="消息")


@entry
class Post:
    """The front matter of `content/posts/<slug>.md`. Posts of one `series` lead to one another, by their days."""

    id: Identifier | None = None
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    summary: Annotated[str, Text(200)]
    published: Annotated[date, Day()]
    author: Annotated[str, Text(30)]
    kind: Annotated[PostKind, POST_KIND_TERMS] = "knowledge"
    series: Annotated[str, Name(30)] | None = None
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
