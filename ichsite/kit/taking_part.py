"""What a reader can take part in before a stream: calls for ideas and polls for it, events of its crafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ichsite.kit.subject import AskedKind, AskedLine, Way
from ichsite.model.call import Call, CallDays
from ichsite.model.event import Event, EventState
from ichsite.model.poll import Poll, PollDays
from ichsite.model.record import Record
from ichsite.model.stream import Stream

Ways = Callable[[AskedKind, str], Way]
"""How each is reached, by its kind and its slug."""
_OPEN = ("open", "upcoming")


@dataclass(frozen=True)
class TakingPart:
    """What a catalogue asks its readers on a day: calls and polls with their days, events as they stand."""

    calls: Iterable[tuple[Record[Call], CallDays]]
    polls: Iterable[tuple[Record[Poll], PollDays]]
    events: Iterable[tuple[Record[Event], EventState]]
    today: date

    def before(self, slug: str, stream: Stream, ways: Ways) -> tuple[AskedLine, ...]:
        """What is open or comes: the calls, the polls, then the events, the soonest first."""
        return (*self._calls(slug, ways), *self._polls(slug, ways), *self._events(stream, ways))

    def _calls(self, slug: str, ways: Ways) -> Iterator[AskedLine]:
        for one, days in self.calls:
            if one.value.stream == slug and days.state(self.today) in _OPEN:
                yield AskedLine("call", one.value.question, days.closes, ways("call", one.slug))

    def _polls(self, slug: str, ways: Ways) -> Iterator[AskedLine]:
        for one, days in self.polls:
            if one.value.stream == slug and days.closes is not None and days.state(self.today) in _OPEN:
                yield AskedLine("poll", one.value.question, days.closes, ways("poll", one.slug))

    def _events(self, stream: Stream, ways: Ways) -> Iterator[AskedLine]:
        crafts = {one.craft for one in stream.crafts}
        for one, state in self.events:
            value, runs = one.value, state == "running"
            if (runs or state == "upcoming") and not crafts.isdisjoint(value.crafts):
                day = (value.ends if runs else value.starts).date()
                yield AskedLine("event", value.title, day, ways("event", one.slug), value.kind, until=runs)
