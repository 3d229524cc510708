"""What answers where a program asks for something that is gone: that it is, and where its address leads now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from ichsite.api.addresses import craft_file
from ichsite.api.calendar import PRODUCT
from ichsite.api.calendars import host_of, uid_of
from ichsite.api.catalogue import schema_address
from ichsite.api.plain import written
from ichsite.api.says import Says
from ichsite.api.values import FORMAT, Address, Format, Id, Version
from ichsite.catalog.urls import event_file
from ichsite.model.permalink import Permalink
from ichsite.model.shelf import Shelf
from ichsite.plan.answers import LEDGER
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech

_STAMP = b"19700101T000000Z"
"""A cancellation wants a moment; when an item left the catalogue nobody wrote down."""


@dataclass(frozen=True)
class GoneData:
    """An item that is in the catalogue no longer, or has another id by now."""

    format: Format
    version: Version
    schema: Address
    id: Id
    gone: Annotated[Literal[True], Says("The item is no longer here under this id.")]
    url: Annotated[Address, Says("Where its address leads: to what stands in for it, or to words about what it was.")]


@dataclass(frozen=True)
class GoneFile:
    """`/api/v1/crafts/<id>.json` of a craft that is gone."""

    id: str
    url: str
    schema: str

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes."""
        return written(GoneData(FORMAT, "", self.schema, self.id, True, self.url))


@dataclass(frozen=True)
class CancelledEvent:
    """The calendar file of what had a day and is gone: calendars that hold the event take it out (RFC 5546, 3.2.5)."""

    uid: str

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes."""
        from icalendar import Calendar, Event

        made: Any = Calendar()
        event: Any = Event()
        made.add("prodid", PRODUCT)
        made.add("version", "2.0")
        made.add("method", "CANCEL")
        event.add("uid", self.uid)
        event["dtstamp"] = _STAMP.decode()
        event.add("sequence", 1)
        event.add("status", "CANCELLED")
        made.add_component(event)
        return made.to_ical()


def gone_specs(
    material: Material, lines: Iterable[Permalink], leads: Callable[[Permalink], UrlPath]
) -> Iterator[PageSpec]:
    """The files of crafts and of what had a day that are gone; `leads` says where a line leads now."""
    schema = schema_address(material, "gone")
    for line in lines:
        if line.kind == "craft":
            gone = GoneFile(line.id, material.base.absolute(leads(line)), schema)
            yield _spec(craft_file(line.id), gone)
        elif line.kind in ("stream", "call", "poll", "design", "event"):
            uid = uid_of(line.kind, line.id, host_of(material.base))
            yield _spec(event_file(line.kind, line.id), CancelledEvent(uid))


def _spec(url: UrlPath, made_from: GoneFile | CancelledEvent) -> PageSpec:
    return PageSpec(url, "", made_from, (("gone", of_value(made_from)),), LEDGER, listed=False, uses=())
