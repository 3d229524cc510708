"""What lives on the same host and is not made here: a handbook, a shop's older site."""

from __future__ import annotations

from typing import Annotated

from ichsite.model.entry import entry
from ichsite.model.scalar import Pattern, Text
from ichsite.text.words import Words


@entry
class Beside:
    """A folder of the output that others fill, with the title of the footer's link to it.

    Nothing of ours is published below `address`, and what answers there is not looked at.
    """

    title: Annotated[str, Text(40)]
    address: Annotated[
        str,
        Pattern(
            r"(/[A-Za-z0-9][A-Za-z0-9_-]{0,40}){1,6}/",
            Words("以 / 开头和结尾的地址，如 /docs/", "an address such as /docs/, with / at both ends"),
        ),
    ]
