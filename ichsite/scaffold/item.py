"""The files of a new item, each field explained in the site's language. All begin as drafts: nothing that is half
written is published, and the ledger of addresses does not hear of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from ichsite.model.call import DAYS_BEFORE_STREAM
from ichsite.model.material import MaterialKind
from ichsite.model.permalink import LedgerKind
from ichsite.model.tier import TierName
from ichsite.scaffold.template import filled, shipped
from ichsite.text.words import Language

_PRICES: dict[TierName, int] = {"element": 100, "function": 400, "deep": 3000}
"""Whole yuan, as an example: what the starter's tiers begin with."""
_CALL_IN_DAYS = 7
"""A call without a stream is proposed for the week after the next."""
_EVENT_HOURS = 2
_DAYS: dict[TierName, str] = {"element": "2-3", "function": "7-10", "deep": "12-15"}


@dataclass(frozen=True)
class NewItem:
    """What was asked for. `step` is its folder's name and its id; `photos` are pictures ready to be stored, upright and
    without metadata; `starts` a moment with its zone; `schema` whether the project has schemas for editors."""

    kind: LedgerKind
    step: str
    title: str
    language: Language
    today: date
    tier: TierName = "element"
    craft: str = ""
    crafts: tuple[str, ...] = ()
    masters: tuple[str, ...] = ()
    starts: str = ""
    stream: str = ""
    material: MaterialKind = "motif"
    at_given: bool = False
    photos: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    schema: bool = False


_FILES: Mapping[LedgerKind, Mapping[str, str]] = {
    "craft": {
        "content/crafts/{}/index.md": "craft.md",
        "content/crafts/{}/customization.yaml": "customization.yaml",
    },
    "audience": {"content/audiences.yaml": "audience.yaml"},
    "master": {"content/masters/{}/index.md": "master.md"},
    "showcase": {"content/showcases/{}/showcase.yaml": "showcase.yaml"},
    "stream": {"content/streams/{}.md": "stream.md"},
    "call": {"content/calls/{}.md": "call.md"},
    "poll": {"content/polls/{}/poll.yaml": "poll.yaml"},
    "idea": {"content/ideas/{}/ideas.yaml": "ideas.yaml"},
    "design": {"content/designs/{}/index.md": "design.md"},
    "event": {"content/events/{}.md": "event.md"},
    "feedback": {"content/feedback/{}.md": "feedback.md"},
    "post": {"content/posts/{}.md": "post.md"},
}
_PLACEHOLDER = "motif.svg"
"""A small fret, the same in every language: a motif can be looked at before its own drawing is there."""
_MATERIAL_FILES: Mapping[MaterialKind, Mapping[str, str]] = {
    "motif": {"content/materials/{0}/index.md": "motif.md", "content/materials/{0}/{0}.svg": _PLACEHOLDER},
    "palette": {"content/materials/{}.md": "palette.md"},
    "film": {"content/materials/{}/index.md": "film.md"},
}
"""A film has a folder: a poster and captions lie beside it."""


def item_files(item: NewItem) -> Mapping[str, bytes]:
    """The item's files by their path below the project."""
    values: dict[str, object] = {
        "id": item.step,
        "title": item.title,
        "today": item.today,
        "tier": item.tier,
        "price": _PRICES[item.tier],
        "days": _DAYS[item.tier],
        "craft": item.craft,
        "crafts": item.crafts,
        "masters": item.masters,
        "starts": item.starts,
        "stream": item.stream,
        "opens": item.today + timedelta(days=_CALL_IN_DAYS),
        "closes": item.today + timedelta(days=_CALL_IN_DAYS + DAYS_BEFORE_STREAM),
        "ends": _ends(item.starts),
        "at_given": item.at_given,
        "photos": tuple(item.photos),
        "schema": item.schema,
    }
    files = _MATERIAL_FILES[item.material] if item.kind == "material" else _FILES[item.kind]
    texts = {
        path.format(item.step): shipped(f"items/{name}")
        if name == _PLACEHOLDER
        else filled(f"items/{item.language}/{name}", values)
        for path, name in files.items()
    }
    folder = next(iter(texts)).rpartition("/")[0]
    return texts | {f"{folder}/{name}": data for name, data in item.photos.items()}


def _ends(starts: str) -> str:
    """When an event that begins then is proposed to end; empty where nothing begins."""
    if not starts:
        return ""
    return (datetime.fromisoformat(starts) + timedelta(hours=_EVENT_HOURS)).isoformat(timespec="minutes")
