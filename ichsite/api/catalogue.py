"""`/api/v1/catalogue.json`: every craft in short, in one file or in numbered parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from ichsite.api.addresses import (
    CALLS_FILE,
    CATALOGUE,
    EVENTS_FILE,
    FEEDBACK_FILE,
    MATERIALS_FILE,
    STREAMS_FILE,
    catalogue_part,
    craft_file,
    schema_file,
)
from ichsite.api.guides import GuideEntry, guide_entries
from ichsite.api.plain import written
from ichsite.api.record import RecordData, record_data
from ichsite.api.says import Says
from ichsite.api.values import (
    FORMAT,
    Address,
    Counted,
    CraftRef,
    Days,
    Format,
    Id,
    Price,
    Seller,
    Short,
    SiteInfo,
    Version,
    days_of,
    price_of,
)
from ichsite.assess.card import CraftCard, OfferCard
from ichsite.assess.verdicts import CycleClass
from ichsite.catalog.urls import HOME
from ichsite.model.craft import CategoryNumeral, Level
from ichsite.model.randomness import Chance, Controllability
from ichsite.model.shelf import Shelf
from ichsite.model.tier import TierName
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.text.fingerprint import Fingerprint, of_parts, of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech

PART_CRAFTS = 2_000
"""A catalogue of more crafts is parted."""


@dataclass(frozen=True)
class TierEntry:
    """One tier of a craft in short."""

    tier: TierName
    price: Price
    window: Annotated[
        Days | None, Says("Calendar days from the confirmation to delivery; null for what is ready-made.")
    ]
    cycle: Annotated[CycleClass | None, Says("`unfit`: commissioned offline, no stream takes an order for it.")]
    made_to_order: bool
    takes_orders: Annotated[bool, Says("Whether streams take orders for it; the order is placed on the platform.")]


@dataclass(frozen=True)
class CraftEntry:
    """A craft in the catalogue."""

    id: Id
    title: str
    summary: str
    url: Address
    short: Short
    file: Annotated[Address, Says("Everything that is published of the craft, as JSON.")]
    category: Annotated[CategoryNumeral, Says("The numeral of the category of China's national list.")]
    region: str
    level: Level
    tags: tuple[str, ...]
    controllability: Annotated[Controllability, Says("`low`: the result is partly chance and is disclosed as such.")]
    chance: Annotated[Chance, Says("Where the chance comes from.")]
    tiers: tuple[TierEntry, ...]


@dataclass(frozen=True)
class CataloguePart:
    """A numbered part of a large catalogue."""

    url: Address
    crafts: int


@dataclass(frozen=True)
class CatalogueData:
    """The catalogue: its crafts, or, where it is parted, the parts that hold them (then `crafts` is empty)."""

    format: Format
    version: Version
    schema: Address
    site: SiteInfo
    counted_from: Counted
    craft_total: int
    streams: Address
    materials: Annotated[Address, Says("The material library.")]
    guides: Annotated[tuple[GuideEntry, ...], Says("The guides for audiences; empty in a numbered part.")]
    calls: Address
    events: Address
    feedback: Address
    record: Annotated[
        RecordData | None, Says("How the delivery windows of all crafts were kept; null where nothing was recorded.")
    ]
    parts: tuple[CataloguePart, ...]
    crafts: tuple[CraftEntry, ...]


@dataclass(frozen=True)
class CatalogueFile:
    """The file; `beside` are the fingerprints of its parts, so that its version changes with theirs."""

    catalogue: CatalogueData
    beside: tuple[Fingerprint, ...] = ()

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes."""
        return written(self.catalogue, *self.beside)


def catalogue_specs(material: Material) -> Iterator[PageSpec]:
    """The catalogue's file, or its head and its parts."""
    entries = tuple(sorted(material.each(_printed_entry), key=lambda one: one[0].id))
    if len(entries) <= PART_CRAFTS:
        yield _spec(material, CATALOGUE, len(entries), (), entries)
        return
    parts: list[CataloguePart] = []
    prints: list[Fingerprint] = []
    for number, at in enumerate(range(0, len(entries), PART_CRAFTS), 1):
        some = entries[at : at + PART_CRAFTS]
        spec = _spec(material, catalogue_part(number), len(entries), (), some)
        parts.append(CataloguePart(material.base.absolute(spec.url), len(some)))
        prints.append(spec.parts[0][1])
        yield spec
    yield _spec(material, CATALOGUE, len(entries), tuple(parts), (), tuple(prints))


def craft_entry(material: Material, card: CraftCard) -> CraftEntry:
    """A craft in short, from its card."""
    base, book = material.base, material.book
    return CraftEntry(
        id=book.id("craft", card.slug),
        title=card.title,
        summary=card.summary,
        url=base.absolute(book.address("craft", card.slug)),
        short=base.absolute(book.short("craft", card.slug)),
        file=base.absolute(craft_file(book.id("craft", card.slug))),
        category=card.category,
        region=card.region,
        level=card.level,
        tags=card.tags,
        controllability=card.control,
        chance=card.by,
        tiers=tuple(_tier(one, material.chrome.currency) for one in card.offers),
    )


def _printed_entry(material: Material, card: CraftCard) -> tuple[CraftEntry, Fingerprint]:
    entry = craft_entry(material, card)
    return entry, of_value(entry)


def craft_ref(material: Material, card: CraftCard) -> CraftRef:
    """A craft as another file names it."""
    id = material.book.id("craft", card.slug)
    base = material.base
    return CraftRef(id, card.title, base.absolute(material.address("craft", card.slug)), base.absolute(craft_file(id)))


def site_info(material: Material) -> SiteInfo:
    """The site."""
    chrome = material.chrome
    url = material.base.absolute(HOME)
    seller = chrome.seller.name if chrome.seller is not None else chrome.site_name
    return SiteInfo(chrome.site_name, url, chrome.language, chrome.currency, chrome.sample, Seller(seller))


def schema_address(material: Material, name: str) -> str:
    """The full address of a schema, in the main tree."""
    return material.base.absolute(schema_file(name), "")


def _catalogue(
    material: Material,
    total: int,
    guides: tuple[GuideEntry, ...],
    parts: tuple[CataloguePart, ...],
    entries: tuple[CraftEntry, ...],
) -> CatalogueData:
    today: date = material.today
    return CatalogueData(
        format=FORMAT,
        version="",
        schema=schema_address(material, "catalogue"),
        site=site_info(material),
        counted_from=today,
        craft_total=total,
        streams=material.base.absolute(STREAMS_FILE),
        materials=material.base.absolute(MATERIALS_FILE),
        guides=guides,
        calls=material.base.absolute(CALLS_FILE),
        events=material.base.absolute(EVENTS_FILE),
        feedback=material.base.absolute(FEEDBACK_FILE),
        record=record_data(material.records.whole, material.catalog.site.value.assessment.small_sample),
        parts=parts,
        crafts=entries,
    )


def _tier(offer: OfferCard, currency: str) -> TierEntry:
    return TierEntry(
        offer.tier,
        price_of(offer.price, currency),
        days_of(offer.days) if offer.days is not None else None,
        offer.cycle,
        offer.made_to_order,
        offer.cycle != "unfit",
    )


def _spec(
    material: Material,
    url: str,
    total: int,
    parts: tuple[CataloguePart, ...],
    entries: tuple[tuple[CraftEntry, Fingerprint], ...],
    beside: tuple[Fingerprint, ...] = (),
) -> PageSpec:
    from ichsite.text.address import UrlPath

    guides = guide_entries(material) if url == CATALOGUE else ()
    around = of_value(CatalogueFile(_catalogue(material, total, guides, parts, ()), beside))
    file = CatalogueFile(_catalogue(material, total, guides, parts, tuple(entry for entry, _ in entries)), beside)
    made_from = of_parts(around, *(print for _, print in entries))
    return PageSpec(UrlPath(url), "", file, (("catalogue", made_from),), "content/crafts", listed=False, uses=())
