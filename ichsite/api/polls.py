"""`/api/v1/polls.json`: every poll, its votes by place, what was done with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from ichsite.api.addresses import POLLS_FILE
from ichsite.api.catalogue import craft_ref, schema_address, site_info
from ichsite.api.plain import written
from ichsite.api.says import Says
from ichsite.api.values import FORMAT, Address, CraftRef, Format, Id, Short, SiteInfo, Version
from ichsite.catalog.urls import event_file
from ichsite.model.call import AnswerPlace
from ichsite.model.poll import Poll, PollDays, PollState
from ichsite.model.record import Record
from ichsite.model.shelf import Shelf
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.votes import option_votes, voters_of
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech


@dataclass(frozen=True)
class OptionEntry:
    """What may be chosen."""

    id: str
    label: str
    votes: Annotated[int | None, Says("On all platforms together; null until votes are counted.")]
    chosen: Annotated[bool, Says("Whether the outcome took it up.")]


@dataclass(frozen=True)
class OptionVotes:
    """The votes of an option at one place."""

    option: str
    votes: int


@dataclass(frozen=True)
class CountEntry:
    """The votes of one platform, group or form."""

    where: AnswerPlace
    source: Annotated[str, Says("From what the votes were read.")]
    url: Address | None
    counted: Annotated[date, Says("The day on which they were read.")]
    voters: Annotated[int | None, Says("How many people voted; null where nobody knows.")]
    votes: tuple[OptionVotes, ...]


@dataclass(frozen=True)
class PollEntry:
    """A poll."""

    id: Id
    title: str
    question: str
    summary: str
    url: Address
    short: Short
    opens: Annotated[date | None, Says("The first day; null where only its votes are known.")]
    closes: Annotated[date | None, Says("The last day, still within it.")]
    calendar: Annotated[
        Address | None, Says("The days of the poll as a calendar file; null where only its votes are known.")
    ]
    state: Annotated[PollState, Says("As on the day on which this file was made.")]
    at_most: Annotated[int, Says("How many options one voter may choose.")]
    call: Annotated[Id | None, Says("The call for ideas that it belongs to, by its id in `calls.json`.")]
    stream: Annotated[Id | None, Says("The stream that it is for, by its id in `streams.json`.")]
    designs: Annotated[
        tuple[Id, ...], Says("The design sessions that it was held for, by their ids in `designs.json`.")
    ]
    crafts: tuple[CraftRef, ...]
    options: tuple[OptionEntry, ...]
    counts: tuple[CountEntry, ...]
    answered: Annotated[date | None, Says("The day of the outcome; null until there is one.")]
    outcome: str | None


@dataclass(frozen=True)
class PollsData:
    """All polls: those that are open first, then those that come, then those that are over."""

    format: Format
    version: Version
    schema: Address
    site: SiteInfo
    polls: tuple[PollEntry, ...]


@dataclass(frozen=True)
class PollsFile:
    """The file."""

    polls: PollsData

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes."""
        return written(self.polls)


def polls_spec(material: Material) -> PageSpec:
    """The file of all polls."""
    entries = tuple(_entry(material, *one) for one in material.polls)
    made = PollsFile(PollsData(FORMAT, "", schema_address(material, "polls"), site_info(material), entries))
    return PageSpec(POLLS_FILE, "", made, (("polls", of_value(made)),), "content/polls", listed=False, uses=())


def _entry(material: Material, poll: Record[Poll], days: PollDays) -> PollEntry:
    value, base, book = poll.value, material.base, material.book
    state = days.state(material.today)
    told = value.outcome if state == "answered" else None
    sums = option_votes(value)
    calls = {one.slug for one, _ in material.calls}
    streams = {one.slug for one in material.catalog.streams}
    return PollEntry(
        id=book.id("poll", poll.slug),
        title=value.title,
        question=value.question,
        summary=value.summary,
        url=base.absolute(book.address("poll", poll.slug)),
        short=base.absolute(book.short("poll", poll.slug)),
        opens=days.opens,
        closes=days.closes,
        calendar=base.absolute(event_file("poll", book.id("poll", poll.slug)))
        if days.opens is not None and days.closes is not None
        else None,
        state=state,
        at_most=value.at_most,
        call=book.id("call", value.call) if value.call is not None and value.call in calls else None,
        stream=book.id("stream", value.stream) if value.stream is not None and value.stream in streams else None,
        designs=tuple(book.id("design", one.slug) for one in material.designs.of_poll.get(poll.slug, ())),
        crafts=tuple(
            craft_ref(material, card) for slug in value.crafts if (card := material.cards.get(slug)) is not None
        ),
        options=tuple(
            OptionEntry(
                one.id, one.label, sums[one.id] if value.counts else None, told is not None and one.id in told.chosen
            )
            for one in value.options
        ),
        counts=tuple(
            CountEntry(
                one.where,
                one.source,
                one.url,
                one.counted,
                voters_of(value, one),
                tuple(OptionVotes(option, votes) for option, votes in one.votes),
            )
            for one in value.counts
        ),
        answered=told.answered if told is not None else None,
        outcome=told.words if told is not None else None,
    )
