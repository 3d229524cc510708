"""A page to be: its address, its template, and what it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import Fingerprint

Parts = tuple[tuple[str, Fingerprint], ...]
"""Named fingerprints of everything that a page is made from; together they decide whether it is rendered again."""
Uses = Literal["words", "base", "currency"]
"""What a file that writes itself takes from `speech`: the theme's words, addresses, amounts."""


@dataclass(frozen=True)
class PageSpec:
    """`made_from` is a view, or a recipe that makes one (`ichsite.plan.craft_page.CraftPage`).

    Where `template` is empty, `made_from` writes the file's bytes itself: it has a method `data(shelf, speech)`
    (`ichsite.render.task.Written`), for JSON, calendars and the like.

    `uses` is what such a file takes from `speech`, so that it is not written again for anything else; None means all.

    `currency` is that of the amounts on the page where it is not the site's.

    `owner` is the file that the page stands for, for the message about two pages with one address.
    """

    url: UrlPath
    template: str
    made_from: Any
    parts: Parts
    owner: str
    listed: bool = True
    uses: tuple[Uses, ...] | None = None
    currency: str = ""
