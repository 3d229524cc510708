"""Events: their cards, their pages, the list of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from ichsite.catalog.picture_path import picture_use
from ichsite.catalog.urls import EVENTS, event_file
from ichsite.model.event import Event, EventState
from ichsite.model.record import Record
from ichsite.model.span import PriceRange
from ichsite.plan.alternates import alternates_of
from ichsite.plan.calendar_file import day_begins
from ichsite.plan.cards import craft_card, master_card
from ichsite.plan.keep import keep_of
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.story import record_story
from ichsite.plan.views import EventCardView, EventsView, EventView, Head, PlacesView, ReportView
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value


def event_card(material: Material, event: Record[Event], state: EventState) -> EventCardView:
    """An event in a list."""
    value = event.value
    return EventCardView(
        material.address("event", event.slug),
        value.title,
        value.summary,
        value.kind,
        state,
        value.starts,
        value.ends,
        value.online,
        value.place,
        _places(material, value),
        value.cancelled,
    )


def _places(material: Material, value: Event) -> PlacesView | None:
    places, holds = value.places, value.counted_until
    if places is None or holds is None:
        return None
    until = day_begins(holds + timedelta(days=1), material.catalog.site.value.timezone)
    return PlacesView(places.total, places.left, places.counted, until, material.today > holds)


def coming_events(material: Material) -> tuple[EventCardView, ...]:
    """The events that run or come, the soonest first; those that were cancelled among them until their day is over."""
    return _cards(material, (one for one in material.events.ordered if one[0].value.ends.date() >= material.today))


def events_of_craft(material: Material, slug: str) -> tuple[EventCardView, ...]:
    """The events that name a craft and are not over."""
    coming = (one for one in material.events.of_craft.get(slug, ()) if one[0].value.ends.date() >= material.today)
    return _cards(material, coming)


def events_of_master(material: Material, slug: str) -> tuple[EventCardView, ...]:
    """The events of a master that are not over."""
    return _cards(
        material,
        (one for one in material.events.of_master.get(slug, ()) if one[0].value.ends.date() >= material.today),
    )


def _cards(material: Material, events: Iterable[tuple[Record[Event], EventState]]) -> tuple[EventCardView, ...]:
    return tuple(event_card(material, *one) for one in events)


def event_specs(material: Material) -> Iterator[PageSpec]:
    """A page for each event, and the list."""
    current: list[EventCardView] = []
    past: list[EventCardView] = []
    for event, state in material.events.ordered:
        card = event_card(material, event, state)
        (current if event.value.ends.date() >= material.today else past).append(card)
        yield _page(material, event, card)
    head = Head(
        material.say("Events"),
        material.say("Quizzes, workshops, exhibitions and talks: when, where, and what became of them."),
        EVENTS,
        beside=alternates_of(material, "event"),
    )
    view = EventsView(material.chrome, head, tuple(current), tuple(past))
    yield _spec(material, EVENTS, "pages/events.html", view, (head, view.current, view.past), "content/events")


def _page(material: Material, event: Record[Event], card: EventCardView) -> PageSpec:
    value = event.value
    master = material.master(value.master) if value.master is not None else None
    report = _report(material, event) if card.state == "reported" else None
    picture = report.pictures[0].jpeg if report is not None and report.pictures else None
    view = EventView(
        material.chrome,
        Head(value.title, value.summary, card.url, picture=picture),
        card,
        record_story(material, event),
        PriceRange(lowest=value.fee, highest=value.fee) if value.fee is not None else None,
        value.fee_note or "",
        value.sign_up,
        value.for_whom or "",
        value.children or "",
        value.host or "",
        master_card(material, master) if master is not None else None,
        tuple(craft_card(material, one) for slug in value.crafts if (one := material.cards.get(slug)) is not None),
        value.questions,
        report,
        keep_of(material, "event", event.slug),
        event_file("event", material.book.id("event", event.slug)),
    )
    parts = (
        *(view.head, card, view.story, view.fee, view.fee_note, view.sign_up, view.for_whom, view.children),
        *(view.host, view.master, view.crafts, view.questions, report, view.keep, view.file),
    )
    return _spec(material, card.url, "pages/event.html", view, parts, event.path)


def _report(material: Material, event: Record[Event]) -> ReportView | None:
    report = event.value.report
    if report is None:
        return None
    uses = (picture_use(event.path, one, field) for field, one in event.value.placed_pictures)
    pictures = tuple(view for use in uses if (view := material.picture(use)) is not None)
    return ReportView(report.day, report.words, pictures, report.came)


def _spec(material: Material, url: UrlPath, template: str, view: object, parts: object, owner: str) -> PageSpec:
    return PageSpec(url, template, view, (("view", of_value(parts)), ("site", material.chrome_print)), owner)
