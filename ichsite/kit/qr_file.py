"""The QR pictures that a site publishes: `/s/w3ka/qr.png` and `/s/w3ka/qr.svg`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ichsite.assess.card import CraftCard
from ichsite.catalog.address_book import short_address
from ichsite.catalog.urls import qr_below
from ichsite.kit.qr import qr_png, qr_svg
from ichsite.model.permalink import Permalink
from ichsite.model.shelf import Shelf
from ichsite.plan.answers import LEDGER
from ichsite.plan.keep import keep_of
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import KeepView
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech


@dataclass(frozen=True)
class QrFile:
    """One picture of a short address, with its code in letters below."""

    keep: KeepView
    form: Literal["png", "svg"]

    def data(self, shelf: Shelf, speech: Speech) -> bytes:
        """The file; a picture leads to the address that the site has for good, whatever language shows it."""
        del shelf
        draw = qr_png if self.form == "png" else qr_svg
        return draw(speech.absolute(self.keep.address), self.keep.code)


def qr_specs(material: Material) -> Iterator[PageSpec]:
    """Two pictures for every craft, stream, call for ideas, poll, design session and event that has a code."""
    for pictures in material.each(_of_craft):
        yield from pictures
    for stream in material.catalog.streams:
        yield from _two(keep_of(material, "stream", stream.slug), stream.path)
    for call, _ in material.calls:
        yield from _two(keep_of(material, "call", call.slug), call.path)
    for poll, _ in material.polls:
        yield from _two(keep_of(material, "poll", poll.slug), poll.path)
    for design in material.catalog.designs:
        yield from _two(keep_of(material, "design", design.slug), design.path)
    for event in material.catalog.events:
        yield from _two(keep_of(material, "event", event.slug), event.path)


def _of_craft(material: Material, card: CraftCard) -> tuple[PageSpec, ...]:
    return tuple(_two(keep_of(material, "craft", card.slug), card.path))


def gone_qr_specs(lines: Iterable[Permalink]) -> Iterator[PageSpec]:
    """The pictures of what had a code and is gone: they stand on cards and in descriptions, and lead on."""
    for line in lines:
        if line.kind in ("craft", "stream", "call", "poll", "design", "event") and line.code:
            short = short_address(line.code)
            yield from _two(KeepView(line.code, short, qr_below(short, "png"), qr_below(short, "svg")), LEDGER)


def _two(keep: KeepView | None, owner: str) -> Iterator[PageSpec]:
    if keep is None:
        return
    parts = (("code", of_value(keep)),)
    yield PageSpec(keep.png, "", QrFile(keep, "png"), parts, owner, listed=False, uses=("base",))
    yield PageSpec(keep.svg, "", QrFile(keep, "svg"), parts, owner, listed=False, uses=("base",))
