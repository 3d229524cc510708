"""Who is who: which line of the ledger an item of today is.

    its id            the author gave it one, and the ledger knows it
    its address       it has none, or a new one, and lives where a line without an owner lives
    its contents      it has none that is known; what vanished there and appeared here alike is one item

Only the last is a guess, and every guess is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ichsite.ledger.item import Item
from ichsite.model.permalink import Key, LedgerKind, Permalink
from ichsite.text.address import UrlPath
from ichsite.text.likeness import ALIKE, likeness, pieces_of

_COMMON = 200
"""Lines that share a piece: more, and it says nothing."""


@dataclass(frozen=True)
class Recognised:
    """The ledger's line of each item, by the item's kind and slug; `guessed` are those known by their contents."""

    lines: Mapping[Key, Permalink]
    guessed: frozenset[Key]


def recognise(items: Iterable[Item], entries: Iterable[Permalink], addresses: Mapping[Key, UrlPath]) -> Recognised:
    """`addresses` are where items would live if nothing were known of them, by their kind and slug."""
    lines: dict[Key, Permalink] = {}
    free = {entry.key: entry for entry in entries}
    listed = tuple(items)
    for item in listed:
        if item.id is not None and (known := free.pop((item.kind, item.id), None)) is not None:
            lines[item.kind, item.slug] = known
    _by_address(listed, free, addresses, lines)
    guessed = _by_contents(listed, free, lines)
    return Recognised(lines, guessed)


def _by_address(
    items: tuple[Item, ...], free: dict[Key, Permalink], addresses: Mapping[Key, UrlPath], lines: dict[Key, Permalink]
) -> None:
    """Edited where it lies: an item without an id, or whose id is new where the line had none of its own."""
    at = {(entry.kind, entry.address): entry for entry in free.values()}
    named = {(entry.kind, entry.name): entry for entry in free.values() if entry.name}
    for item in items:
        key = item.spot
        if key in lines:
            continue
        entry = named.get(key) or at.get((item.kind, addresses[item.spot]))
        if entry is not None and entry.key in free and (item.id is None or entry.sketch):
            lines[key] = free.pop(entry.key)


def _by_contents(items: tuple[Item, ...], free: dict[Key, Permalink], lines: dict[Key, Permalink]) -> frozenset[Key]:
    """The best pairs first; of pairs that would fit equally well, none."""
    pairs = _pairs(items, free, lines)
    guessed: set[Key] = set()
    for score in sorted({score for score, _, _ in pairs}, reverse=True):
        open_now = [
            (item, entry) for of, item, entry in pairs if of == score and entry.key in free and item.spot not in lines
        ]
        items_met = Counter(item.spot for item, _ in open_now)
        entries_met = Counter(entry.key for _, entry in open_now)
        for item, entry in open_now:
            key = item.spot
            if items_met[key] == entries_met[entry.key] == 1:
                lines[key] = free.pop(entry.key)
                guessed.add(key)
    return frozenset(guessed)


def _pairs(
    items: tuple[Item, ...], free: Mapping[Key, Permalink], lines: Mapping[Key, Permalink]
) -> list[tuple[float, Item, Permalink]]:
    """Items and lines of one kind that are alike. Pieces that half a shop shares lead to no pair."""
    with_piece: defaultdict[tuple[LedgerKind, str], list[Permalink]] = defaultdict(list)
    for entry in free.values():
        for piece in pieces_of(entry.sketch):
            with_piece[entry.kind, piece].append(entry)
    found: list[tuple[float, Item, Permalink]] = []
    for item in items:
        if not item.sketch or item.spot in lines:
            continue
        near = {
            entry.key: entry
            for piece in pieces_of(item.sketch)
            if len(with_piece[item.kind, piece]) <= _COMMON
            for entry in with_piece[item.kind, piece]
        }
        scored = ((likeness(item.sketch, entry.sketch), item, entry) for entry in near.values())
        found += [one for one in scored if one[0] >= ALIKE]
    return found
