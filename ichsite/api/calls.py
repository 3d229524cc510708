"""`/api/v1/calls.json`: every call for ideas, and where it can be answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from ichsite.api.addresses import CALLS_FILE
from ichsite.api.catalogue import craft_ref, schema_address, site_info
from ichsite.api.plain import written
from ichsite.api.says import Says
from ichsite.api.values import FORMAT, Address, CraftRef, Format, Id, Price, Short, SiteInfo, Version, price_of
from ichsite.catalog.urls import event_file
from ichsite.model.call import Call, CallDays, CallState
from ichsite.model.platform import AnswerPlace
from ichsite.model.record import Record
from ichsite.model.shelf import Shelf
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech


@dataclass(frozen=True)
class AnswerEntry:
    """A place to answer."""

    where: AnswerPlace
    words: str
    url: Address | None


@dataclass(frozen=True)
class CallEntry:
    """A call for ideas."""

    id: Id
    title: str
    question: str
    summary: str
    url: Address
    short: Short
    calendar: Annotated[Address, Says("The days of the call as a calendar file.")]
    opens: Annotated[date, Says("The first day, on the clock of the shop.")]
    closes: Annotated[date, Says("The last day, still within it.")]
    state: Annotated[CallState, Says("As on the day on which this file was made.")]
    stream: Annotated[Id | None, Says("The stream that it is for, by its id in `streams.json`.")]
    crafts: tuple[CraftRef, ...]
    answers: tuple[AnswerEntry, ...]
    uses: tuple[str, ...]
    occasions: tuple[str, ...]
    budget: Price | None
    reward: str | None
    answered: Annotated[date | None, Says("The day of the outcome; null until there is one.")]
    outcome: str | None


@dataclass(frozen=True)
class CallsData:
    """All calls: those that are open first, then those that come, then those that are over."""

    format: Format
    version: Version
    schema: Address
    site: SiteInfo
    calls: tuple[CallEntry, ...]


@dataclass(frozen=True)
class CallsFile:
    """The file."""

    calls: CallsData

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes."""
        return written(self.calls)


def calls_spec(material: Material) -> PageSpec:
    """The file of all calls."""
    entries = tuple(_entry(material, *one) for one in material.calls)
    made = CallsFile(CallsData(FORMAT, "", schema_address(material, "calls"), site_info(material), entries))
    parts = (("calls", of_value(made)),)
    return PageSpec(CALLS_FILE, "", made, parts, "content/calls", listed=False, uses=())


def _entry(material: Material, call: Record[Call], days: CallDays) -> CallEntry:
    value, base, book = call.value, material.base, material.book
    state = days.state(material.today)
    told = value.outcome if state == "answered" else None
    wants = value.wants
    known = any(one.slug == value.stream for one in material.catalog.streams)
    return CallEntry(
        id=book.id("call", call.slug),
        title=value.title,
        question=value.question,
        summary=value.summary,
        url=base.absolute(book.address("call", call.slug)),
        short=base.absolute(book.short("call", call.slug)),
        calendar=base.absolute(event_file("call", book.id("call", call.slug))),
        opens=days.opens,
        closes=days.closes,
        state=state,
        stream=book.id("stream", value.stream) if value.stream is not None and known else None,
        crafts=tuple(
            craft_ref(material, card) for slug in value.crafts if (card := material.cards.get(slug)) is not None
        ),
        answers=tuple(AnswerEntry(one.where, one.words, one.url) for one in value.answers),
        uses=wants.uses if wants is not None else (),
        occasions=wants.occasions if wants is not None else (),
        budget=price_of(wants.budget, material.chrome.currency) if wants is not None and wants.budget else None,
        reward=value.reward,
        answered=told.answered if told is not None else None,
        outcome=told.words if told is not None else None,
    )
