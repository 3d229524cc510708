"""Calls for ideas: their cards, their pages, the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from ichsite.catalog.urls import CALLS, event_file
from ichsite.model.call import Call, CallDays
from ichsite.model.record import Record
from ichsite.plan.alternates import alternates_of
from ichsite.plan.calendar_file import day_begins
from ichsite.plan.cards import craft_card, shown_cards, stream_card
from ichsite.plan.design_cards import design_cards
from ichsite.plan.ideas import ideas_card, ideas_of_call
from ichsite.plan.keep import keep_of
from ichsite.plan.material import Material
from ichsite.plan.polls import poll_card, polls_of_call
from ichsite.plan.spec import PageSpec
from ichsite.plan.story import record_story
from ichsite.plan.views import CallCardView, CallsView, CallView, Head
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value

CURRENT = ("open", "upcoming")
SHOWN_BESIDE = 6
"""So many polls and batches of ideas stand on the list of calls; all are in their own lists."""


def call_card(material: Material, call: Record[Call], days: CallDays) -> CallCardView:
    """A call in a list."""
    value, state = call.value, days.state(material.today)
    return CallCardView(
        material.address("call", call.slug),
        value.title,
        value.question,
        value.summary,
        state,
        days.opens,
        days.closes,
        _begins(material, days.opens),
        _begins(material, days.closes + timedelta(days=1)),
        days.answered if state == "answered" else None,
    )


def current_calls(material: Material) -> tuple[CallCardView, ...]:
    """The calls that are open or come, the open ones first."""
    cards = (call_card(material, *one) for one in material.calls)
    return tuple(card for card in cards if card.state in CURRENT)


def calls_of_craft(material: Material, slug: str) -> tuple[CallCardView, ...]:
    """The calls that name a craft."""
    return tuple(call_card(material, *one) for one in material.calls_of.get(slug, ()))


def calls_of_stream(material: Material, slug: str) -> tuple[CallCardView, ...]:
    """The calls for a stream."""
    return tuple(call_card(material, *one) for one in material.calls if one[0].value.stream == slug)


def call_specs(material: Material) -> Iterator[PageSpec]:
    """A page for each call, and the list."""
    cards: list[CallCardView] = []
    for call, days in material.calls:
        card = call_card(material, call, days)
        cards.append(card)
        yield _page(material, call, card)
    head = Head(
        material.say("Calls for ideas"),
        material.say("What we ask before a stream; your idea may become a piece."),
        CALLS,
        beside=alternates_of(material, "call"),
    )
    current = tuple(card for card in cards if card.state in CURRENT)
    view = CallsView(
        material.chrome,
        head,
        current,
        tuple(card for card in cards if card.state not in CURRENT),
        tuple(poll_card(material, *one) for one in material.polls[:SHOWN_BESIDE]),
        tuple(ideas_card(material, one) for one in material.ideas[:SHOWN_BESIDE]),
    )
    parts = (head, view.current, view.past, view.polls, view.ideas)
    yield _spec(material, CALLS, "pages/calls.html", view, parts, "content/calls")


def _page(material: Material, call: Record[Call], card: CallCardView) -> PageSpec:
    value = call.value
    stream = next((one for one in material.catalog.streams if one.slug == value.stream), None)
    crafts = (found for slug in value.crafts if (found := material.cards.get(slug)) is not None)
    view = CallView(
        material.chrome,
        Head(value.title, value.summary, card.url),
        card,
        record_story(material, call),
        value.answers,
        value.wants,
        value.reward or "",
        value.outcome.words if value.outcome is not None and card.state == "answered" else "",
        stream_card(material, stream) if stream is not None else None,
        tuple(craft_card(material, one) for one in crafts),
        keep_of(material, "call", call.slug),
        event_file("call", material.book.id("call", call.slug)),
        polls_of_call(material, call.slug),
        ideas_of_call(material, call.slug),
        design_cards(material, material.designs.of_call.get(call.slug, ())),
        shown_cards(material, material.showcases_by.call.get(call.slug, ())),
    )
    parts = (
        *(view.head, card, view.story, view.answers, view.wants),
        *(view.reward, view.outcome, view.stream, view.crafts, view.keep, view.file, view.designs, view.showcases),
        *(view.polls, view.ideas),
    )
    return _spec(material, card.url, "pages/call.html", view, parts, call.path)


def _begins(material: Material, day: date) -> datetime:
    return day_begins(day, material.catalog.site.value.timezone)


def _spec(material: Material, url: UrlPath, template: str, view: object, parts: object, owner: str) -> PageSpec:
    return PageSpec(url, template, view, (("view", of_value(parts)), ("site", material.chrome_print)), owner)
