"""What an item's address is made of: a prefix where the site has one, the folder of its kind, and a step of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from ichsite.catalog.links import FOLDERS
from ichsite.ledger.item import Item
from ichsite.model.permalink import LedgerKind, Permalink
from ichsite.model.site import AddressSettings
from ichsite.text.address import CONTENT_KINDS, ITEM_KINDS, ContentKind, UrlPath, last_step

_FOLDERS: dict[LedgerKind, str] = {kind: FOLDERS[kind] for kind in ITEM_KINDS}
Spelled = Mapping[str, str]
"""Folder names that are not in Latin letters, in pinyin."""


def is_spelled(item: Item, settings: AddressSettings) -> bool:
    """Whether the item's step is pinyin of its folder's name: neither chosen by the author nor in Latin letters."""
    return item.wanted is None and settings.script == "pinyin" and not item.slug.isascii()


def names_to_spell(items: Iterable[Item], settings: AddressSettings) -> tuple[str, ...]:
    """The folders' names that are wanted in pinyin."""
    return tuple(sorted({one.slug for one in items if is_spelled(one, settings)}))


def address_for(item: Item, line: Permalink | None, settings: AddressSettings, spelled: Spelled) -> UrlPath:
    """Where an item lives. What was spelled once stays so, whatever a later dictionary says."""
    if not is_spelled(item, settings):
        return joined(item.kind, item.wanted or item.slug, settings)
    if line is not None and line.name == item.slug:
        return joined(item.kind, last_step(line.address), settings)
    return joined(item.kind, spelled[item.slug], settings)


def joined(kind: LedgerKind, step: str, settings: AddressSettings) -> UrlPath:
    """`/crafts/celadon-vase/`; `/shop/crafts/celadon-vase/` below a prefix; a free page at `/about/`."""
    parts = (settings.prefix, _FOLDERS[kind], step)
    return UrlPath(f"/{'/'.join(part for part in parts if part)}/")


def told_apart(address: UrlPath, name: str) -> UrlPath:
    """Another address for a name that sounds like one that is taken: with a hash of how it is written."""
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()
    return UrlPath(f"{address.rstrip('/')}-{digest}/")


def content_kind(kind: LedgerKind) -> ContentKind:
    """The kind of content that a line of the ledger is; raises ValueError for a list."""
    if kind in CONTENT_KINDS:
        return kind
    raise ValueError(f"{kind} is no content")
