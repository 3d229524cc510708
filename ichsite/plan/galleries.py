"""Galleries of showcases: all of them, and those of one craft, tier, tag or master, each in pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ichsite.assess.card import CraftCard
from ichsite.catalog.gallery import Gallery, GalleryKind
from ichsite.catalog.urls import SHOWCASES
from ichsite.plan.cards import craft_link
from ichsite.plan.material import Material
from ichsite.plan.paging import paged
from ichsite.plan.showcase_page import ShownShowcase, showcases_of
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import GalleryFilters, Head, Link, ShowcasesView
from ichsite.text.address import Slug, UrlPath
from ichsite.text.fingerprint import of_parts, of_value
from ichsite.text.foreign import made_of

GROUPS: tuple[GalleryKind, ...] = ("tier", "tag", "master")
MOST_LINKS = 60
"""Of one kind beside a gallery, those with the most showcases; every gallery is linked from its showcases."""

Groups = tuple[tuple[GalleryKind, tuple[Link, ...]], ...]


@dataclass(frozen=True)
class _Shelf:
    """One gallery as it is planned: whose it is (None: the whole), its members, the galleries beside it."""

    head: Head
    kind: GalleryKind | None
    subject: Link | None
    members: tuple[ShownShowcase, ...]
    groups: Groups
    filters: GalleryFilters | None
    owner: str


def gallery_specs(
    material: Material, shown: tuple[ShownShowcase, ...], filters: GalleryFilters | None
) -> Iterator[PageSpec]:
    """The pages of every gallery; `shown` are all showcases, newest first."""
    groups = gallery_groups(material)
    head = Head(material.say("Showcases"), material.say("What buyers received, and what they chose."), SHOWCASES)
    yield from _pages(material, _Shelf(head, None, None, shown, groups, filters, "content/showcases"))
    by_slug = {one.slug: one for one in shown}
    for gallery in material.book.galleries:
        if gallery.kind in GROUPS:
            yield from _pages(material, _shelf(material, gallery, by_slug, groups))
    having = [card for card in material.cards_by_slug if material.book.gallery("craft", card.slug) is not None]
    for pages in material.each(_of_craft, having):
        yield from pages


def gallery_groups(material: Material) -> Groups:
    """The galleries that stand beside each other, by kind: the largest of each, in the order of their names."""
    found: list[tuple[GalleryKind, tuple[Link, ...]]] = []
    for kind in GROUPS:
        of_kind = [one for one in material.book.galleries if one.kind == kind]
        largest = {one.id for one in sorted(of_kind, key=lambda one: (-len(one.showcases), one.name))[:MOST_LINKS]}
        links = tuple(Link(title_of(material, one), one.address) for one in of_kind if one.id in largest)
        if links:
            found.append((kind, links))
    return tuple(found)


def title_of(material: Material, gallery: Gallery) -> str:
    """What a gallery is called beside others: the name of its craft or master, its tier, its tag."""
    if gallery.kind in ("craft", "strip"):
        return material.cards[gallery.name].title
    if gallery.kind == "tier":
        return material.say.term("tier", gallery.name)
    if gallery.kind == "master":
        master = material.master(gallery.name)
        return master.value.title if master is not None else gallery.name
    return material.tag_names.get(gallery.name, gallery.name)


def _shelf(material: Material, gallery: Gallery, by_slug: Mapping[Slug, ShownShowcase], groups: Groups) -> _Shelf:
    title = title_of(material, gallery)
    members = tuple(one for slug in gallery.showcases if (one := by_slug.get(slug)) is not None)
    subject = None
    if gallery.kind == "tier":
        subject = Link(title, material.book.address("tier", gallery.name))
    elif gallery.kind == "master":
        subject = Link(title, material.address("master", gallery.name))
    head = _head(material, title, gallery.address)
    return _Shelf(head, gallery.kind, subject, members, groups, None, f"gallery {gallery.kind} {gallery.name}")


def _of_craft(material: Material, card: CraftCard) -> tuple[PageSpec, ...]:
    """The gallery of a craft; the others do not stand beside it, so that a new one changes no page of a craft."""
    address = material.book.gallery("craft", card.slug)
    assert address is not None  # noqa: S101  it is asked for where there is one
    subject, members = craft_link(material, card.slug), showcases_of(material, card)
    head = _head(material, card.title, address)
    return tuple(_pages(material, _Shelf(head, "craft", subject, members, (), None, f"gallery craft {card.slug}")))


def _head(material: Material, title: str, address: UrlPath) -> Head:
    heading = made_of(material.say("What buyers received: %(name)s") % {"name": title}, title)
    return Head(heading, material.say("What buyers received, and what they chose."), address)


def _pages(material: Material, shelf: _Shelf) -> Iterator[PageSpec]:
    per_page = material.catalog.site.value.cards_per_page
    groups_print = of_value(shelf.groups)
    for url, pager, start in paged(shelf.head.url, len(shelf.members), per_page):
        members = shelf.members[start : start + per_page]
        head = Head(shelf.head.title, shelf.head.description, url)
        view = ShowcasesView(
            material.chrome,
            head,
            tuple(one.card for one in members),
            pager,
            shelf.filters if pager.number == 1 else None,
            shelf.kind,
            shelf.subject,
            shelf.groups,
        )
        parts = (
            ("showcases", of_parts(*(one.print for one in members))),
            ("gallery", of_value((head, pager, view.filters, shelf.kind, shelf.subject, groups_print))),
            ("site", material.chrome_print),
        )
        yield PageSpec(url, "pages/showcases.html", view, parts, shelf.owner)
