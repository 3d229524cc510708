"""`/api/v1/designs.json`: every design session, its versions, what was asked and confirmed; no pictures and no names of viewers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from ichsite.api.addresses import DESIGNS_FILE
from ichsite.api.catalogue import craft_ref, schema_address, site_info
from ichsite.api.plain import written
from ichsite.api.says import Says
from ichsite.api.streams import MasterRef, master_ref
from ichsite.api.values import FORMAT, Address, CraftRef, Format, Id, Short, SiteInfo, Version
from ichsite.catalog.urls import event_file
from ichsite.model.call import AnswerPlace
from ichsite.model.design import Design, DesignState, Feasible
from ichsite.model.record import Record
from ichsite.model.shelf import Shelf
from ichsite.model.tier import TierName
from ichsite.plan.design_version import version_views
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import DesignQuestionView, DesignVersionView
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech


@dataclass(frozen=True)
class ChoiceEntry:
    """What could be chosen."""

    label: str
    votes: Annotated[int | None, Says("The votes of all places; null where nobody counted.")]
    chosen: bool


@dataclass(frozen=True)
class VotesEntry:
    """The votes of one place, on the day on which they were read."""

    where: AnswerPlace
    source: str
    counted: date
    votes: int
    voters: Annotated[int | None, Says("How many people voted; null where that is not known.")]


@dataclass(frozen=True)
class AskedEntry:
    """What was asked of a version."""

    question: str
    poll: Annotated[Id | None, Says("The poll that asked it, by its id in `polls.json`; null where none did.")]
    closes: Annotated[date | None, Says("The last day, still within it.")]
    choices: tuple[ChoiceEntry, ...]
    counts: tuple[VotesEntry, ...]


@dataclass(frozen=True)
class VersionEntry:
    """A version of a session."""

    number: int
    day: date
    title: str
    words: str
    asked: AskedEntry | None
    verdict: Annotated[Feasible | None, Says("The master's judgement; null where there is none.")]


@dataclass(frozen=True)
class ConfirmedEntry:
    """What was confirmed in writing."""

    day: date
    version: int
    words: str


@dataclass(frozen=True)
class GivenUpEntry:
    """Why there is no piece."""

    day: date
    reason: str


@dataclass(frozen=True)
class DesignEntry:
    """A design session."""

    id: Id
    title: str
    summary: str
    url: Address
    short: Short
    state: Annotated[DesignState, Says("As on the day on which this file was made.")]
    tier: TierName | None
    crafts: tuple[CraftRef, ...]
    master: MasterRef | None
    stream: Annotated[Id | None, Says("The stream that it was drawn in, by its id in `streams.json`.")]
    call: Annotated[Id | None, Says("The call for ideas that it came of, by its id in `calls.json`.")]
    opens: Annotated[date | None, Says("The first day, on the clock of the shop.")]
    calendar: Annotated[
        Address | None,
        Says("The days of what it asked last as a calendar file; null where that has no last day, or a poll asked it."),
    ]
    versions: Annotated[tuple[VersionEntry, ...], Says("Those that have been shown, the first first.")]
    confirmed: ConfirmedEntry | None
    given_up: GivenUpEntry | None
    showcases: Annotated[tuple[Address, ...], Says("The pages of the showcases that came of it.")]


@dataclass(frozen=True)
class DesignsData:
    """All design sessions: those that ask first, then those at work, those that come, and those that are over."""

    format: Format
    version: Version
    schema: Address
    site: SiteInfo
    designs: tuple[DesignEntry, ...]


@dataclass(frozen=True)
class DesignsFile:
    """The file."""

    designs: DesignsData

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes."""
        return written(self.designs)


def designs_spec(material: Material) -> PageSpec:
    """The file of all design sessions."""
    entries = tuple(_entry(material, one) for one in material.designs.ordered)
    made = DesignsFile(DesignsData(FORMAT, "", schema_address(material, "designs"), site_info(material), entries))
    return PageSpec(DESIGNS_FILE, "", made, (("designs", of_value(made)),), "content/designs", listed=False, uses=())


def _entry(material: Material, design: Record[Design]) -> DesignEntry:
    value, base, book, today = design.value, material.base, material.book, material.today
    days = value.days(today)
    state = days.state(today)
    confirmed = value.confirmed if state == "confirmed" else None
    given_up = value.given_up if state == "given-up" else None
    polls = {str(one.slug): book.id("poll", one.slug) for one, _ in material.polls}
    streams, calls = ({one.slug for one in found} for found in (material.catalog.streams, material.catalog.calls))
    return DesignEntry(
        id=book.id("design", design.slug),
        title=value.title,
        summary=value.summary,
        url=base.absolute(book.address("design", design.slug)),
        short=base.absolute(book.short("design", design.slug)),
        state=state,
        tier=value.tier,
        crafts=tuple(
            craft_ref(material, one) for slug in value.crafts if (one := material.cards.get(slug)) is not None
        ),
        master=master_ref(material, value.master),
        stream=book.id("stream", value.stream) if value.stream in streams and value.stream is not None else None,
        call=book.id("call", value.call) if value.call in calls and value.call is not None else None,
        opens=days.opens,
        calendar=base.absolute(event_file("design", book.id("design", design.slug)))
        if value.asked_last(today) is not None
        else None,
        versions=tuple(
            _version(one, polls.get(asked.poll or "") if (asked := value.versions[one.number - 1].asked) else None)
            for one in version_views(material, design)
        ),
        confirmed=ConfirmedEntry(confirmed.day, confirmed.version, confirmed.words) if confirmed is not None else None,
        given_up=GivenUpEntry(given_up.day, given_up.reason) if given_up is not None else None,
        showcases=tuple(
            base.absolute(book.address("showcase", one.slug))
            for one in material.designs.showcases.get(design.slug, ())
            if one.value.craft in material.cards
        ),
    )


def _version(one: DesignVersionView, poll: str | None) -> VersionEntry:
    verdict = one.feasibility.verdict if one.feasibility is not None else None
    asked = _asked(one.asked, poll) if one.asked else None
    return VersionEntry(one.number, one.day, one.title, one.words, asked, verdict)


def _asked(asked: DesignQuestionView, poll: str | None) -> AskedEntry:
    votes = asked.votes
    return AskedEntry(
        asked.question,
        poll,
        asked.closes,
        tuple(ChoiceEntry(one.label, one.votes if votes.sources else None, one.chosen) for one in votes.bars),
        tuple(VotesEntry(one.where, one.source, one.counted, one.votes, one.voters) for one in votes.sources),
    )
