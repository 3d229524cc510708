"""The facts that filters ask for, of every craft and every showcase, as files for `static/js/filter.js`.

A row begins with the last step of the address, by which script finds the card; it holds what decides, and what a card shows stays in the pages of the list, where script fetches the cards it needs.
Facts of an offer stay together: tier, price and days must hold for one and the same offer.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from ichsite.assess.card import CraftCard, OfferCard
from ichsite.catalog.urls import CATEGORY_SLUGS
from ichsite.model.craft import CategoryNumeral
from ichsite.model.material import AnyMaterial, Film, MaterialKind
from ichsite.model.record import Record
from ichsite.model.tier import TIERS, TierName
from ichsite.plan.data_file import DataFile, data_file
from ichsite.plan.library import crafts_of_film, materials_in_order
from ichsite.plan.material import Material
from ichsite.plan.phrases import Phrases
from ichsite.plan.views import CraftFilters, FilterChoice, GalleryFilters, Link, MaterialFilters
from ichsite.text.address import Slug, last_step

ROWS_A_FILE = 2000
DAYS = (7, 15, 30, 60)
MOST_CHOICES = 150
"""Of regions, uses, crafts and tags the most frequent are offered; every value works in an address."""
_PRICE_STEPS = tuple(step * 10**zeros * 100 for zeros in range(1, 6) for step in (1, 2, 5))
_PRICES_OFFERED = 6

Row = list[object]


def craft_filters(material: Material, crafts: Sequence[CraftCard]) -> tuple[CraftFilters | None, tuple[DataFile, ...]]:
    """The filters of the catalogue, whose crafts come in the order of its pages; None where there are none."""
    if not crafts:
        return None, ()
    facts = material.each(_facts, crafts)
    per_page, say = material.catalog.site.value.cards_per_page, material.say
    return material.again("craft-filters", (facts, per_page, say), lambda: _filters(facts, per_page, say))


@dataclass(frozen=True)
class _Facts:
    """What a craft is found by; `step` is the last of its address."""

    step: str
    control: str
    category: CategoryNumeral
    region: str
    uses: tuple[str, ...]
    tiers: tuple[TierName, ...]
    offers: tuple[tuple[int, int, int | None], ...]
    prices: tuple[int, ...]


def _facts(material: Material, card: CraftCard) -> _Facts:
    step = last_step(material.address("craft", card.slug))
    offers, prices = tuple(map(_offer, card.offers)), tuple(offer.price.lowest for offer in card.offers)
    return _Facts(step, card.control, card.category, card.region, card.uses, card.tiers, offers, prices)


def _filters(
    crafts: tuple[_Facts, ...], per_page: int, say: Phrases
) -> tuple[CraftFilters | None, tuple[DataFile, ...]]:
    controls, categories = ["high", "low"], [*dict.fromkeys(str(CATEGORY_SLUGS[one.category]) for one in crafts)]
    regions, uses = _names(one.region for one in crafts), _names(use for one in crafts for use in one.uses)
    whole = (("control", controls), ("category", categories), ("region", regions), ("use", uses))
    place = {name: {value: at for at, value in enumerate(values)} for name, values in whole}
    rows: list[Row] = [
        [
            one.step,
            place["control"][one.control],
            place["category"][CATEGORY_SLUGS[one.category]],
            place["region"][one.region],
            [place["use"][use] for use in dict.fromkeys(one.uses)],
            [list(offer) for offer in one.offers],
        ]
        for one in crafts
    ]
    each = (("tier", list(TIERS)), ("price",), ("days",))
    files = _files("crafts", per_page, whole, each, rows)
    tiers = Counter(name for one in crafts for name in dict.fromkeys(one.tiers))
    category_names = {str(slug): say.term("category", numeral) for numeral, slug in CATEGORY_SLUGS.items()}
    return (
        CraftFilters(
            facts=files[-1].url,
            tiers=_choices(((name, tiers[name]) for name in TIERS), lambda name: say.term("tier", name)),
            prices=_prices(crafts),
            days=DAYS,
            controls=_choices(
                Counter(one.control for one in crafts).items(), lambda name: say.term("control-filter", name)
            ),
            categories=_choices(
                ((slug, _count(crafts, slug)) for slug in CATEGORY_SLUGS.values()), lambda slug: category_names[slug]
            ),
            regions=_frequent(Counter(one.region for one in crafts)),
            uses=_frequent(Counter(use for one in crafts for use in dict.fromkeys(one.uses))),
        ),
        files,
    )


def gallery_filters(
    material: Material,
) -> tuple[GalleryFilters | None, tuple[DataFile, ...]]:
    """The filters of the gallery; None where it is empty."""
    shown = [(last_step(material.address("showcase", record.slug)), record.value) for record in material.showcases]
    if not shown:
        return None, ()
    titles = {value.craft: material.cards[value.craft].title for _, value in shown}
    crafts, tags = list(titles), _names(tag for _, value in shown for tag in value.tags)
    whole = (("craft", crafts), ("tier", list(TIERS)), ("tag", tags))
    craft_at, tag_at = ({value: at for at, value in enumerate(values)} for values in (crafts, tags))
    rows: list[Row] = [
        [
            slug,
            craft_at[value.craft],
            TIERS.index(value.tier),
            [tag_at[tag] for tag in dict.fromkeys(value.tags)],
        ]
        for slug, value in shown
    ]
    files = _files("showcases", material.catalog.site.value.cards_per_page, whole, (), rows)
    tiers = Counter(value.tier for _, value in shown)
    frequent = Counter(value.craft for _, value in shown).most_common(MOST_CHOICES)
    return (
        GalleryFilters(
            facts=files[-1].url,
            crafts=_choices(frequent, lambda slug: titles[slug]),
            craft_pages=tuple(
                Link(titles[slug], material.book.gallery("craft", slug) or material.address("craft", slug))
                for slug, _ in sorted(frequent, key=lambda pair: titles[pair[0]])
            ),
            tiers=_choices(((name, tiers[name]) for name in TIERS), lambda name: material.say.term("tier", name)),
            tags=_frequent(Counter(tag for _, value in shown for tag in dict.fromkeys(value.tags))),
        ),
        files,
    )


def material_filters(material: Material) -> tuple[MaterialFilters | None, tuple[DataFile, ...]]:
    """The filters of the material library; None where it is empty. A craft finds what its options take, and the films about it."""
    records = materials_in_order(material)
    if not records:
        return None, ()
    of_crafts = {one.slug: _crafts_with(material, one) for one in records}
    titles = {card.slug: card.title for cards in of_crafts.values() for card in cards}
    values = [one.value for one in records]
    whole = (
        ("kind", list(get_args(MaterialKind))),
        ("craft", sorted(titles)),
        ("tag", _names(tag for one in values for tag in one.tags)),
        ("occasion", _names(occasion for one in values for occasion in one.occasions)),
    )
    place = {name: {value: at for at, value in enumerate(listed)} for name, listed in whole}
    rows: list[Row] = [
        [
            last_step(material.address("material", one.slug)),
            place["kind"][one.value.kind],
            [place["craft"][card.slug] for card in of_crafts[one.slug]],
            [place["tag"][tag] for tag in dict.fromkeys(one.value.tags)],
            [place["occasion"][occasion] for occasion in dict.fromkeys(one.value.occasions)],
        ]
        for one in records
    ]
    files = _files("materials", material.catalog.site.value.cards_per_page, whole, (), rows)
    kinds = Counter(one.kind for one in values)
    frequent = Counter(card.slug for cards in of_crafts.values() for card in cards).most_common(MOST_CHOICES)
    return (
        MaterialFilters(
            facts=files[-1].url,
            kinds=_choices(
                ((name, kinds[name]) for name in get_args(MaterialKind)),
                lambda name: material.say.term("material-kind", name),
            ),
            crafts=_choices(((str(slug), count) for slug, count in frequent), lambda slug: titles[Slug(slug)]),
            tags=_frequent(Counter(tag for one in values for tag in dict.fromkeys(one.tags))),
            occasions=_frequent(Counter(one for value in values for one in dict.fromkeys(value.occasions))),
            craft_pages=tuple(Link(titles[slug], material.address("craft", slug)) for slug, _ in frequent),
        ),
        files,
    )


def _crafts_with(material: Material, record: Record[AnyMaterial]) -> tuple[CraftCard, ...]:
    if isinstance(record.value, Film):
        return crafts_of_film(material, record.value)
    found = {card.slug: card for card, _ in material.accepted_by.get(record.slug, ())}
    return tuple(found.values())


def _offer(offer: OfferCard) -> tuple[int, int, int | None]:
    """Its tier, the price that it begins at in whole units, rounded up, the longest of its days."""
    return TIERS.index(offer.tier), -(-offer.price.lowest // 100), offer.days.highest if offer.days else None


def _files(name: str, per_page: int, whole: object, each: object, rows: list[Row]) -> tuple[DataFile, ...]:
    """The files, the head last; rows that are few stand in the head itself."""
    head = {"per": per_page, "whole": whole, "each": each}
    if len(rows) <= ROWS_A_FILE:
        return (data_file(f"{name}-facts.json", _json({**head, "rows": rows})),)
    parts = [
        data_file(f"{name}-rows.json", _json(rows[at : at + ROWS_A_FILE])) for at in range(0, len(rows), ROWS_A_FILE)
    ]
    return (*parts, data_file(f"{name}-facts.json", _json({**head, "files": [part.name for part in parts]})))


def _prices(crafts: Sequence[_Facts]) -> tuple[int, ...]:
    """Round amounts between the lowest and the highest price that an offer begins at, thinned out."""
    begins = [price for one in crafts for price in one.prices]
    steps = [step for step in _PRICE_STEPS if begins and min(begins) <= step < max(begins)]
    apart = -(-len(steps) // _PRICES_OFFERED) or 1
    return tuple(steps[::apart])


def _count(crafts: Sequence[_Facts], category: str) -> int:
    return sum(CATEGORY_SLUGS[one.category] == category for one in crafts)


def _names(names: Iterable[str]) -> list[str]:
    return sorted(set(names))


def _frequent(counted: Counter[str]) -> tuple[FilterChoice, ...]:
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_CHOICES]
    return _choices(ordered, lambda name: name)


def _choices(pairs: Iterable[tuple[str, int]], words: Callable[[str], str]) -> tuple[FilterChoice, ...]:
    return tuple(FilterChoice(value, words(value), count) for value, count in pairs if count)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
