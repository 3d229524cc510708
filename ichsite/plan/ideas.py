"""Ideas answered in public: the batches in a list, and the page of each.

A page quotes the thresholds of crafts in their own words, so it is a recipe: the dossiers stay in the cache until the
page is rendered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from ichsite.assess.card import option_words
from ichsite.assess.dossier import Dossier
from ichsite.catalog.urls import IDEAS
from ichsite.model.idea import IDEA_ANSWERS, Became, Credit, Idea, IdeaAnswer, Ideas, Threshold
from ichsite.model.limit import AnyLimit
from ichsite.model.offer import Boundary
from ichsite.model.record import Record
from ichsite.model.shelf import Shelf
from ichsite.plan.alternates import alternates_of
from ichsite.plan.asked import call_link, named_stream
from ichsite.plan.cards import craft_card, craft_link, stream_card
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import Head, Link
from ichsite.plan.views.idea import (
    BecameView,
    IdeaListView,
    IdeasCardView,
    IdeasView,
    IdeaView,
    MergedView,
    QuotedThresholdView,
)
from ichsite.text.fingerprint import of_value

Named = TypeVar("Named", Boundary, AnyLimit)


def ideas_card(material: Material, batch: Record[Ideas]) -> IdeasCardView:
    """A batch in a list."""
    value = batch.value
    counted: list[tuple[IdeaAnswer, int]] = [
        (answer, sum(one.answer == answer for one in value.ideas)) for answer in IDEA_ANSWERS
    ]
    return IdeasCardView(
        material.address("idea", batch.slug),
        value.title,
        value.summary,
        value.gathered,
        value.received,
        tuple((answer, count) for answer, count in counted if count),
    )


def ideas_of_craft(material: Material, slug: str) -> tuple[IdeasCardView, ...]:
    """The batches that name a craft."""
    return tuple(ideas_card(material, one) for one in material.ideas_of.get(slug, ()))


def ideas_of_call(material: Material, slug: str) -> tuple[IdeasCardView, ...]:
    """The batches that answer a call."""
    return tuple(ideas_card(material, one) for one in material.ideas if one.value.call == slug)


def ideas_of_stream(material: Material, slug: str) -> tuple[IdeasCardView, ...]:
    """The batches of a stream."""
    return tuple(ideas_card(material, one) for one in material.ideas if one.value.stream == slug)


@dataclass(frozen=True)
class IdeasPage:
    """What the page of a batch is made of: the view without its thresholds, and where the dossiers of their crafts lie.

    `quoted` are those of the thresholds by the idea's id, `dossiers` and `crafts` are by the craft's slug.
    """

    page: IdeasView
    quoted: tuple[tuple[str, Threshold], ...]
    dossiers: Mapping[str, bytes]
    crafts: Mapping[str, Link]

    def view(self, shelf: Shelf, speech: object) -> IdeasView:  # noqa: ARG002
        """The view, its thresholds in the words of their crafts."""
        found: dict[str, QuotedThresholdView] = {}
        for id, threshold in self.quoted:
            dossier: Dossier = shelf.take(self.dossiers[threshold.craft])
            if (shown := _threshold(dossier, threshold, self.crafts[threshold.craft])) is not None:
                found[id] = shown
        return replace(
            self.page,
            answers=tuple(
                (answer, tuple(replace(one, threshold=found.get(one.id)) for one in ideas))
                for answer, ideas in self.page.answers
            ),
        )


def ideas_specs(material: Material) -> Iterator[PageSpec]:
    """A page for each batch, and the list."""
    cards: list[IdeasCardView] = []
    for batch in material.ideas:
        card = ideas_card(material, batch)
        cards.append(card)
        yield _page(material, batch, card)
    head = Head(
        material.say("Ideas and answers"),
        material.say("What viewers and buyers thought of: taken up, in part, or not possible, and why."),
        IDEAS,
        indexed=bool(cards),
        beside=alternates_of(material, "idea"),
    )
    view = IdeaListView(material.chrome, head, tuple(cards))
    parts = (("view", of_value((head, view.batches))), ("site", material.chrome_print))
    yield PageSpec(IDEAS, "pages/idea-list.html", view, parts, "content/ideas")


def _page(material: Material, batch: Record[Ideas], card: IdeasCardView) -> PageSpec:
    value = batch.value
    stream = named_stream(material, value.stream)
    view = IdeasView(
        material.chrome,
        Head(value.title, value.summary, card.url),
        card,
        value.source,
        tuple(
            (answer, tuple(_idea(material, one) for one in value.answered if one.answer == answer))
            for answer, _ in card.answered
        ),
        call_link(material, value.call),
        tuple(
            Link(one.value.title, material.address("poll", one.slug))
            for one, _ in material.polls
            if value.call is not None and one.value.call == value.call
        ),
        stream_card(material, stream) if stream is not None else None,
        tuple(craft_card(material, found) for slug in value.crafts if (found := material.cards.get(slug)) is not None),
    )
    quoted = tuple(
        (one.id, one.threshold)
        for one in value.answered
        if one.threshold is not None and one.threshold.craft in material.dossiers
    )
    crafts = sorted({one.craft for _, one in quoted})
    links = {slug: link for slug in crafts if (link := craft_link(material, slug)) is not None}
    page = IdeasPage(view, quoted, {slug: material.dossiers[slug][0] for slug in links}, links)
    made = (view.head, card, view.source, view.answers, view.call, view.polls, view.stream, view.crafts)
    # a new day changes a dossier, and no word of it
    said = tuple(material.offered[slug] for slug in links)
    parts = (("view", of_value((made, quoted, tuple(links.items()), said))), ("site", material.chrome_print))
    return PageSpec(card.url, "pages/ideas.html", page, parts, batch.path)


def _idea(material: Material, idea: Idea) -> IdeaView:
    return IdeaView(
        idea.id,
        idea.words,
        idea.where,
        idea.count,
        idea.answer or "accepted",
        idea.reason or "",
        None,
        idea.cost or "",
        idea.days,
        shown_name(material, idea.credit),
        idea.reward or "",
        tuple(MergedView(one.words, one.where, one.count, shown_name(material, one.credit)) for one in idea.merged),
        became_views(material, idea),
    )


def shown_name(material: Material, credit: Credit | None) -> str:
    """The name as the person wishes it, from the day on which that was agreed."""
    return credit.name if credit is not None and credit.agreed <= material.today else ""


def became_views(material: Material, idea: Idea) -> tuple[BecameView, ...]:
    """What an idea turned into, as far as that is published."""
    return tuple(_became(material, idea.became)) if idea.became is not None else ()


def _became(material: Material, became: Became) -> Iterator[BecameView]:
    if became.craft is not None and (card := material.cards.get(became.craft)) is not None:
        url = material.address("craft", card.slug)
        offer = next(
            (one for one in card.offers if one.tier in (became.tier, *(card.tiers if became.tier is None else ())) and became.option in one.names),
            None,
        )  # fmt: skip
        if became.option is not None and offer is not None:
            anchor = f"change-{offer.tier}-{became.option.partition('.')[0]}"
            yield BecameView("option", card.title, offer.names[became.option], url, anchor)
        else:
            yield BecameView("craft", card.title, "", url, "")
    design = next((one for one in material.catalog.designs if one.slug == became.design), None)
    if design is not None:
        yield BecameView("design", design.value.title, "", material.address("design", design.slug), "")
    if became.showcase is not None:
        found = next((one for one in material.catalog.showcases if one.slug == became.showcase), None)
        if found is not None and found.value.craft in material.cards:
            yield BecameView("showcase", found.value.title, "", material.address("showcase", found.slug), "")
    if (call := call_link(material, became.call)) is not None:
        yield BecameView("call", call.title, "", call.url, "")


def _threshold(dossier: Dossier, threshold: Threshold, craft: Link) -> QuotedThresholdView | None:
    """The threshold as the craft's page has it; None where it has none of that name."""
    offer = next((one.offer for one in dossier.offers if one.offer.tier == threshold.tier), None)
    if offer is None:
        return None
    anchor, option, boundary, limit = "", None, None, None
    if threshold.option is not None:
        name = threshold.option.partition(".")[0]
        option, anchor = next((one for one in offer.options if one.id == name), None), f"change-{offer.tier}-{name}"
    elif threshold.boundary is not None:
        boundary = _of_id(offer.boundaries, threshold.boundary)
        anchor = f"wish-{offer.tier}-{threshold.boundary}"
    elif threshold.limit is not None:
        limit, anchor = _of_id(offer.limits, threshold.limit), f"limit-{offer.tier}-{threshold.limit}"
    if option is None and boundary is None and limit is None:
        return None
    return QuotedThresholdView(craft, anchor, offer.tier, offer, option_words(offer), option, boundary, limit)


def _of_id(ones: tuple[Named, ...], id: str) -> Named | None:
    return next((one for one in ones if one.id == id), None)
