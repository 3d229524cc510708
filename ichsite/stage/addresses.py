"""addresses: where every published item lives."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import cast

from ichsite.assess.card import CraftCard
from ichsite.catalog.address_book import AddressBook, Listing
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.links import address_of
from ichsite.model.tier import TIERS
from ichsite.text.address import ContentKind


def address_book(catalog: Catalog, cards: Mapping[str, CraftCard]) -> AddressBook:
    """The address of every item."""
    items: list[tuple[ContentKind, str, str]] = []
    items.extend(("craft", card.slug, card.id) for card in cards.values())
    for record in (*catalog.masters, *catalog.showcases, *catalog.streams, *catalog.posts, *catalog.pages):
        items.append((cast("ContentKind", record.kind), record.slug, record.value.id))
    items.extend(("tier", tier, tier) for tier in TIERS)
    return AddressBook({(kind, slug): Listing(id, address_of(kind, slug), _code(kind, id)) for kind, slug, id in items})


def _code(kind: ContentKind, id: str) -> str:
    """For the time being: codes of a hash, so that what shows them can be built."""
    if kind not in ("craft", "stream"):
        return ""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    digest = blake2b(f"{kind} {id}".encode(), digest_size=4).digest()
    return "".join(letters[byte % len(letters)] for byte in digest)
