"""An event 活动: a quiz, a workshop, an exhibition or a talk, online or at a place, and what became of it afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Annotated, Literal

from ichsite.model.at_most import AtMost
from ichsite.model.call import CallAnswer
from ichsite.model.craft import Reference, ShortWords
from ichsite.model.entry import entry
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.outside import WebAddress
from ichsite.model.picture import Picture
from ichsite.model.platform import PLATFORM_TERMS, Platform
from ichsite.model.scalar import Amount, Day, Moment, OneOf, Text, Whole, YesNo
from ichsite.text.place import FieldPath

EventKind = Literal["quiz", "workshop", "exhibition", "talk"]
EVENT_KIND_TERMS = OneOf(quiz="问答", workshop="体验课", exhibition="展览", talk="讲座")
EventState = Literal["upcoming", "running", "over", "reported", "cancelled"]
ANNOUNCED_DAYS_BEFORE = 14
COUNTED_HOLDS_DAYS = 7
"""So many days after they were counted, the places that are left are said to be an old count."""


@entry
class EventOnline:
    """Where an event takes place online: a platform, and the address of the room where it has one."""

    platform: Annotated[Platform, PLATFORM_TERMS]
    url: WebAddress | None = None


@entry
class EventPlace:
    """Where an event takes place on the ground: what it is called, its address in words, how to get there."""

    name: Annotated[str, Text(60)]
    address: Annotated[str, Text(120)] | None = None
    directions: Annotated[str, Text(300)] | None = None


@entry
class EventPlaces:
    """How many can come, and how many places were left on the day `counted`. Nobody counts them but the operator."""

    total: Annotated[int, Whole(1, 100_000)]
    left: Annotated[int, Whole(0, 100_000)]
    counted: Annotated[date, Day()]


@entry
class QuizQuestion:
    """A question of a quiz; `options` are what may be answered, `answer` is hidden until somebody opens it."""

    question: Annotated[str, Text(200)]
    options: ShortWords = ()
    answer: Annotated[str, Text(400)]


@entry
class EventCame:
    """How many came, and how that is known; it was counted on the day of the report."""

    count: Annotated[int, Whole(0, 10_000_000)]
    source: Annotated[str, Text(100)]


@entry
class EventReport:
    """What became of it, told on a day: words, pictures, how many came."""

    day: Annotated[date, Day()]
    words: Annotated[str, Text(2000, lines=True)]
    pictures: Annotated[tuple[Picture, ...], AtMost(24)] = ()
    came: EventCame | None = None


@entry
class EventCancelled:
    """That it does not take place: the day on which that was said, and why."""

    day: Annotated[date, Day()]
    reason: Annotated[str, Text(200)]


@entry
class Event:
    """The front matter of `content/events/<slug>.md`; the body says what is done there.

    `fee` is in minor units of the site's currency, 0 where it costs nothing, None where that is not said.
    """

    id: Identifier | None = None
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    summary: Annotated[str, Text(200)]
    kind: Annotated[EventKind, EVENT_KIND_TERMS]
    starts: Annotated[datetime, Moment()]
    ends: Annotated[datetime, Moment()]
    online: EventOnline | None = None
    place: EventPlace | None = None
    announced: Annotated[date, Day()] | None = None
    fee: Annotated[int, Amount()] | None = None
    fee_note: Annotated[str, Text(100)] | None = None
    places: EventPlaces | None = None
    sign_up: Annotated[tuple[CallAnswer, ...], AtMost(12)] = ()
    for_whom: Annotated[str, Text(120)] | None = None
    children: Annotated[str, Text(200)] | None = None
    crafts: Annotated[tuple[Reference, ...], AtMost(24)] = ()
    master: Reference | None = None
    host: Annotated[str, Text(30)] | None = None
    questions: Annotated[tuple[QuizQuestion, ...], AtMost(40)] = ()
    report: EventReport | None = None
    cancelled: EventCancelled | None = None
    draft: Annotated[bool, YesNo()] = False

    def state(self, today: date) -> EventState:
        """How the event stands on a day, its hours not looked at: on its first day it is still to come.

        Script says it to the minute. What was cancelled stays so; a report is one from its day on.
        """
        if self.cancelled is not None:
            return "cancelled"
        if self.report is not None and self.report.day <= today:
            return "reported"
        if today <= self.starts.date():
            return "upcoming"
        return "running" if today <= self.ends.date() else "over"

    @property
    def announced_on(self) -> date:
        """The day from which feeds have it: as written, or two weeks before its first day."""
        return self.announced or self.starts.date() - timedelta(days=ANNOUNCED_DAYS_BEFORE)

    @property
    def placed_pictures(self) -> Iterator[tuple[FieldPath, Picture]]:
        """The pictures of the report, with the field that names each."""
        for at, picture in enumerate(self.report.pictures if self.report is not None else ()):
            yield ("report", "pictures", at), picture

    @property
    def counted_until(self) -> date | None:
        """The last day on which the count of places left still holds."""
        return self.places.counted + timedelta(days=COUNTED_HOLDS_DAYS) if self.places is not None else None
