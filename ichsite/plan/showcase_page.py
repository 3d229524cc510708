"""The page of a showcase: what a buyer chose and received, where it is used, and how it is after months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ichsite.assess.card import CraftCard
from ichsite.assess.share import share_of
from ichsite.catalog.picture_path import picture_use
from ichsite.model.record import Record
from ichsite.model.showcase import Showcase
from ichsite.plan.cards import craft_card, months_between, showcase_card
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.used_pictures import showcase_pictures
from ichsite.plan.views import Head, LaterView, Link, PictureView, ShowcaseCardView, ShowcaseView
from ichsite.text.address import Slug
from ichsite.text.fingerprint import Fingerprint, of_value
from ichsite.text.foreign import made_of


@dataclass(frozen=True)
class ShownShowcase:
    """A showcase's card as lists show it, with its fingerprint, made once for all lists; and its page."""

    slug: Slug
    card: ShowcaseCardView
    print: Fingerprint
    page: PageSpec


def showcases_of(material: Material, craft: CraftCard) -> tuple[ShownShowcase, ...]:
    """The showcases of one craft, newest first."""
    made: list[ShownShowcase] = []
    for record in material.showcases_of.get(craft.slug, ()):
        card = showcase_card(material, record)
        if card is not None:
            made.append(ShownShowcase(record.slug, card, of_value(card), _page(material, craft, record, card)))
    return tuple(made)


def _page(material: Material, craft: CraftCard, record: Record[Showcase], card: ShowcaseCardView) -> PageSpec:
    value = record.value
    pictures = tuple(view for use in showcase_pictures(record) if (view := material.picture(use)) is not None)
    head = Head(
        made_of(f"{value.title} · {craft.title}", value.title),
        value.words[:120],
        card.url,
        picture=pictures[0].jpeg if pictures else None,
    )
    outcome = craft.outcome(value.outcome)
    galleries = material.book.galleries_with(record.slug)
    names = {one.name: material.tag_names.get(one.name, one.name) for one in galleries if one.kind == "tag"}
    tags = tuple(Link(names[one.name], one.address) for one in galleries if one.kind == "tag")
    view = ShowcaseView(
        material.chrome,
        head,
        card,
        card.chosen,
        outcome.name if outcome is not None else None,
        pictures,
        craft_card(material, craft),
        value.platform,
        value.reward,
        outcome.id if outcome is not None else None,
        share_of(outcome.id, outcome.count, outcome.pieces) if outcome is not None and outcome.pieces else None,
        value.scene,
        _later(material, record),
        _stream(material, value.stream),
        tuple(link for slug in value.shown_in if (link := _stream(material, slug)) is not None),
        value.post,
        tags,
        tuple(tag for tag in value.tags if tag not in names.values()),
        material.book.gallery("tier", value.tier),
        _design(material, value.design),
        call=_call(material, value.call),
    )
    parts = (
        *(head, card, view.outcome, pictures, view.craft),
        *(value.platform, value.reward, view.outcome_id, view.share),
        *(view.scene, view.later, view.stream, view.shown_in, view.post, view.design),
        *(view.tags, view.other_tags, view.tier_gallery, view.call),
    )
    prints = (("view", of_value(parts)), ("site", material.chrome_print))
    return PageSpec(card.url, "pages/showcase.html", view, prints, record.path)


def _later(material: Material, record: Record[Showcase]) -> tuple[LaterView, ...]:
    """What was told later, in the order of its days."""
    made: list[LaterView] = []
    for at, one in enumerate(record.value.later):
        views: list[PictureView] = []
        for number, picture in enumerate(one.pictures):
            use = picture_use(record.path, picture, ("later", at, "pictures", number))
            views += [view] if (view := material.picture(use)) is not None else []
        received: date = record.value.received
        months, days = months_between(received, one.day), (one.day - received).days
        made.append(LaterView(one.day, months, days, one.words, tuple(views)))
    return tuple(sorted(made, key=lambda one: one.day))


def _design(material: Material, slug: str | None) -> Link | None:
    """A design session's title and address; None where there is no such session."""
    found = material.designs.named(slug)
    return Link(found.value.title, material.address("design", found.slug)) if found is not None else None


def _call(material: Material, slug: str | None) -> Link | None:
    """A call's title and address; None where there is no such call."""
    found = next((one for one, _ in material.calls if one.slug == slug), None)
    return Link(found.value.title, material.address("call", found.slug)) if found is not None else None


def _stream(material: Material, slug: str | None) -> Link | None:
    """A stream's title and address; None where there is no such stream."""
    found = next((one for one in material.catalog.streams if one.slug == slug), None)
    return Link(found.value.title, material.address("stream", found.slug)) if found is not None else None
