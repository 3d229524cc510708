"""An item as the ledger sees it today, whatever it was called yesterday."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ichsite.assess.audience import NO_FITS, Fits
from ichsite.assess.card import CraftCard
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.texts import everything_said
from ichsite.model.permalink import Key, LedgerKind
from ichsite.model.record import Record
from ichsite.text.address import UrlPath
from ichsite.text.likeness import sketch_of
from ichsite.text.place import FieldOf, FieldPath, Place, Where


@dataclass(frozen=True)
class Item:
    """`id` is None where the author gave none; `wanted` is the last step of its address where the author chose one.

    `sketch` is its contents in short, where it has no id; `title` and `near` are what is said once it is gone.
    `at` is where in the file it stands, where the file holds several; `pages` how many numbered pages it has today.
    """

    kind: LedgerKind
    slug: str
    path: str
    id: str | None
    wanted: str | None
    aliases: tuple[UrlPath, ...]
    replaces: tuple[str, ...]
    title: str
    near: tuple[str, ...] = ()
    sketch: str = ""
    at: FieldPath = ()
    pages: int = 1

    @property
    def spot(self) -> Key:
        """Its kind and the name of its folder."""
        return self.kind, self.slug

    @property
    def where(self) -> Where:
        """Where it is written: its file, or its part of one."""
        return FieldOf(self.path, self.at) if self.at else Place(self.path)

    def field(self, *below: str | int) -> FieldOf:
        """A field of it, in its file."""
        return FieldOf(self.path, (*self.at, *below))

    @property
    def own(self) -> Key | None:
        """Its kind and the id that the author gave it."""
        return (self.kind, self.id) if self.id is not None else None

    @property
    def name(self) -> str:
        """`craft:celadon-vase`, for messages."""
        return f"{self.kind}:{self.id or self.slug}"


def items_of(catalog: Catalog, cards: Iterable[CraftCard], fits: Fits = NO_FITS) -> tuple[Item, ...]:
    """Every item of the catalogue, in the order of its kind and its slug; `fits` is what fits its audiences."""
    per_page = catalog.site.value.cards_per_page
    found = [_craft(card) for card in cards]
    for kind, records in _records(catalog).items():
        if kind == "audience":
            found += [replace(_item(kind, record), pages=fits.pages(record.slug, per_page)) for record in records]
        else:
            found += [_item(kind, record) for record in records]
    return tuple(sorted(found, key=lambda one: (one.kind, one.slug)))


def _records(catalog: Catalog) -> Mapping[LedgerKind, tuple[Record[Any], ...]]:
    return {
        "master": catalog.masters,
        "showcase": catalog.showcases,
        "stream": catalog.streams,
        "call": catalog.calls,
        "material": catalog.materials,
        "audience": catalog.audiences,
        "poll": catalog.polls,
        "idea": catalog.ideas,
        "design": catalog.designs,
        "event": catalog.events,
        "feedback": catalog.feedback,
        "post": catalog.posts,
        "page": catalog.pages,
    }


def _craft(card: CraftCard) -> Item:
    return Item(
        "craft",
        card.slug,
        card.path,
        card.id,
        card.address,
        card.aliases,
        card.replaces,
        card.title,
        (*card.tiers, card.category),
        card.sketch,
    )


def _item(kind: LedgerKind, record: Record[Any]) -> Item:
    value = record.value
    # what a buyer said or is called leaves with the showcase: a consent may be withdrawn
    title, near = ("", (str(value.craft),)) if kind == "showcase" else (str(value.title), ())
    sketch = sketch_of(everything_said(record)) if value.id is None else ""
    return Item(
        *(kind, record.slug, record.path, value.id, value.address, value.aliases, value.replaces),
        *(title, near, sketch, record.at),
    )
