"""The page of what is gone: it says what was here, and leads to what is near."""

from __future__ import annotations

from collections.abc import Mapping

from ichsite.catalog.urls import (
    AUDIENCES,
    CALLS,
    CATEGORIES,
    CRAFTS,
    DESIGNS,
    EVENTS,
    FEEDBACK,
    HOME,
    IDEAS,
    MASTERS,
    MATERIALS,
    POLLS,
    POSTS,
    PROMISES,
    REGIONS,
    SHOWCASES,
    STREAMS,
    TAGS,
    TIERS,
)
from ichsite.model.permalink import Key, LedgerKind, Permalink
from ichsite.model.record import Record
from ichsite.model.stream import Stream
from ichsite.model.withdrawal import Withdrawal
from ichsite.plan.cards import craft_card, stream_card
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import CraftCardView, GoneView, Head, Link
from ichsite.text.address import UrlPath, last_step
from ichsite.text.fingerprint import of_value
from ichsite.text.foreign import foreign

NEAR_SHOWN = 6
_LISTS: Mapping[LedgerKind, tuple[str, UrlPath]] = {
    "craft": ("All crafts", CRAFTS),
    "master": ("Masters", MASTERS),
    "showcase": ("Showcases", SHOWCASES),
    "stream": ("The whole schedule", STREAMS),
    "material": ("The material library", MATERIALS),
    "call": ("All calls for ideas", CALLS),
    "audience": ("For whom, and how to choose", AUDIENCES),
    "poll": ("All polls", POLLS),
    "idea": ("All answered ideas", IDEAS),
    "design": ("All design sessions", DESIGNS),
    "event": ("All events", EVENTS),
    "feedback": ("What people asked for", FEEDBACK),
    "post": ("Posts", POSTS),
    "page": ("Home", HOME),
    "tier": ("Tiers", TIERS),
    "category": ("Categories", CATEGORIES),
    "region": ("Regions", REGIONS),
    "tag": ("Tags", TAGS),
    "list": ("Home", HOME),
    "gallery": ("Showcases", SHOWCASES),
    "promise": ("Promises kept", PROMISES),
}


def gone_spec(
    material: Material, line: Permalink, owner: str, entries: Mapping[Key, Permalink], *, later: bool
) -> PageSpec:
    """The page at the last address of a line whose item is no longer there, or (`later`) is not out yet."""
    say = material.say
    main = material.chrome.trees[0].language if material.chrome.trees else material.chrome.language
    title = line.title if main == material.chrome.language else foreign(line.title, main)
    if line.kind == "category":
        title = say.term("category", line.id)
    withdrawn = not later and _is_withdrawn(material, line)
    heading = say("Not here yet") if later else say("Withdrawn") if withdrawn else say("No longer here")
    head = Head(heading, heading, line.address, indexed=False)
    words, place = _LISTS[line.kind]
    link = Link(say(words), place)
    crafts = () if later else near_crafts(material, line, entries)
    if withdrawn and crafts:
        link = Link(crafts[0].title, crafts[0].url)
    streams = tuple(stream_card(material, one) for one in _coming(material, line))
    shown = "" if later or withdrawn else title
    view = GoneView(material.chrome, head, line.kind, shown, later, crafts, streams, link, withdrawn)
    parts = (head, view.kind, view.title, view.later, crafts, streams, link, withdrawn)
    return PageSpec(
        line.address,
        "pages/gone.html",
        view,
        (("gone", of_value(parts)), ("site", material.chrome_print)),
        owner,
        listed=False,
    )


def near_crafts(material: Material, line: Permalink, entries: Mapping[Key, Permalink]) -> tuple[CraftCardView, ...]:
    """Crafts that share a tier or the category with one that is gone; the craft of a showcase, or what is near it."""
    if line.kind == "showcase":
        crafts = tuple(entries.get(("craft", id)) for id in line.near)
        found = [
            one for one in material.cards.values() if any(craft and _is(material, one.slug, craft) for craft in crafts)
        ]
        if found:
            return tuple(craft_card(material, one) for one in found)
        lost = next((craft for id in line.near if (craft := entries.get(("craft", id))) is not None), None)
        return near_crafts(material, lost, entries) if lost is not None else ()
    if line.kind != "craft":
        return ()
    wanted = frozenset(line.near)
    scored = sorted(
        (one.category not in wanted, -shared, one.slug)
        for one in material.cards.values()
        if (shared := len(wanted & {*one.tiers, one.category}))
    )
    return tuple(craft_card(material, material.cards[slug]) for _, _, slug in scored[:NEAR_SHOWN])


def _is_withdrawn(material: Material, line: Permalink) -> bool:
    """Whether the file of a showcase is there and says that its buyer withdrew it."""
    if line.kind != "showcase":
        return False
    steps = {line.id, line.name, str(last_step(line.address))}
    return any(
        one.value.id in (line.id, *line.also) if one.value.id is not None else not steps.isdisjoint(_names(one))
        for one in material.catalog.withdrawn
    )


def _names(withdrawn: Record[Withdrawal]) -> tuple[str, ...]:
    chosen = withdrawn.value.address
    return (str(withdrawn.slug),) if chosen is None else (str(withdrawn.slug), chosen)


def _is(material: Material, slug: str, line: Permalink) -> bool:
    return material.book.id("craft", slug) == line.id


def _coming(material: Material, line: Permalink) -> list[Record[Stream]]:
    if line.kind != "stream":
        return []
    coming = [one for one in material.catalog.streams if not material.is_past(one.value)]
    return sorted(coming, key=lambda one: (one.value.starts, one.slug))[:3]
