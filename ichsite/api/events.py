"""`/api/v1/events.json`: every event, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

from ichsite.api.addresses import EVENTS_FILE
from ichsite.api.calls import AnswerEntry
from ichsite.api.catalogue import craft_ref, schema_address, site_info
from ichsite.api.plain import written
from ichsite.api.says import Says
from ichsite.api.streams import MasterRef, master_ref
from ichsite.api.values import (
    FORMAT,
    Address,
    CraftRef,
    Format,
    Id,
    Picture,
    Price,
    Short,
    SiteInfo,
    Version,
    picture_of,
    price_of,
)
from ichsite.catalog.picture_path import picture_use
from ichsite.catalog.urls import EVENTS, calendar_below, event_file
from ichsite.model.event import Event, EventKind, EventState
from ichsite.model.platform import Platform
from ichsite.model.record import Record
from ichsite.model.shelf import Shelf
from ichsite.model.span import PriceRange
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech


@dataclass(frozen=True)
class OnlineEntry:
    """Where it takes place online."""

    platform: Platform
    url: Address | None


@dataclass(frozen=True)
class PlaceEntry:
    """Where it takes place on the ground."""

    name: str
    address: str | None
    directions: str | None


@dataclass(frozen=True)
class PlacesEntry:
    """How many can come."""

    total: int
    left: Annotated[int, Says("As the shop counted on the day `counted`; nobody counts them since.")]
    counted: date


@dataclass(frozen=True)
class QuestionEntry:
    """A question of a quiz."""

    question: str
    options: tuple[str, ...]
    answer: str


@dataclass(frozen=True)
class ReportEntry:
    """What became of it."""

    day: date
    words: str
    pictures: tuple[Picture, ...]
    came: Annotated[int | None, Says("How many came; null where it was not counted.")]
    came_source: Annotated[str | None, Says("How that is known.")]


@dataclass(frozen=True)
class CancelledEntry:
    """That it does not take place, and why."""

    day: date
    reason: str


@dataclass(frozen=True)
class EventEntry:
    """An event."""

    id: Id
    title: str
    summary: str
    url: Address
    short: Short
    calendar: Annotated[Address, Says("The event as a calendar file.")]
    kind: EventKind
    starts: datetime
    ends: datetime
    state: Annotated[EventState, Says("As on the day on which this file was made; on its first day it is `upcoming`.")]
    online: OnlineEntry | None
    place: PlaceEntry | None
    fee: Annotated[Price | None, Says("Null where it is not said; an amount of 0 costs nothing.")]
    fee_note: str | None
    places: PlacesEntry | None
    sign_up: tuple[AnswerEntry, ...]
    for_whom: str | None
    children: str | None
    host: str | None
    master: MasterRef | None
    crafts: tuple[CraftRef, ...]
    questions: tuple[QuestionEntry, ...]
    report: ReportEntry | None
    cancelled: CancelledEntry | None


@dataclass(frozen=True)
class EventsData:
    """All events: those that run or come, the soonest first, then those that are over, the latest first."""

    format: Format
    version: Version
    schema: Address
    site: SiteInfo
    calendar: Annotated[Address, Says("All events as one calendar to subscribe to.")]
    events: tuple[EventEntry, ...]


@dataclass(frozen=True)
class EventsFile:
    """The file."""

    events: EventsData

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes."""
        return written(self.events)


def events_spec(material: Material) -> PageSpec:
    """The file of all events."""
    entries = tuple(_entry(material, *one) for one in material.events.ordered)
    calendar = material.base.absolute(calendar_below(EVENTS))
    head = (FORMAT, "", schema_address(material, "events"), site_info(material), calendar)
    made = EventsFile(EventsData(*head, entries))
    return PageSpec(EVENTS_FILE, "", made, (("events", of_value(made)),), "content/events", listed=False, uses=())


def _entry(material: Material, event: Record[Event], state: EventState) -> EventEntry:
    value, base, book = event.value, material.base, material.book
    crafts = (craft_ref(material, card) for slug in value.crafts if (card := material.cards.get(slug)) is not None)
    fee = PriceRange(lowest=value.fee, highest=value.fee) if value.fee is not None else None
    online, place, places = value.online, value.place, value.places
    return EventEntry(
        id=book.id("event", event.slug),
        title=value.title,
        summary=value.summary,
        url=base.absolute(book.address("event", event.slug)),
        short=base.absolute(book.short("event", event.slug)),
        calendar=base.absolute(event_file("event", book.id("event", event.slug))),
        kind=value.kind,
        starts=value.starts,
        ends=value.ends,
        state=state,
        online=OnlineEntry(online.platform, online.url) if online is not None else None,
        place=PlaceEntry(place.name, place.address, place.directions) if place is not None else None,
        fee=price_of(fee, material.chrome.currency) if fee is not None else None,
        fee_note=value.fee_note,
        places=PlacesEntry(places.total, places.left, places.counted) if places is not None else None,
        sign_up=tuple(AnswerEntry(one.where, one.words, one.url) for one in value.sign_up),
        for_whom=value.for_whom,
        children=value.children,
        host=value.host,
        master=master_ref(material, value.master),
        crafts=tuple(crafts),
        questions=tuple(QuestionEntry(one.question, one.options, one.answer) for one in value.questions),
        report=_report(material, event) if state == "reported" else None,
        cancelled=CancelledEntry(value.cancelled.day, value.cancelled.reason) if value.cancelled is not None else None,
    )


def _report(material: Material, event: Record[Event]) -> ReportEntry | None:
    report = event.value.report
    if report is None:
        return None
    uses = (picture_use(event.path, one, field) for field, one in event.value.placed_pictures)
    views = (view for use in uses if (view := material.picture(use)) is not None)
    return ReportEntry(
        report.day,
        report.words,
        tuple(picture_of(view, material.base) for view in views),
        report.came.count if report.came is not None else None,
        report.came.source if report.came is not None else None,
    )
