"""A craft page: what the piece is, what never changes in it, and who makes it by hand."""

from __future__ import annotations

from typing import Annotated, Literal

from ichsite.model.at_most import AtMost
from ichsite.model.entry import entry
from ichsite.model.item_name import ItemName
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.picture import Picture
from ichsite.model.scalar import OneOf, Text, YesNo
from ichsite.model.verbatim import Name, Verbatim

Level = Literal["national", "provincial", "municipal", "county", "none"]
LEVEL_TERMS = OneOf(national="国家级", provincial="省级", municipal="市级", county="县级", none="未列入")

CategoryNumeral = Literal["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
CATEGORY_TERMS = OneOf(
    I="民间文学",
    II="传统音乐",
    III="传统舞蹈",
    IV="传统戏剧",
    V="曲艺",
    VI="传统体育、游艺与杂技",
    VII="传统美术",
    VIII="传统技艺",
    IX="传统医药",
    X="民俗",
)
"""The ten categories of the national list; an author may write the numeral or the name."""

Hand = Literal["hand", "machine", "both"]
HAND_TERMS = OneOf(hand="手工", machine="机器", both="机器辅助手工")

Reference = Annotated[str, ItemName()]
ShortWords = Annotated[tuple[Annotated[str, Name(20)], ...], AtMost(12)]
"""Tags and uses: words to find a piece by."""


@entry
class FixedFeature:
    """What is never changed, and the reason."""

    feature: Annotated[str, Text(100)]
    reason: Annotated[str, Text(300)]


@entry
class HandStep:
    """One step of the making: by hand, by machine, by whom."""

    step: Annotated[str, Text(60)]
    by: Annotated[Hand, HAND_TERMS]
    who: Annotated[str, Text(60)]
    note: Annotated[str, Text(200)] | None = None


@entry
class Craft:
    """The front matter of `content/crafts/<slug>/index.md`; the story is the file's body."""

    id: Identifier | None = None
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    summary: Annotated[str, Text(200)]
    code: Annotated[str, Verbatim(20)] | None = None
    project: Annotated[str, Verbatim(60)] | None = None
    """The project's name on the official list, such as 龙泉青瓷烧制技艺; the title is the piece's."""
    protection_unit: Annotated[str, Verbatim(120)] | None = None
    """The protection unit 保护单位 of the list."""
    level: Annotated[Level, LEVEL_TERMS] = "none"
    category: Annotated[CategoryNumeral, CATEGORY_TERMS]
    region: Annotated[str, Name(30)]
    masters: tuple[Reference, ...] = ()
    tags: ShortWords = ()
    uses: ShortWords = ()
    pictures: tuple[Picture, ...] = ()
    fixed_features: tuple[FixedFeature, ...] = ()
    authenticity: tuple[HandStep, ...] = ()
    care: Annotated[str, Text(300)] | None = None
    """How the piece is looked after: on its page, and on the card in the parcel."""
    draft: Annotated[bool, YesNo()] = False
