"""The guides: a page for each audience with the crafts that fit it, grouped by the reason, and the list of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from ichsite.assess.audience import Fit
from ichsite.assess.card import CraftCard
from ichsite.assess.verdicts import CycleClass
from ichsite.catalog.address_book import AddressBook
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.urls import AUDIENCES
from ichsite.model.audience import Audience
from ichsite.model.record import Record
from ichsite.model.tier import TIERS
from ichsite.plan.craft_lists import listed_craft
from ichsite.plan.material import Material
from ichsite.plan.paging import paged
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import (
    AudienceCardView,
    AudiencesView,
    AudienceView,
    FitGroupView,
    FitReasonView,
    FitView,
    Head,
    Link,
)
from ichsite.text.fingerprint import Fingerprint, of_parts, of_value

CHANGES_OF_GROUP = 4
"""So many of the things that may be changed stand in the heading of a group: those that most of its crafts offer."""
_CYCLES: tuple[CycleClass | None, ...] = ("fit", "communicate", "unfit", None)
_Group = tuple[int, int]
"""The tier and the class of the making time, by their positions."""


@dataclass(frozen=True)
class Fitted:
    """A craft that fits an audience, as its guide shows it. It stands in the group of its first offer: the cheapest."""

    audience: str
    group: _Group
    price_from: int
    view: FitView
    print: Fingerprint


def guides_of(catalog: Catalog, book: AddressBook) -> Mapping[str, Link]:
    """The guide of each audience by its slug, none where the site is no catalogue."""
    listed = catalog.audiences if catalog.tiers is not None else ()
    return {str(one.slug): Link(one.value.title, book.address("audience", one.slug)) for one in listed}


def audience_cards(material: Material) -> tuple[AudienceCardView, ...]:
    """The audiences as they are listed."""
    return tuple(_card(material, one) for one in material.catalog.audiences)


def guides_of_craft(material: Material, card: CraftCard) -> tuple[Link, ...]:
    """The guides that show a craft."""
    return tuple(material.guides[slug] for slug, _ in material.fits.by_craft.get(card.slug, ()))


def fitted(material: Material, card: CraftCard) -> tuple[Fitted, ...]:
    """How a craft stands in each guide that shows it."""
    fits = material.fits.by_craft.get(card.slug, ())
    return tuple(_fitted(material, card, audience, fit) for audience, fit in fits)


def audience_specs(material: Material) -> Iterator[PageSpec]:
    """The pages of each guide, and the list."""
    by_audience: dict[str, list[Fitted]] = {slug: [] for slug in material.guides}
    fitting = [card for card in material.cards_by_slug if card.slug in material.fits.by_craft]
    for some in material.each(fitted, fitting):
        for one in some:
            by_audience[one.audience].append(one)
    cards = audience_cards(material)
    for record, card in zip(material.catalog.audiences, cards, strict=True):
        crafts = sorted(by_audience[record.slug], key=lambda one: (one.group, one.price_from, one.view.card.url))
        yield from _pages(material, record, card, tuple(crafts))
    head = Head(
        material.say("For whom, and how to choose"),
        material.say("Begin with who it is for: the pieces that fit, and why."),
        AUDIENCES,
        indexed=bool(cards),
    )
    view = AudiencesView(material.chrome, head, cards)
    parts = (("view", of_value((head, cards))), ("site", material.chrome_print))
    yield PageSpec(AUDIENCES, "pages/audiences.html", view, parts, "content/audiences.yaml", listed=bool(cards))


def _pages(
    material: Material, record: Record[Audience], card: AudienceCardView, crafts: tuple[Fitted, ...]
) -> Iterator[PageSpec]:
    per_page = material.catalog.site.value.cards_per_page
    others = tuple(link for slug, link in material.guides.items() if slug != record.slug)
    groups = _groups(crafts)
    for url, pager, start in paged(card.url, len(crafts), per_page):
        shown = crafts[start : start + per_page]
        head = Head(card.title, card.summary, url)
        view = AudienceView(material.chrome, head, card, record.value.tips, _shown(groups, shown), pager, others)
        parts = (
            ("crafts", of_parts(*(one.print for one in shown))),
            ("groups", of_value(tuple(replace(one, fits=()) for one in view.groups))),
            ("guide", of_value((head, card, view.tips, pager, others))),
            ("site", material.chrome_print),
        )
        yield PageSpec(url, "pages/audience.html", view, parts, record.path)


def _shown(groups: Mapping[_Group, FitGroupView], shown: tuple[Fitted, ...]) -> tuple[FitGroupView, ...]:
    return tuple(
        replace(groups[key], fits=tuple(one.view for one in members))
        for key, members in groupby(shown, key=lambda one: one.group)
    )


def _groups(crafts: tuple[Fitted, ...]) -> dict[_Group, FitGroupView]:
    """What is said of each group as a whole."""
    return {key: _group(key, tuple(members)) for key, members in groupby(crafts, key=lambda one: one.group)}


def _group(key: _Group, members: tuple[Fitted, ...]) -> FitGroupView:
    reasons = [one.view.reasons[0] for one in members]
    days = [one.days.highest for one in reasons if one.days is not None]
    counted = Counter(label for one in reasons for label in dict.fromkeys(map(_short, one.changes)))
    usual = [label for label, times in counted.most_common(CHANGES_OF_GROUP) if times * 2 >= len(members)]
    return FitGroupView(
        TIERS[key[0]],
        _CYCLES[key[1]],
        min(one.price_from for one in members),
        max(days, default=None),
        tuple(usual),
        len(members),
        (),
    )


def _short(label: str) -> str:
    """A label without what is added in brackets."""
    return label.split("（")[0].split(" (")[0]


def _fitted(material: Material, card: CraftCard, audience: str, fit: Fit) -> Fitted:
    listed = material.once(listed_craft, card)
    positions = sorted(fit.offers, key=lambda at: (card.offers[at].price.lowest, at))
    offers = [card.offers[at] for at in positions]
    reasons = tuple(
        FitReasonView(one.tier, one.price, one.days, one.working_days, one.cycle, one.changes) for one in offers
    )
    words = (*(card.uses[at] for at in fit.uses), *(card.tags[at] for at in fit.tags))
    first = offers[0]
    return Fitted(
        audience,
        (TIERS.index(first.tier), _CYCLES.index(first.cycle)),
        first.price.lowest,
        FitView(listed.view, reasons, words),
        of_parts(listed.print, of_value((fit, reasons, words))),
    )


def _card(material: Material, record: Record[Audience]) -> AudienceCardView:
    value, fits = record.value, material.fits.of.get(record.slug, ())
    prices = (material.cards[one.slug].offers[at].price.lowest for one in fits for at in one.offers)
    return AudienceCardView(
        material.guides[record.slug].url,
        value.title,
        value.summary,
        value.for_whom,
        len(fits),
        min(prices, default=None),
    )
