"""What an item is called: its id for ever, its address of the author's choice, where it was before, what it stands in for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from ichsite.model.at_most import AtMost
from ichsite.model.reading import complaint
from ichsite.model.scalar import Pattern, Refused, Scalar
from ichsite.text.address import UrlPath, slug_fault
from ichsite.text.site_address import NoAddress, site_address
from ichsite.text.words import Words

Identifier = Annotated[
    str, Pattern(r"[a-z0-9][a-z0-9-]{0,59}", Words("小写字母、数字和连字符", "lower-case letters, digits and hyphens"))
]


_MADE_BELOW = re.compile(r"/(?:page/\d+|pictures)/$")
"""What the site makes below its own pages, now or when they grow."""


@dataclass(frozen=True)
class AddressStep(Scalar):
    """The last step of an item's address, as the author wants it: `celadon-vase`, or `青瓷花瓶`."""

    def parse(self, text: str) -> str:
        step = text.strip().strip("/")
        fault = slug_fault(step)
        if fault is not None or step != step.lower() or not step.strip("-."):
            raise Refused(
                "site-address",
                Words(f"`{text}` 不能做网址里的名字", f"`{text}` cannot be a name in an address"),
                Words(
                    "用小写字母、数字、连字符或汉字，如 celadon-vase",
                    "write small letters, digits, hyphens or Han: celadon-vase",
                ),
            )
        return step

    def schema(self) -> dict[str, Any]:
        form = Words("小写字母、数字、连字符或汉字", "small letters, digits, hyphens or Han")
        return {
            "type": ["string", "number", "boolean", "null"],  # a bare `~` is read as it is written
            "pattern": r"""^\s*/*[^A-Z\s<>:"/\\|?*%#&;=@+]+/*\s*$""",
            **complaint(form),
        }


@dataclass(frozen=True)
class Alias(Scalar):
    """An address of this site that leads here too, such as `/old/vase/` of the site before this one."""

    def parse(self, text: str) -> UrlPath:
        try:
            address = site_address(text)
            if _MADE_BELOW.search(address):
                why = Words("这样的网址是列表和图片页要用的", "lists and pages of pictures need such addresses")
                raise NoAddress(why)
            return address
        except NoAddress as wrong:
            raise Refused(
                "site-address",
                Words(f"`{text}` 不能做别名：{wrong.why.zh}", f"`{text}` cannot be an alias: {wrong.why.en}"),
                Words("写成 /old/vase/ 这样", "write it like /old/vase/"),
            ) from None

    def schema(self) -> dict[str, Any]:
        form = Words("以 / 开头，如 /old/vase/", "it starts with /, such as /old/vase/")
        return {"type": "string", "pattern": r"^\s*/[^?#]+$", **complaint(form)}


AddressField = Annotated[str, AddressStep()]
Aliases = Annotated[tuple[Annotated[UrlPath, Alias()], ...], AtMost(50)]
ItemId = Annotated[
    str,
    Pattern(
        r"(?:(?:craft|master|showcase|stream|call|poll|idea|design|audience|material|event|feedback|post|page):)?[a-z0-9][a-z0-9-]{0,59}",
        Words("一项的 id，别的种类写 kind:id", "an item's id; of another kind, kind:id"),
    ),
]
Replaces = Annotated[tuple[ItemId, ...], AtMost(50)]
