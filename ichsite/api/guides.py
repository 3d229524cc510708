"""The guides for audiences, as the catalogue's file lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ichsite.api.says import Says
from ichsite.api.values import Address, Id, Short
from ichsite.plan.audiences import audience_cards
from ichsite.plan.material import Material


@dataclass(frozen=True)
class GuideEntry:
    """A guide: the page that shows one audience what fits it, and why."""

    id: Id
    title: str
    summary: str
    url: Address
    short: Short
    for_whom: tuple[str, ...]
    crafts: Annotated[int, Says("How many crafts fit, on the day that windows are counted from.")]


def guide_entries(material: Material) -> tuple[GuideEntry, ...]:
    """Every guide, in the order in which they are listed."""
    base, book = material.base, material.book
    listed = zip(material.catalog.audiences, audience_cards(material), strict=True)
    return tuple(
        GuideEntry(
            id=book.id("audience", record.slug),
            title=card.title,
            summary=card.summary,
            url=base.absolute(card.url),
            short=base.absolute(book.short("audience", record.slug)),
            for_whom=card.for_whom,
            crafts=card.crafts,
        )
        for record, card in listed
    )
