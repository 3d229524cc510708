"""Galleries: the showcases of one craft, tier, tag or master, each at an address of its own; and the strips.

Which showcases a gallery holds is found once for all languages, by the names that stand in the files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Literal, Protocol

from ichsite.catalog.catalog import Catalog
from ichsite.catalog.term import Term
from ichsite.catalog.urls import GALLERIES, STRIP, below
from ichsite.model.record import Record
from ichsite.model.showcase import Showcase
from ichsite.model.tier import TIERS
from ichsite.text.address import Slug, UrlPath

GalleryKind = Literal["craft", "tier", "tag", "master", "strip"]
FEWEST = 2
"""One showcase is no gallery; nor shall a word that one buyer's showcase alone has become an address for ever."""
FEWEST_OF_A_CRAFT = 3
"""A craft's page shows its newest twelve itself: for one or two nobody looks for a page of their own."""


class Shown(Protocol):
    """What is needed of a craft; its card has it."""

    @property
    def slug(self) -> Slug: ...
    @property
    def masters(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Gallery:
    """Showcases that belong together, newest first; `name` is the slug of the craft or master, the tier, or the tag.

    `id` is what the ledger calls it: never by a tag's word, which may have been a buyer's alone. A `strip` holds the
    showcases of a craft that may be shown on other sites; it has one page.
    """

    kind: GalleryKind
    name: str
    id: str
    address: UrlPath
    showcases: tuple[Slug, ...]

    def pages(self, per_page: int) -> int:
        """How many pages it has."""
        return 1 if self.kind == "strip" else max(1, -(-len(self.showcases) // per_page))


def shown_showcases(catalog: Catalog, cards: Mapping[str, Shown]) -> tuple[Record[Showcase], ...]:
    """The showcases of known crafts, newest first."""
    shown = (one for one in catalog.showcases if one.value.craft in cards)
    return tuple(sorted(shown, key=lambda one: (one.value.received, one.slug), reverse=True))


def gallery_tags(catalog: Catalog, cards: Mapping[str, Shown]) -> tuple[str, ...]:
    """The tags that have a gallery, by name."""
    found: defaultdict[str, int] = defaultdict(int)
    for one in catalog.showcases:
        if one.value.craft in cards:
            for tag in dict.fromkeys(one.value.tags):
                found[tag] += 1
    return tuple(sorted(tag for tag, size in found.items() if size >= FEWEST))


def galleries_of(catalog: Catalog, cards: Mapping[str, Shown], tags: Mapping[str, Term]) -> tuple[Gallery, ...]:
    """Every gallery that has showcases enough; `tags` says how the tags' names are spelt in addresses.

    Those of crafts, of masters and the strips are not placed yet (`placed`).
    """
    if catalog.tiers is None:
        return ()
    found: defaultdict[tuple[GalleryKind, str], list[Slug]] = defaultdict(list)
    for one in shown_showcases(catalog, cards):
        value = one.value
        found["craft", value.craft].append(one.slug)
        found["tier", value.tier].append(one.slug)
        for tag in dict.fromkeys(value.tags):
            found["tag", tag].append(one.slug)
        for master in dict.fromkeys(cards[value.craft].masters):
            found["master", master].append(one.slug)
        if may_travel(value):
            found["strip", value.craft].append(one.slug)
    masters = {str(one.slug) for one in catalog.masters}
    fewest: dict[GalleryKind, int] = {"craft": FEWEST_OF_A_CRAFT, "strip": 1}
    return tuple(
        Gallery(kind, name, *_named(kind, name, tags), tuple(members))
        for (kind, name), members in sorted(found.items(), key=lambda pair: _order(*pair[0]))
        if len(members) >= fewest.get(kind, FEWEST) and (kind != "master" or name in masters)
    )


def may_travel(showcase: Showcase) -> bool:
    """Whether a showcase may be shown on other sites: its buyer agreed to that, and to its pictures."""
    scope = showcase.consent.scope if showcase.consent is not None else ()
    return {"elsewhere", "pictures"} <= {*scope} and bool(showcase.pictures)


def item_of(gallery: Gallery) -> tuple[Literal["craft", "master"], str] | None:
    """The item whose address the gallery's is made of, as its kind and slug."""
    if gallery.kind in ("tier", "tag"):
        return None
    return ("master" if gallery.kind == "master" else "craft"), gallery.name


def placed(gallery: Gallery, id: str, step: Slug) -> Gallery:
    """The gallery of an item, by the item's id and the last step of its address."""
    parent = STRIP if gallery.kind == "strip" else below(GALLERIES, Slug(gallery.kind))
    return replace(gallery, id=f"{gallery.kind}/{id}", address=below(parent, step))


def tag_id(name: str) -> str:
    """What the ledger calls the gallery of a tag: a digest of its name."""
    return f"tag/{blake2b(name.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"


def _named(kind: GalleryKind, name: str, tags: Mapping[str, Term]) -> tuple[str, UrlPath]:
    if kind == "tag" and name in tags:
        return tag_id(name), below(below(GALLERIES, Slug("tag")), tags[name].slug)
    return f"{kind}/{name}", below(below(GALLERIES, Slug(kind)), Slug(name))


def _order(kind: GalleryKind, name: str) -> tuple[str, int, str]:
    return kind, TIERS.index(name) if kind == "tier" and name in TIERS else 0, name


def by_showcase(galleries: Iterable[Gallery]) -> dict[Slug, tuple[Gallery, ...]]:
    """The galleries that each showcase is in."""
    found: defaultdict[Slug, list[Gallery]] = defaultdict(list)
    for one in galleries:
        for slug in one.showcases:
            found[slug].append(one)
    return {slug: tuple(held) for slug, held in found.items()}
