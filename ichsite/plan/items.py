"""The pages of masters, showcases, streams and free pages, and the lists of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeVar

from ichsite.catalog.urls import MASTERS
from ichsite.model.post import Page
from ichsite.model.record import Record
from ichsite.plan.agenda import agenda_spec
from ichsite.plan.audiences import audience_specs
from ichsite.plan.calls import call_specs
from ichsite.plan.cards import master_card, stream_card
from ichsite.plan.craft_lists import Listed, listed_craft
from ichsite.plan.design_cards import design_cards
from ichsite.plan.designs import design_specs
from ichsite.plan.events import event_specs, events_of_master
from ichsite.plan.feedback import feedback_specs
from ichsite.plan.galleries import gallery_specs
from ichsite.plan.guide import contents_of, guide_of, neighbours
from ichsite.plan.ideas import ideas_specs
from ichsite.plan.library import material_specs
from ichsite.plan.material import Material
from ichsite.plan.polls import poll_specs
from ichsite.plan.posts import post_specs
from ichsite.plan.showcase_page import showcases_of
from ichsite.plan.spec import PageSpec
from ichsite.plan.story import record_story
from ichsite.plan.stream_page import stream_specs, streams_by_start
from ichsite.plan.views import (
    GalleryFilters,
    GuideSection,
    Head,
    MastersView,
    MasterView,
    MaterialFilters,
    PageView,
)
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value

Card = TypeVar("Card")


def item_specs(
    material: Material, filters: GalleryFilters | None = None, library: MaterialFilters | None = None
) -> Iterator[PageSpec]:
    """One page for each item that is no craft, and the lists of them; `filters` are those of the gallery, `library`
    those of the material library."""
    yield from _masters(material)
    yield from _showcases(material, filters)
    yield from stream_specs(material)
    yield from call_specs(material)
    yield from poll_specs(material)
    yield from ideas_specs(material)
    yield from material_specs(material, library)
    yield from design_specs(material)
    yield from audience_specs(material)
    yield from event_specs(material)
    yield from feedback_specs(material)
    yield agenda_spec(material)
    yield from post_specs(material)
    yield from page_specs(material)


def page_specs(material: Material) -> Iterator[PageSpec]:
    """The free pages."""
    guide = guide_of(material)
    for page in material.catalog.pages:
        yield _free_page(material, page, guide if page.value.section is not None else ())


def _spec(material: Material, url: UrlPath, template: str, view: object, parts: object, owner: str) -> PageSpec:
    return PageSpec(url, template, view, (("view", of_value(parts)), ("site", material.chrome_print)), owner)


def _masters(material: Material) -> Iterator[PageSpec]:
    cards = tuple(master_card(material, master) for master in material.catalog.masters)
    taught: defaultdict[str, list[Listed]] = defaultdict(list)
    for listed in material.each(listed_craft, material.cards_by_slug):
        for slug in dict.fromkeys(listed.card.masters):
            taught[slug].append(listed)
    for master, card in zip(material.catalog.masters, cards, strict=True):
        own = tuple(taught.get(master.slug, ()))
        crafts = tuple(one.view for one in own)
        streams = tuple(
            stream_card(material, one)
            for one in streams_by_start(material)
            if one.value.master == master.slug and not material.is_past(one.value)
        )
        picture = card.picture.jpeg if card.picture is not None else None
        head = Head(master.value.title, master.value.summary, card.url, picture=picture)
        checked = material.verified.masters.get(master.slug)
        designs = design_cards(material, material.designs.of_master.get(master.slug, ()))
        gallery = material.book.gallery("master", master.slug)
        story = record_story(material, master)
        events = events_of_master(material, master.slug)
        view = MasterView(material.chrome, head, card, story, crafts, streams, checked, gallery, designs, events)
        parts = (head, card, story, tuple(one.print for one in own), streams, checked, gallery, designs, events)
        yield _spec(material, card.url, "pages/master.html", view, parts, master.path)
    head = Head(
        material.say("Masters"), material.say("Who makes the pieces, and at which level they are recognised."), MASTERS
    )
    view = MastersView(material.chrome, head, cards)
    yield _spec(material, MASTERS, "pages/masters.html", view, (head, cards), "content/masters")


def _showcases(material: Material, filters: GalleryFilters | None) -> Iterator[PageSpec]:
    made = {one.slug: one for some in material.each(showcases_of) for one in some}
    shown = tuple(made[one.slug] for one in material.showcases if one.slug in made)
    yield from (one.page for one in shown)
    yield from gallery_specs(material, shown, filters)


def _free_page(material: Material, page: Record[Page], guide: tuple[GuideSection, ...]) -> PageSpec:
    url = material.address("page", page.slug)
    head = Head(page.value.title, page.value.summary, url)
    story = record_story(material, page)
    before, after = neighbours(guide, url) if guide else (None, None)
    contents = contents_of(story) if guide else ()
    view = PageView(material.chrome, head, page.value.title, page.value.summary, story, guide, contents, before, after)
    parts = (head, view.title, view.summary, story, guide, contents, before, after)
    return _spec(material, url, "pages/page.html", view, parts, page.path)
