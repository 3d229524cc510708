"""The events, found by what they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ichsite.catalog.catalog import Catalog
from ichsite.model.event import Event, EventState
from ichsite.model.record import Record

StandingEvent = tuple[Record[Event], EventState]


@dataclass(frozen=True)
class EventIndex:
    """Events with how they stand: those that run or come first, the soonest first, then the latest that are over.

    `of_craft` and `of_master` have them in the same order, by the slug of each craft that they name and of the master.
    """

    ordered: tuple[StandingEvent, ...]
    of_craft: Mapping[str, tuple[StandingEvent, ...]]
    of_master: Mapping[str, tuple[StandingEvent, ...]]


def event_index(catalog: Catalog, today: date) -> EventIndex:
    """The index of a catalogue's events on a day."""
    found: list[StandingEvent] = [(one, one.value.state(today)) for one in catalog.events]
    coming = [one for one in found if one[0].value.ends.date() >= today]
    past = [one for one in found if one[0].value.ends.date() < today]
    ordered = (*sorted(coming, key=_start), *sorted(past, key=_start, reverse=True))
    of_craft: defaultdict[str, list[StandingEvent]] = defaultdict(list)
    of_master: defaultdict[str, list[StandingEvent]] = defaultdict(list)
    for one in ordered:
        for slug in dict.fromkeys(one[0].value.crafts):
            of_craft[slug].append(one)
        if (master := one[0].value.master) is not None:
            of_master[master].append(one)
    return EventIndex(
        ordered,
        {slug: tuple(events) for slug, events in of_craft.items()},
        {slug: tuple(events) for slug, events in of_master.items()},
    )


def _start(one: StandingEvent) -> tuple[float, str]:
    return one[0].value.starts.timestamp(), one[0].slug
