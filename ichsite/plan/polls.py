"""Polls: their cards, their pages, the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from ichsite.catalog.urls import POLLS, event_file
from ichsite.model.poll import Poll, PollDays
from ichsite.model.record import Record
from ichsite.plan.alternates import alternates_of
from ichsite.plan.asked import call_link, named_stream
from ichsite.plan.calendar_file import day_begins
from ichsite.plan.cards import craft_card, stream_card
from ichsite.plan.keep import keep_of
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import Head, Link
from ichsite.plan.views.poll import PollCardView, PollsView, PollView
from ichsite.plan.votes import option_votes, votes_view
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value

CURRENT = ("open", "upcoming")


def poll_card(material: Material, poll: Record[Poll], days: PollDays) -> PollCardView:
    """A poll in a list."""
    value, state = poll.value, days.state(material.today)
    sums = option_votes(value)
    most = max(sums.values(), default=0)
    return PollCardView(
        material.address("poll", poll.slug),
        value.title,
        value.question,
        value.summary,
        state,
        days.over,
        days.opens,
        days.closes,
        _begins(material, days.opens),
        _begins(material, days.closes + timedelta(days=1)) if days.closes is not None else None,
        sum(sums.values()) if value.counts else None,
        tuple(one.label for one in value.options if most and sums[one.id] == most),
        most,
        days.counted,
        days.answered if state == "answered" else None,
    )


def polls_of_craft(material: Material, slug: str) -> tuple[PollCardView, ...]:
    """The polls that name a craft."""
    return tuple(poll_card(material, *one) for one in material.polls_of.get(slug, ()))


def polls_of_call(material: Material, slug: str) -> tuple[PollCardView, ...]:
    """The polls of a call for ideas."""
    return tuple(poll_card(material, *one) for one in material.polls if one[0].value.call == slug)


def polls_of_stream(material: Material, slug: str) -> tuple[PollCardView, ...]:
    """The polls for a stream."""
    return tuple(poll_card(material, *one) for one in material.polls if one[0].value.stream == slug)


def poll_specs(material: Material) -> Iterator[PageSpec]:
    """A page for each poll, and the list."""
    cards: list[PollCardView] = []
    for poll, days in material.polls:
        card = poll_card(material, poll, days)
        cards.append(card)
        yield _page(material, poll, card)
    head = Head(
        material.say("Polls"),
        material.say("What was put to the vote, how many chose what, and what was done with it."),
        POLLS,
        indexed=bool(cards),
        beside=alternates_of(material, "poll"),
    )
    current = tuple(card for card in cards if card.state in CURRENT)
    view = PollsView(material.chrome, head, current, tuple(card for card in cards if card.state not in CURRENT))
    yield _spec(material, POLLS, "pages/polls.html", view, (head, view.current, view.past), "content/polls")


def _page(material: Material, poll: Record[Poll], card: PollCardView) -> PageSpec:
    value = poll.value
    stream = named_stream(material, value.stream)
    told = value.outcome if card.state == "answered" else None
    view = PollView(
        material.chrome,
        Head(value.title, value.summary, card.url),
        card,
        votes_view(material, value, told.chosen if told is not None else (), poll.path),
        value.answers,
        told.words if told is not None else "",
        call_link(material, value.call),
        tuple(
            Link(one.value.title, material.address("idea", one.slug))
            for one in material.ideas
            if value.call is not None and one.value.call == value.call
        ),
        tuple(
            Link(one.value.title, material.address("design", one.slug))
            for one in material.designs.of_poll.get(poll.slug, ())
        ),
        stream_card(material, stream) if stream is not None else None,
        tuple(craft_card(material, found) for slug in value.crafts if (found := material.cards.get(slug)) is not None),
        keep_of(material, "poll", poll.slug),
        event_file("poll", material.book.id("poll", poll.slug)) if card.opens and card.closes else None,
    )
    parts = (
        *(view.head, card, view.votes, view.answers, view.outcome, view.call, view.ideas, view.designs),
        *(view.stream, view.crafts, view.keep, view.file),
    )
    return _spec(material, card.url, "pages/poll.html", view, parts, poll.path)


def _begins(material: Material, day: date | None) -> datetime | None:
    return day_begins(day, material.catalog.site.value.timezone) if day is not None else None


def _spec(material: Material, url: UrlPath, template: str, view: object, parts: object, owner: str) -> PageSpec:
    return PageSpec(url, template, view, (("view", of_value(parts)), ("site", material.chrome_print)), owner)
