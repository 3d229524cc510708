"""The views of thanks."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.catalog.thanks import ThankedFor
from ichsite.plan.views.chrome import Chrome, Head, Link
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class ThanksReason:
    """What somebody is thanked for: an answered idea, a suggestion that a design session answered, or a showcase;
    `anchor` is the place on its page, empty for the whole."""

    kind: ThankedFor
    title: str
    url: UrlPath
    anchor: str


@dataclass(frozen=True)
class ThankedView:
    """A name as its person wishes it, with all that the person is thanked for."""

    name: str
    reasons: tuple[ThanksReason, ...]


@dataclass(frozen=True)
class ThanksView:
    """`pages/thanks.html`: who is thanked in a year, in the order in which the names were given; `year` is None on the
    page that leads to the years."""

    chrome: Chrome
    head: Head
    year: int | None
    years: tuple[Link, ...]
    people: tuple[ThankedView, ...]
