"""A showcase 买家秀: what a buyer received, in the buyer's plain words, with the consent to show it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from ichsite.model.craft import Reference, ShortWords
from ichsite.model.entry import entry
from ichsite.model.limit import OptionRef
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.picture import Picture
from ichsite.model.scalar import Day, OneOf, Text, YesNo
from ichsite.model.site import PLATFORM_TERMS, Platform
from ichsite.model.tier import TierField
from ichsite.model.verbatim import Verbatim

Scope = Literal["words", "pictures", "portrait", "name"]
SCOPE_TERMS = OneOf(words="文字", pictures="图片", portrait="肖像", name="称呼")


@entry
class Consent:
    """Who agreed to what and when (Civil Code art. 1019 for a portrait). `record` is private: where the paper is kept."""

    given: Annotated[date, Day()]
    scope: tuple[Annotated[Scope, SCOPE_TERMS], ...]
    record: Annotated[str, Verbatim(200)]
    expires: Annotated[date, Day()] | None = None
    withdrawn: Annotated[date, Day()] | None = None


@entry
class Chosen:
    """One option as the buyer chose it: value ids of a choice or palette, a number, or a text."""

    option: OptionRef
    value: tuple[Annotated[str, Text(200)], ...]


@entry
class Showcase:
    """`content/showcases/<slug>/showcase.yaml`. The words are plain text: no Markdown, no HTML."""

    id: Identifier | None = None
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    craft: Reference
    tier: TierField
    buyer: Annotated[str, Text(30)]
    received: Annotated[date, Day()]
    words: Annotated[str, Text(1000, lines=True)]
    chosen: tuple[Chosen, ...] = ()
    outcome: Identifier | None = None
    pictures: tuple[Picture, ...] = ()
    consent: Consent | None = None
    tags: ShortWords = ()
    platform: Annotated[Platform, PLATFORM_TERMS] | None = None
    reward: Annotated[str, Text(100)] | None = None
    draft: Annotated[bool, YesNo()] = False
