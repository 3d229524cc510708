"""`/api/v1/streams.json`: every stream, and which crafts it shows or sells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from ichsite.api.addresses import CALENDAR, STREAMS_FILE
from ichsite.api.catalogue import craft_ref, schema_address, site_info
from ichsite.api.plain import written
from ichsite.api.says import Says
from ichsite.api.values import FORMAT, Address, Format, Id, Short, SiteInfo, TierShown, Version
from ichsite.catalog.urls import event_file
from ichsite.model.platform import Platform
from ichsite.model.record import Record
from ichsite.model.shelf import Shelf
from ichsite.model.stream import Stream, StreamKind
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech


@dataclass(frozen=True)
class MasterRef:
    """A master."""

    id: Id
    title: str
    url: Address


@dataclass(frozen=True)
class StreamEntry:
    """A live stream."""

    id: Id
    title: str
    summary: str
    url: Address
    short: Short
    calendar: Annotated[Address, Says("The stream as a calendar file.")]
    platform: Platform
    kind: StreamKind
    starts: datetime
    minutes: int
    over: Annotated[bool, Says("Whether its last day lay before the day on which this file was made.")]
    host: str
    master: MasterRef | None
    replay: Address | None
    crafts: tuple[TierShown, ...]


@dataclass(frozen=True)
class StreamsData:
    """All streams, the earliest first."""

    format: Format
    version: Version
    schema: Address
    site: SiteInfo
    calendar: Annotated[Address, Says("All streams as one calendar to subscribe to.")]
    streams: tuple[StreamEntry, ...]


@dataclass(frozen=True)
class StreamsFile:
    """The file."""

    streams: StreamsData

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes."""
        return written(self.streams)


def streams_spec(material: Material) -> PageSpec:
    """The file of all streams."""
    ordered = sorted(material.catalog.streams, key=lambda one: (one.value.starts, one.slug))
    made = StreamsFile(
        StreamsData(
            FORMAT,
            "",
            schema_address(material, "streams"),
            site_info(material),
            material.base.absolute(CALENDAR),
            tuple(_entry(material, one) for one in ordered),
        )
    )
    parts = (("streams", of_value(made)),)
    return PageSpec(STREAMS_FILE, "", made, parts, "content/streams", listed=False, uses=())


def master_ref(material: Material, slug: str | None) -> MasterRef | None:
    """A master as another file names him or her; None where there is none of that name."""
    found = next((one for one in material.catalog.masters if one.slug == slug), None)
    if found is None:
        return None
    address = material.base.absolute(material.address("master", found.slug))
    return MasterRef(material.book.id("master", found.slug), found.value.title, address)


def _entry(material: Material, stream: Record[Stream]) -> StreamEntry:
    value, base, book = stream.value, material.base, material.book
    url = book.address("stream", stream.slug)
    shown = (
        TierShown(craft_ref(material, card), one.showing == "sells", one.tiers(card.tiers))
        for one in value.crafts
        if (card := material.cards.get(one.craft)) is not None
    )
    return StreamEntry(
        id=book.id("stream", stream.slug),
        title=value.title,
        summary=value.summary,
        url=base.absolute(url),
        short=base.absolute(book.short("stream", stream.slug)),
        calendar=base.absolute(event_file("stream", book.id("stream", stream.slug))),
        platform=value.platform,
        kind=value.kind,
        starts=value.starts,
        minutes=value.minutes,
        over=material.is_past(value),
        host=value.host,
        master=master_ref(material, value.master),
        replay=value.replay,
        crafts=tuple(shown),
    )
