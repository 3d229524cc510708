"""Entering today's site into the ledger: what is new gets a line, what moved keeps its old address, nothing goes.

A pure function of the ledger and the site, and of its own result: to enter the same site again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ichsite.catalog.address_book import AddressBook, Listing
from ichsite.catalog.gallery import Gallery, item_of, placed
from ichsite.catalog.links import address_of
from ichsite.catalog.lists import Listed
from ichsite.ledger.change import Change
from ichsite.ledger.claims import claim_findings
from ichsite.ledger.code import code_for
from ichsite.ledger.item import Item
from ichsite.ledger.recognise import Recognised, recognise
from ichsite.ledger.steps import Spelled, address_for, content_kind, is_spelled, told_apart
from ichsite.ledger.successor import final_address, successors
from ichsite.model.permalink import Key, Permalink, Permalinks
from ichsite.model.site import AddressSettings
from ichsite.model.tier import TIERS
from ichsite.text.address import ITEM_KINDS, ContentKind, UrlPath, collision_key, last_step, output_of
from ichsite.text.diagnostic import Diagnostic


@dataclass(frozen=True)
class Entered:
    """The ledger as it should be, the address book of today, what changed, what is wrong.

    `lines` are the lines of today's items by kind and slug; `present` are the keys of all lines that are on the site.
    """

    ledger: Permalinks
    book: AddressBook
    lines: Mapping[Key, Permalink]
    present: frozenset[Key]
    changes: tuple[Change, ...]
    findings: tuple[Diagnostic, ...]

    def leads(self, line: Permalink) -> UrlPath:
        """Where a line leads in the end."""
        return final_address(line, self._entries, self.present)

    @cached_property
    def _entries(self) -> Mapping[Key, Permalink]:
        return {one.key: one for one in self.ledger.entries}

    @property
    def gone(self) -> Iterator[Permalink]:
        """The lines of items that are on the site no longer; and, for an item that had another id, that one."""
        for line in self.ledger.entries:
            if line.kind in ITEM_KINDS and line.key not in self.present:
                yield line
            for id in line.also:
                before = replace(line, id=id, code="")
                if before.key not in self._entries:
                    yield before


def enter(
    old: Permalinks,
    items: tuple[Item, ...],
    lists: tuple[Listed, ...],
    around: tuple[tuple[str, ...], tuple[str, ...]],
    settings: AddressSettings,
    spelled: Spelled,
    galleries: tuple[tuple[Gallery, int], ...] = (),
) -> Entered:
    """`spelled` holds the pinyin of names that `names_to_spell` wants; `around` are the folders of further
    languages, and the parts of the site that an owner may leave out and does not; `galleries` are those of showcases,
    with the number of pages that each has."""
    natural = {
        item.spot: address_for(item, None, settings, spelled)
        for item in items
        if not is_spelled(item, settings) or item.slug in spelled
    }
    known = recognise(items, old.entries, natural)
    lines = _named(old, items, known, settings, spelled)
    lines = {key: _beside_craft(line, lines) for key, line in lines.items()}
    entries = {entry.key: entry for entry in old.entries}
    renamed = {known.lines[key].key: line.key for key, line in lines.items() if key in known.lines}
    for before, after in renamed.items():
        if before != after:
            del entries[before]
    entries.update((line.key, line) for line in lines.values())
    shown = tuple((_placed(gallery, lines), pages) for gallery, pages in galleries)
    lists = (*lists, *(Listed("gallery", one.id, one.address, pages) for one, pages in shown))
    entries.update((one.key, one) for one in _lists(entries, lists))
    present = frozenset((*(line.key for line in lines.values()), *(one.key for one in lists)))
    entries, successor_findings = successors(entries, items, lines, present)
    trees, parts = around
    new = Permalinks(
        tuple(sorted(entries.values(), key=_order)),
        tuple(sorted({*old.trees, *trees})),
        tuple(sorted({*old.parts, *parts})),
    )
    findings = (*successor_findings, *claim_findings(old, new, items, lines))
    ledger = old if set(old.entries) == set(new.entries) and (old.trees, old.parts) == (new.trees, new.parts) else new
    return Entered(
        ledger,
        _book(lines, tuple(one for one, _ in shown)),
        lines,
        present,
        tuple(_changes(known, lines, items)),
        findings,
    )


def _named(
    old: Permalinks, items: tuple[Item, ...], known: Recognised, settings: AddressSettings, spelled: Spelled
) -> dict[Key, Permalink]:
    """The line of every item as of today; those that the ledger knows come first, so that nothing new takes their place."""
    taken = {_place(address) for entry in old.entries for address in entry.addresses}
    codes = {entry.code for entry in old.entries if entry.code}
    ids = {*(entry.key for entry in old.entries), *(one.own for one in items if one.own is not None)}
    lines: dict[Key, Permalink] = {}
    for item in sorted(items, key=lambda one: (one.spot not in known.lines, one.kind, one.id or one.slug)):
        key = item.spot
        line = known.lines.get(key)
        address = address_for(item, line, settings, spelled)
        fresh = is_spelled(item, settings) and (line is None or line.name != item.slug)
        own = () if line is None else line.addresses
        if fresh and address not in own and _place(address) in taken:
            address = told_apart(address, item.slug)
        taken.add(_place(address))
        if line is None:
            id = item.id or _free_id(item, address, ids)
            line = Permalink(item.kind, id, address)
            ids.add(line.key)
        code = line.code or code_for(line.kind, line.id, codes)
        codes.add(code)
        lines[key] = _updated(line, item, address, code, item.slug if is_spelled(item, settings) else "")
    return lines


def _updated(line: Permalink, item: Item, address: UrlPath, code: str, name: str) -> Permalink:
    id = item.id or line.id
    former = [one for one in (*line.former, line.address, *item.aliases) if one != address]
    return replace(
        line,
        id=id,
        address=address,
        code=code,
        name=name,
        title=item.title,
        near=item.near,
        former=tuple(dict.fromkeys(former)),
        also=line.also if id == line.id else tuple(dict.fromkeys((*line.also, line.id))),
        successor="",
        pages=max(line.pages, item.pages),
        sketch=item.sketch,
    )


def _beside_craft(line: Permalink, lines: Mapping[Key, Permalink]) -> Permalink:
    """A showcase names its craft by the id: the craft's folder may get another name."""
    if line.kind != "showcase":
        return line
    return replace(line, near=tuple(lines["craft", slug].id for slug in line.near if ("craft", slug) in lines))


def _free_id(item: Item, address: UrlPath, ids: set[Key]) -> str:
    """An id for an item that has none: the last step of its address."""
    step = last_step(address)
    id, number = str(step), 1
    while (item.kind, id) in ids:
        number += 1
        id = f"{step}-{number}"
    return id


def _lists(entries: Mapping[Key, Permalink], lists: tuple[Listed, ...]) -> list[Permalink]:
    found: list[Permalink] = []
    for one in lists:
        line = entries.get(one.key) or Permalink(one.kind, one.id, one.address)
        former = tuple(dict.fromkeys(address for address in (*line.former, line.address) if address != one.address))
        pages = max(line.pages, one.pages)
        found.append(replace(line, address=one.address, former=former, pages=pages, title=one.title))
    return found


def _placed(gallery: Gallery, lines: Mapping[Key, Permalink]) -> Gallery:
    """A gallery by what the ledger calls its craft or master."""
    item = item_of(gallery)
    line = lines[item] if item is not None else None
    return placed(gallery, line.id, last_step(line.address)) if line is not None else gallery


def _book(lines: Mapping[Key, Permalink], galleries: tuple[Gallery, ...]) -> AddressBook:
    listings: dict[tuple[ContentKind, str], Listing] = {}
    former: dict[tuple[ContentKind, str], tuple[UrlPath, ...]] = {}
    for (kind, slug), line in lines.items():
        listings[content_kind(kind), slug] = Listing(line.id, line.address, line.code)
        if line.former:
            former[content_kind(kind), slug] = line.former
    for tier in TIERS:
        listings["tier", tier] = Listing(tier, address_of("tier", tier))
    return AddressBook(listings, former, galleries)


def _changes(known: Recognised, lines: Mapping[Key, Permalink], items: tuple[Item, ...]) -> Iterable[Change]:
    for item in items:
        key = item.spot
        before, after = known.lines.get(key), lines[key]
        if before is None:
            yield Change("new", after.kind, after.id, after.address)
        elif key in known.guessed:
            yield Change("guessed", after.kind, after.id, after.address, before.address)
        elif before.address != after.address:
            yield Change("moved", after.kind, after.id, after.address, before.address)
        elif before.id != after.id:
            yield Change("named", after.kind, after.id, after.address, before.address)


def _order(line: Permalink) -> tuple[str, str]:
    return line.kind, line.id


def promises(ledger: Permalinks) -> Permalinks:
    """The ledger without what only says what an item is: two with the same promises answer at the same addresses."""
    return replace(ledger, entries=tuple(map(_promised, sorted(ledger.entries, key=_order))))


def _promised(line: Permalink) -> Permalink:
    return replace(line, title="", near=(), sketch="known" if line.sketch else "")


def _place(address: UrlPath) -> str:
    return collision_key(output_of(address))
