"""Polls: their cards, their charts, their pages, the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from ichsite.catalog.picture_path import picture_use
from ichsite.catalog.urls import POLLS, event_file
from ichsite.model.poll import Poll, PollCount, PollDays
from ichsite.model.record import Record
from ichsite.plan.alternates import alternates_of
from ichsite.plan.asked import call_link, named_stream
from ichsite.plan.calendar_file import day_begins
from ichsite.plan.cards import craft_card, stream_card
from ichsite.plan.keep import keep_of
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import Head, Link
from ichsite.plan.views.poll import PollBarView, PollCardView, PollSourceView, PollsView, PollView
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


def option_votes(poll: Poll) -> dict[str, int]:
    """How many chose each option, on all platforms together; 0 where nobody did."""
    sums = dict.fromkeys((one.id for one in poll.options), 0)
    for count in poll.counts:
        for option, votes in count.votes:
            if option in sums:
                sums[option] += votes
    return sums


def voters_of(poll: Poll, count: PollCount) -> int | None:
    """How many people voted there. Where each has one vote, as many as there are votes if nothing else is said."""
    if count.voters is not None or poll.at_most > 1:
        return count.voters
    return sum(votes for _, votes in count.votes)


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
    known = [voters_of(value, count) for count in value.counts]
    voters = sum(one for one in known if one is not None) if None not in known else None
    view = PollView(
        material.chrome,
        Head(value.title, value.summary, card.url),
        card,
        tuple(_bars(material, poll, voters, told.chosen if told is not None else ())),
        tuple(
            PollSourceView(
                one.where, one.source, one.url, one.counted, sum(votes for _, votes in one.votes), voters_of(value, one)
            )
            for one in value.counts
        ),
        card.votes or 0,
        voters,
        value.at_most,
        value.answers,
        told.words if told is not None else "",
        call_link(material, value.call),
        tuple(
            Link(one.value.title, material.address("idea", one.slug))
            for one in material.ideas
            if value.call is not None and one.value.call == value.call
        ),
        stream_card(material, stream) if stream is not None else None,
        tuple(craft_card(material, found) for slug in value.crafts if (found := material.cards.get(slug)) is not None),
        keep_of(material, "poll", poll.slug),
        event_file("poll", material.book.id("poll", poll.slug)) if card.opens and card.closes else None,
    )
    parts = (
        *(view.head, card, view.bars, view.sources, view.voters, view.at_most, view.answers),
        *(view.outcome, view.call, view.ideas, view.stream, view.crafts, view.keep, view.file),
    )
    return _spec(material, card.url, "pages/poll.html", view, parts, poll.path)


def _bars(material: Material, poll: Record[Poll], voters: int | None, chosen: tuple[str, ...]) -> Iterator[PollBarView]:
    """The options in the author's order. A share is of the voters; where those are not known there is none."""
    value = poll.value
    sums = option_votes(value)
    most = max(sums.values(), default=0)
    whole = sum(sums.values()) if value.at_most == 1 else voters
    tables = [dict(count.votes) for count in value.counts]
    for at, one in enumerate(value.options):
        votes = sums[one.id]
        yield PollBarView(
            one.label,
            one.note or "",
            material.picture(picture_use(poll.path, one.picture, ("options", at, "picture"))) if one.picture else None,
            votes,
            tuple(table.get(one.id) for table in tables),
            round(100 * votes / most, 1) if most else 0.0,
            round(1000 * votes / whole) if whole else None,
            bool(most) and votes == most,
            one.id in chosen,
        )


def _begins(material: Material, day: date | None) -> datetime | None:
    return day_begins(day, material.catalog.site.value.timezone) if day is not None else None


def _spec(material: Material, url: UrlPath, template: str, view: object, parts: object, owner: str) -> PageSpec:
    return PageSpec(url, template, view, (("view", of_value(parts)), ("site", material.chrome_print)), owner)
