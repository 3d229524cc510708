"""What every page of a site carries."""

from __future__ import annotations

from datetime import date

from ichsite.catalog.address_book import AddressBook
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.thanks import thanked_years
from ichsite.catalog.urls import (
    CALENDAR_PAGE,
    CALLS,
    CRAFTS,
    DESIGNS,
    EVENTS,
    FEEDBACK,
    HOW_TO_READ,
    MASTERS,
    MATERIALS,
    POSTS,
    PROMISES,
    SHARE,
    SHOWCASES,
    STREAMS,
    THANKS,
    TIERS,
)
from ichsite.plan.phrases import Phrases
from ichsite.plan.views import Chrome, Link
from ichsite.text.address import UrlPath


def chrome_of(catalog: Catalog, book: AddressBook, say: Phrases, today: date) -> Chrome:
    """The site's name, seller, menus and day."""
    site = catalog.site.value
    menu = _menu_of_catalogue(catalog, say) if catalog.tiers is not None else _menu_of_handbook(catalog, book)
    listed = sorted(
        (page for page in catalog.pages if page.value.menu is not None),
        key=lambda page: (page.value.menu or 0, page.slug),
    )
    return Chrome(
        site_name=site.name,
        tagline=site.tagline,
        description=site.description,
        language=site.language,
        currency=site.currency,
        sample=site.sample,
        seller=site.seller,
        accounts=site.accounts,
        menu=menu,
        pages=(
            *((Link(say("Design sessions"), DESIGNS),) if catalog.designs else ()),
            *(Link(page.value.title, book.address("page", page.slug)) for page in listed),
        ),
        today=today,
        catalogue=catalog.tiers is not None,
        beside=tuple(Link(one.title, UrlPath(one.address)) for one in site.beside),
        thanks=THANKS if thanked_years(catalog, {str(one.slug) for one in catalog.crafts}, today) else None,
        share=SHARE if site.invitation is not None and catalog.tiers is not None else None,
        further=_further(catalog, say) if catalog.tiers is not None else (),
    )


def _menu_of_handbook(catalog: Catalog, book: AddressBook) -> tuple[Link, ...]:
    """The sections of its guide, each at its first page."""
    first: dict[str, Link] = {}
    for page in sorted(catalog.pages, key=lambda page: (page.value.order, page.slug)):
        if (section := page.value.section) is not None:
            first.setdefault(section, Link(section, book.address("page", page.slug)))
    return tuple(first.values())


def _menu_of_catalogue(catalog: Catalog, say: Phrases) -> tuple[Link, ...]:
    dated = catalog.calls or catalog.events
    return (
        Link(say("Crafts"), CRAFTS),
        Link(say("Tiers"), TIERS),
        Link(say("Masters"), MASTERS),
        Link(say("Showcases"), SHOWCASES),
        Link(say("Streams"), STREAMS),
        *((Link(say("Calls for ideas"), CALLS),) if catalog.calls or catalog.polls or catalog.ideas else ()),
        *((Link(say("Calendar"), CALENDAR_PAGE),) if dated else ()),
        *((Link(say("Material library"), MATERIALS),) if catalog.materials else ()),
        Link(say("Posts"), POSTS),
        Link(say("How to read"), HOW_TO_READ),
    )


def _further(catalog: Catalog, say: Phrases) -> tuple[Link, ...]:
    """The lists that have something in them and no place in the menu."""
    return (
        *((Link(say("Events"), EVENTS),) if catalog.events else ()),
        *((Link(say("What people asked for"), FEEDBACK),) if catalog.feedback else ()),
        *((Link(say("Promises kept"), PROMISES),) if catalog.crafts else ()),
    )
