"""The overlay of a stream: a page that a streaming program lays over its picture, and the data that it polls.

The page is the same for everything; what it shows stands in small files, one for each craft, so that the edit of a
craft changes one file. `format` is the shape of the data, `version` a hash of what they say: the page shows nothing
anew while it stands still. As in the data of the search, an address that begins with `/` is one below the site's home.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from ichsite.assess.card import CraftCard
from ichsite.catalog.urls import OVERLAY, overlay_data
from ichsite.model.permalink import Permalink
from ichsite.model.randomness import Chance
from ichsite.model.shelf import Shelf
from ichsite.model.span import DayRange
from ichsite.model.tier import TierName
from ichsite.plan.answers import LEDGER
from ichsite.plan.keep import keep_of
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import OverlayView
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech

FORMAT = 1


@dataclass(frozen=True)
class OverlayCraft:
    """What the overlay shows of a craft: `/overlay/crafts/<id>.json`.

    `chance` is what brings it in where the result cannot be promised, None where it can. `address` is the short one.
    """

    id: str
    title: str
    tiers: tuple[OverlayTier, ...]
    chance: Chance | None
    address: UrlPath
    code: str
    qr: UrlPath | None

    def data(self, shelf: Shelf, speech: Speech) -> bytes:
        """The file."""
        del shelf
        return _versioned(
            {
                "craft": {"id": self.id, "name": self.title},
                "tiers": [_tier(one, speech) for one in self.tiers],
                "notice": speech.label(self.chance, "kit-notice") if self.chance is not None else "",
                "code": self.code,
                "qr": self.qr or "",
                "address": speech.absolute(self.address),
            }
        )


@dataclass(frozen=True)
class OverlayTier:
    """One tier: `takes_orders` is false where it is commissioned offline."""

    tier: TierName
    days: DayRange | None
    takes_orders: bool


@dataclass(frozen=True)
class OverlayStream:
    """Which crafts a stream shows, each with the tiers that it is shown in: `/overlay/streams/<id>.json`."""

    id: str
    name: str
    crafts: tuple[tuple[str, tuple[TierName, ...]], ...]

    def data(self, shelf: Shelf, speech: Speech) -> bytes:
        """The file."""
        del shelf, speech
        crafts = [{"id": id, "tiers": list(tiers)} for id, tiers in self.crafts]
        return _versioned({"stream": {"id": self.id, "name": self.name}, "crafts": crafts})


def overlay_specs(material: Material) -> Iterator[PageSpec]:
    """The page and its data in one language."""
    site = material.catalog.site.value
    crafts, streams = (UrlPath(f"{OVERLAY}{kind}/") for kind in ("crafts", "streams"))
    view = OverlayView(material.chrome.language, site.name, crafts, streams)
    yield PageSpec(OVERLAY, "pages/overlay.html", view, (("view", of_value(view)),), "site.yaml", listed=False)
    yield from material.each(_of_craft)
    for record in material.catalog.streams:
        shown = tuple(
            (material.book.id("craft", found.slug), one.tiers(found.tiers))
            for one in record.value.crafts
            if (found := material.cards.get(one.craft)) is not None
        )
        stream = OverlayStream(material.book.id("stream", record.slug), record.value.title, shown)
        url = overlay_data("streams", stream.id)
        yield PageSpec(url, "", stream, (("stream", of_value(stream)),), record.path, listed=False, uses=())


def _of_craft(material: Material, card: CraftCard) -> PageSpec:
    keep = keep_of(material, "craft", card.slug)
    craft = OverlayCraft(
        material.book.id("craft", card.slug),
        card.title,
        tuple(OverlayTier(one.tier, one.days, one.cycle != "unfit") for one in card.offers),
        card.by if card.control == "low" else None,
        material.book.short("craft", card.slug),
        keep.code if keep is not None else "",
        keep.svg if keep is not None else None,
    )
    parts = (("craft", of_value(craft)),)
    return PageSpec(overlay_data("crafts", craft.id), "", craft, parts, card.path, listed=False, uses=("words", "base"))


@dataclass(frozen=True)
class OverlayGone:
    """What answers where the overlay asks for something that is gone: it shows nothing, and says so to who looks."""

    def data(self, shelf: Shelf, speech: Speech) -> bytes:
        """The file."""
        del shelf, speech
        return _versioned({"gone": True})


def gone_overlay_specs(lines: Iterable[Permalink]) -> Iterator[PageSpec]:
    """The data of crafts and streams that are gone, or had another id."""
    for line in lines:
        if line.kind == "craft" or line.kind == "stream":
            url = overlay_data("crafts" if line.kind == "craft" else "streams", line.id)
            gone = OverlayGone()
            yield PageSpec(url, "", gone, (("gone", of_value(gone)),), LEDGER, listed=False, uses=())


def _tier(one: OverlayTier, speech: Speech) -> dict[str, Any]:
    note = "" if one.takes_orders else speech.gettext("commissioned offline, not in the stream")
    days = speech.days(one.days) if one.days is not None else ""
    return {"tier": one.tier, "name": speech.label(one.tier, "tier"), "days": days, "note": note}


def _versioned(said: dict[str, Any]) -> bytes:
    body = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    version = blake2b(body.encode(), digest_size=8).hexdigest()
    return (json.dumps({"format": FORMAT, "version": version, **said}, ensure_ascii=False, indent=1) + "\n").encode()
