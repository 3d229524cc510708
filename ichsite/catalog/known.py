"""Every page that a link may point at: items, lists and their numbered pages, what the site makes by itself.

This is the plan of the site as far as addresses go, made without planning anything; `tests/rules/test_known.py`
holds the two against each other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol

from ichsite.catalog.address_book import AddressBook, short_address
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.lists import Gathered, lists_of
from ichsite.catalog.picture_path import PictureUse
from ichsite.catalog.term import Term
from ichsite.catalog.urls import (
    EVERY_ANCHOR,
    FIXED,
    FIXED_ANCHORS,
    SHARE,
    SHARE_CARD,
    brief_below,
    numbered,
    pictures_below,
)
from ichsite.model.idea import Ideas
from ichsite.model.record import Kind
from ichsite.model.tier import TIERS
from ichsite.text.address import ContentKind, Slug, UrlPath, parse_base_url, slug_of_name

CRAFT_ANCHORS = ("change", "days", "chance", "price", "revisions", "returns", "hands", "showcases")
"""The anchors that every craft page has, besides those of its story: promised for ever (docs/content/pages/checking.md)."""


@dataclass(frozen=True)
class Destination:
    """A page that links may point at; `kind` is None for one that no content file stands for.

    `begins` is the day from which a post is published.
    """

    kind: ContentKind | None
    slug: Slug
    address: UrlPath
    anchors: frozenset[str]
    begins: date | None = None


@dataclass(frozen=True)
class Known:
    """Every page that links may point at: by its kind and its name (the slug, and the id where that differs), and
    by its address. `former` are addresses that lead on to a page: old ones, short ones.

    `home` is the whole address of the site, `trees` are the folders of its further languages.
    """

    pages: Mapping[tuple[ContentKind, str], Destination]
    addresses: Mapping[UrlPath, Destination] = field(default_factory=dict[UrlPath, Destination])
    former: Mapping[UrlPath, Destination] = field(default_factory=dict[UrlPath, Destination])
    home: str = ""
    trees: frozenset[str] = frozenset()
    today: date | None = None
    followed: dict[tuple[str, str], object] = field(
        default_factory=dict[tuple[str, str], object], compare=False, repr=False
    )
    """Where links were found to lead, by their target and the file that they stand in (`ichsite.catalog.links`)."""

    def find(self, kind: ContentKind, name: str) -> Destination | None:
        """The page of that kind and name; the Unicode form of the name makes no difference."""
        return self.pages.get((kind, composed(slug_of_name(name))))

    def names(self, kind: ContentKind) -> tuple[str, ...]:
        """Every name of a kind, for “did you mean”."""
        return tuple(sorted(name for of, name in self.pages if of == kind))

    def at(self, address: str) -> Destination | None:
        """The page that answers at an address, be it a former one."""
        key = UrlPath(composed(address))
        return self.addresses.get(key) or self.former.get(key)

    def name_but_for_case(self, kind: ContentKind, name: str) -> str | None:
        """The name of that kind that differs from `name` by letter case only."""
        folded = composed(slug_of_name(name)).casefold()
        return next((one for of, one in self.pages if of == kind and one.casefold() == folded), None)

    def address_but_for_case(self, address: str) -> UrlPath | None:
        """The address that differs from `address` by letter case only."""
        return self._folded.get(composed(address).casefold())

    def last_page(self, first: UrlPath) -> int:
        """How many numbered pages a list has."""
        number = 1
        while numbered(first, number + 1) in self.addresses:
            number += 1
        return number

    @cached_property
    def _folded(self) -> dict[str, UrlPath]:
        return {address.casefold(): page.address for address, page in self.addresses.items()}


class Linkable(Gathered, Protocol):
    """What is needed of a craft; its card has it."""

    @property
    def anchors(self) -> tuple[str, ...]: ...
    @property
    def shown_pictures(self) -> tuple[PictureUse, ...]: ...


@dataclass(frozen=True)
class Signs:
    """All of a catalogue that its addresses and anchors are made of: its items, the crafts with a page of pictures,
    the addresses of its lists and of what the site makes by itself."""

    items: tuple[Destination, ...]
    pictured: tuple[Slug, ...]
    fixed: tuple[UrlPath, ...]
    book: AddressBook
    base_url: str
    trees: frozenset[str]
    today: date


def signs_of(
    catalog: Catalog,
    crafts: Mapping[str, Linkable],
    book: AddressBook,
    terms: Mapping[str, Term],
    today: date,
    further: Iterable[UrlPath] = (),
) -> Signs:
    """The signs of a catalogue; `crafts` are the cards of its crafts, `book` knows where each item lives, `terms`
    how regions and tags are spelt.

    `further` are the addresses of files that other parts of the site make.
    """
    site = catalog.site.value
    lists = (
        numbered(one.address, number)
        for one in lists_of(catalog, crafts.values(), terms, today)
        for number in range(1, one.pages + 1)
    )
    galleries = (
        numbered(one.address, number)
        for one in book.galleries
        for number in range(1, one.pages(site.cards_per_page) + 1)
    )
    invited = (SHARE, SHARE_CARD) if site.invitation is not None and catalog.tiers is not None else ()
    return Signs(
        tuple(_items(catalog, crafts, book)),
        tuple(craft.slug for craft in crafts.values() if craft.shown_pictures),
        (*FIXED, *further, *invited, *lists, *galleries),
        book,
        site.base_url,
        frozenset[str](site.also_in) - {site.language},
        today,
    )


def known_pages(signs: Signs) -> Known:
    """The pages of the catalogue of these signs."""
    book = signs.book
    pages: dict[tuple[ContentKind, str], Destination] = {}
    by_id: dict[tuple[ContentKind, str], Destination] = {}
    addresses: dict[UrlPath, Destination] = {}
    leading: dict[UrlPath, Destination] = {}
    for page in signs.items:
        kind = page.kind or "page"
        pages[kind, composed(page.slug)] = by_id[kind, composed(book.id(kind, page.slug))] = page
        addresses[UrlPath(composed(page.address))] = page
        if code := book.code(kind, page.slug):
            leading[short_address(code)] = page
        leading.update(dict.fromkeys(book.former.get((kind, page.slug), ()), page))
    pictured = (pictures_below(book.address("craft", slug)) for slug in signs.pictured)
    briefs = (brief_below(page.address) for page in signs.items if page.kind == "craft")
    for address in (*signs.fixed, *pictured, *briefs):
        addresses.setdefault(address, _fixed(address))
    # a name is a slug before it is another's id
    return Known(by_id | pages, addresses, leading, _home(signs.base_url), signs.trees, signs.today)


def composed(text: str) -> str:
    """A name or an address in the one Unicode form in which names are compared."""
    return unicodedata.normalize("NFC", text)


def kind_of(kind: Kind) -> ContentKind | None:
    """The kind of page that a file belongs to; none for the settings, and for a file of several items."""
    if kind in ("site", "tiers", "audiences", "translation"):
        return None
    return "craft" if kind == "customization" else kind


def _items(catalog: Catalog, crafts: Mapping[str, Linkable], book: AddressBook) -> Iterator[Destination]:
    for craft in crafts.values():
        anchors = frozenset((*EVERY_ANCHOR, *CRAFT_ANCHORS, *craft.anchors))
        yield Destination("craft", craft.slug, book.address("craft", craft.slug), anchors)
    for record in (
        *catalog.masters,
        *catalog.showcases,
        *catalog.streams,
        *catalog.calls,
        *catalog.materials,
        *catalog.audiences,
        *catalog.polls,
        *catalog.ideas,
        *catalog.designs,
        *catalog.events,
        *catalog.feedback,
        *catalog.posts,
        *catalog.pages,
    ):
        if (kind := kind_of(record.kind)) is not None:
            begins = getattr(record.value, "published", None)
            address = book.address(kind, record.slug)
            ideas = (one.id for one in record.value.answered) if isinstance(record.value, Ideas) else ()
            anchors = frozenset((*EVERY_ANCHOR, *record.story.anchors, *ideas))
            yield Destination(kind, record.slug, address, anchors, begins)
    for tier in TIERS:
        yield Destination("tier", Slug(tier), book.address("tier", tier), frozenset(EVERY_ANCHOR))


def _fixed(address: UrlPath) -> Destination:
    anchors = (*EVERY_ANCHOR, *FIXED_ANCHORS.get(address, ())) if address.endswith("/") else ()
    return Destination(None, Slug(""), address, frozenset(anchors))


def _home(base_url: str) -> str:
    try:
        base = parse_base_url(base_url)
    except ValueError:
        return ""
    return base.origin + base.path
