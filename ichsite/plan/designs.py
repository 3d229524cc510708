"""The pages of design sessions, and the list of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ichsite.catalog.urls import DESIGNS
from ichsite.model.design import Design
from ichsite.model.record import Record
from ichsite.plan.alternates import alternates_of
from ichsite.plan.calls import call_card
from ichsite.plan.cards import craft_card, master_link, showcase_card, stream_card
from ichsite.plan.design_cards import design_card
from ichsite.plan.design_version import version_views
from ichsite.plan.keep import keep_of
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.story import record_story
from ichsite.plan.views import (
    CallCardView,
    ComparedView,
    DesignCardView,
    DesignsView,
    DesignVersionView,
    DesignView,
    Head,
)
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value

CURRENT = ("asking", "sketching", "planned")


def design_specs(material: Material) -> Iterator[PageSpec]:
    """A page for each session, and the list."""
    cards: list[DesignCardView] = []
    for design in material.designs.ordered:
        card = design_card(material, design)
        cards.append(card)
        yield _page(material, design, card)
    head = Head(
        material.say("Design sessions"),
        material.say("From the first sketch to what was confirmed: what was asked, what was chosen, and why."),
        DESIGNS,
        beside=alternates_of(material, "design"),
    )
    current = tuple(card for card in cards if card.state in CURRENT)
    view = DesignsView(material.chrome, head, current, tuple(card for card in cards if card.state not in CURRENT))
    yield _spec(material, DESIGNS, "pages/designs.html", view, (head, view.current, view.past), "content/designs")


def _page(material: Material, design: Record[Design], card: DesignCardView) -> PageSpec:
    value, today = design.value, material.today
    versions = version_views(material, design)
    confirmed = value.confirmed if card.state == "confirmed" else None
    given_up = value.given_up if card.state == "given-up" else None
    compared = tuple(_compared(versions))
    number = confirmed.version if confirmed is not None else 0
    stream = next((one for one in material.catalog.streams if one.slug == value.stream), None)
    came = material.designs.showcases.get(design.slug, ())
    view = DesignView(
        material.chrome,
        Head(value.title, value.summary, card.url, picture=card.picture.jpeg if card.picture is not None else None),
        card,
        record_story(material, design),
        value.tier,
        master_link(material, value.master),
        versions,
        compared if len(compared) > 1 else (),
        compared[0].number if compared else 0,
        number if any(one.number == number for one in compared) else compared[-1].number if compared else 0,
        confirmed.words if confirmed is not None else "",
        number,
        given_up.reason if given_up is not None and given_up.day <= today else "",
        tuple(craft_card(material, one) for slug in value.crafts if (one := material.cards.get(slug)) is not None),
        stream_card(material, stream) if stream is not None else None,
        _call(material, value.call),
        tuple(shown for one in came if (shown := showcase_card(material, one)) is not None),
        keep_of(material, "design", design.slug),
    )
    parts = (
        *(view.head, card, view.story, view.tier, view.master, versions, view.compared, view.before, view.after),
        *(view.confirmed, view.confirmed_version, view.given_up),
        *(view.crafts, view.stream, view.call, view.showcases, view.keep),
    )
    return _spec(material, card.url, "pages/design.html", view, parts, design.path)


def _compared(versions: Iterable[DesignVersionView]) -> Iterator[ComparedView]:
    for one in versions:
        if one.pictures:
            yield ComparedView(one.number, one.day, one.title, one.pictures[0])


def _call(material: Material, slug: str | None) -> CallCardView | None:
    found = next((one for one in material.calls if one[0].slug == slug), None)
    return call_card(material, *found) if found is not None else None


def _spec(material: Material, url: UrlPath, template: str, view: object, parts: object, owner: str) -> PageSpec:
    return PageSpec(url, template, view, (("view", of_value(parts)), ("site", material.chrome_print)), owner)
