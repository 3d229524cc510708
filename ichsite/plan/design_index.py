"""Design sessions by what they belong to: found once for all pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ichsite.catalog.catalog import Catalog
from ichsite.catalog.polled_designs import DatedPoll, polled_designs, polls_named
from ichsite.model.design import Design, DesignState
from ichsite.model.record import Record
from ichsite.model.showcase import Showcase

Designs = tuple[Record[Design], ...]
_RANKS: tuple[DesignState, ...] = ("asking", "sketching", "planned", "confirmed", "given-up")


@dataclass(frozen=True)
class DesignIndex:
    """The sessions in the order in which they are listed, by the slugs of what they name, and the showcases that came
    of each, newest first."""

    ordered: Designs
    of_craft: Mapping[str, Designs]
    of_stream: Mapping[str, Designs]
    of_call: Mapping[str, Designs]
    of_master: Mapping[str, Designs]
    of_poll: Mapping[str, Designs]
    showcases: Mapping[str, tuple[Record[Showcase], ...]]

    def named(self, slug: str | None) -> Record[Design] | None:
        """The session of that slug; None where there is none."""
        return next((one for one in self.ordered if one.slug == slug), None) if slug is not None else None


def design_index(catalog: Catalog, polls: tuple[DatedPoll, ...], today: date) -> DesignIndex:
    """The sessions of a catalogue: those that ask first, then those at work, those to come, and what is over.

    Each question that names one of the `polls` is that poll's.
    """
    designs = polled_designs(catalog.designs, polls, today)
    ordered = tuple(sorted(designs, key=lambda one: (*_rank(one.value, today), one.slug)))
    asked_for = {poll.slug: poll.value.design for poll, _ in polls}
    came: defaultdict[str, list[Record[Showcase]]] = defaultdict(list)
    for showcase in sorted(catalog.showcases, key=lambda one: (one.value.received, one.slug), reverse=True):
        if showcase.value.design is not None:
            came[showcase.value.design].append(showcase)
    return DesignIndex(
        ordered,
        _by((one, one.value.crafts) for one in ordered),
        _by((one, (one.value.stream,)) for one in ordered),
        _by((one, (one.value.call,)) for one in ordered),
        _by((one, _masters(one.value)) for one in ordered),
        _by(
            (one, (*polls_named(one.value), *(poll for poll, of in asked_for.items() if of == one.slug)))
            for one in ordered
        ),
        {slug: tuple(records) for slug, records in came.items()},
    )


def _by(named: Iterable[tuple[Record[Design], Iterable[str | None]]]) -> Mapping[str, Designs]:
    found: defaultdict[str, list[Record[Design]]] = defaultdict(list)
    for record, slugs in named:
        for slug in dict.fromkeys(slugs):
            if slug is not None:
                found[slug].append(record)
    return {slug: tuple(records) for slug, records in found.items()}


def _masters(design: Design) -> Iterator[str | None]:
    yield design.master
    for version in design.versions:
        if version.feasibility is not None:
            yield version.feasibility.master


def _rank(design: Design, today: date) -> tuple[int, int]:
    """The soonest to close or to begin first; of what is at work or over, the latest."""
    days = design.days(today)
    state = days.state(today)
    if state == "asking":
        order = (days.closes or date.max).toordinal()
    elif state == "planned":
        order = (days.opens or date.max).toordinal()
    else:
        newest = max((one.day for one in design.shown(today)), default=today)
        order = -(days.ended or newest).toordinal()
    return _RANKS.index(state), order
