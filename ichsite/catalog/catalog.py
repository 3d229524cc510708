"""The catalogue: every record in its place, crafts joined with their customisation and their showcases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ichsite.catalog.audiences import audiences_of
from ichsite.catalog.library import NO_FEED, Feed, library_of
from ichsite.model.audience import Audience, AudienceBook
from ichsite.model.call import Call
from ichsite.model.design import Design
from ichsite.model.event import Event
from ichsite.model.feedback import Feedback
from ichsite.model.idea import Ideas
from ichsite.model.master import Master
from ichsite.model.material import AnyMaterial
from ichsite.model.poll import Poll
from ichsite.model.post import Page, Post
from ichsite.model.record import Kind, Record
from ichsite.model.showcase import Showcase, Status
from ichsite.model.site import Site
from ichsite.model.stream import Stream
from ichsite.model.tier import TierBook
from ichsite.model.wants import NOTHING, Wants
from ichsite.model.withdrawal import Withdrawal
from ichsite.text.address import Slug
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.fingerprint import Fingerprint
from ichsite.text.place import Place
from ichsite.text.words import Words


@dataclass(frozen=True)
class Half:
    """A file whose record is held, such as one of the two of a craft: its path, and where the record lies."""

    path: str
    key: bytes
    fingerprint: Fingerprint
    wants: Wants = NOTHING
    """What a customisation asks of the material library."""


@dataclass(frozen=True)
class CraftParts:
    """What belongs to one craft: its page, its customisation, its showcases, what the material library gives it."""

    slug: Slug
    craft: Half
    customization: Half
    showcases: tuple[Record[Showcase], ...]
    feed: Feed = NO_FEED


@dataclass(frozen=True)
class Catalog:
    """Everything that the project says, as one frozen value; crafts by slug, the others by slug too.

    `tiers` is None on a site of free pages alone, a handbook: it has no crafts and none of the lists of a catalogue.
    `translations` are the files that say some of it in other languages, by path.
    """

    site: Record[Site]
    tiers: Record[TierBook] | None
    crafts: tuple[CraftParts, ...]
    masters: tuple[Record[Master], ...]
    showcases: tuple[Record[Showcase], ...]
    streams: tuple[Record[Stream], ...]
    calls: tuple[Record[Call], ...]
    polls: tuple[Record[Poll], ...]
    ideas: tuple[Record[Ideas], ...]
    designs: tuple[Record[Design], ...]
    events: tuple[Record[Event], ...]
    feedback: tuple[Record[Feedback], ...]
    materials: tuple[Record[AnyMaterial], ...]
    posts: tuple[Record[Post], ...]
    pages: tuple[Record[Page], ...]
    translations: tuple[Half, ...] = ()
    waiting: tuple[str, ...] = ()
    """The files of showcases, polls and ideas that wait for approval: their paths, and nothing else of them."""
    withdrawn: tuple[Record[Withdrawal], ...] = ()
    """What is left of showcases whose buyers withdrew them."""
    audiences: tuple[Record[Audience], ...] = ()
    audience_book: Record[AudienceBook] | None = None
    """The file of the audiences as it is; `audiences` are those of it that are in the catalogue."""

    @property
    def told(self) -> tuple[Record[Any], ...]:
        """Everything that the shop tells beside crafts, in Markdown: what buyers say is not among it."""
        return (
            *(*self.masters, *self.streams, *self.calls, *self.materials, *self.designs, *self.audiences, *self.events),
            *(*self.feedback, *self.posts, *self.pages),
        )


@dataclass(frozen=True)
class Entry:
    """One decoded file, as far as the catalogue needs it."""

    kind: Kind
    path: str
    slug: Slug
    record: Record[Any] | None
    half: Half | None
    draft: bool

    @cached_property
    def status(self) -> Status:
        """The status of what was gathered from others; what is not published is not in the catalogue, with `drafts` neither."""
        value = self.record.value if self.record is not None else None
        if isinstance(value, Ideas) and not value.answered:
            return "pending"  # nothing of it may be shown
        return value.status if isinstance(value, (Showcase, Poll, Ideas)) else "published"


def assemble(entries: Iterable[Entry], *, drafts: bool) -> tuple[Catalog | None, tuple[Diagnostic, ...]]:
    """The catalogue, or None where the settings, or the tiers of one with crafts, cannot be read; and what does not fit together."""
    by_kind: dict[Kind, list[Entry]] = defaultdict(list)
    waiting: list[str] = []
    withdrawn: list[Record[Withdrawal]] = []
    for entry in entries:
        if entry.record is not None and isinstance(entry.record.value, Withdrawal):
            withdrawn.append(entry.record)
        elif (status := entry.status) != "published":
            waiting += [entry.path] * (status == "pending")
        elif drafts or not entry.draft:
            by_kind[entry.kind].append(entry)
    findings = [finding for kind in by_kind for finding in _twice(by_kind[kind])]
    site, tiers = _only(by_kind["site"]), _only(by_kind["tiers"])
    if site is None or (tiers is None and not is_handbook(kind for kind in by_kind if by_kind[kind])):
        return None, tuple(findings)
    showcases = _records(by_kind["showcase"])
    by_craft: dict[str, list[Record[Showcase]]] = defaultdict(list)
    for showcase in showcases:
        by_craft[showcase.value.craft].append(showcase)
    library = library_of(_records(by_kind["material"]))
    halves = {entry.slug: entry.half for entry in by_kind["customization"]}
    crafts = tuple(
        CraftParts(craft.slug, craft.half, half, tuple(by_craft.get(craft.slug, ())), library.feed(half.wants))
        for craft in by_kind["craft"]
        if craft.half is not None and (half := halves.get(craft.slug)) is not None
    )
    book = _only(by_kind["audiences"])
    audiences, same = audiences_of(book, drafts=drafts)
    findings += same
    catalog = Catalog(
        site,
        tiers,
        crafts,
        _records(by_kind["master"]),
        showcases,
        *map(_records, (by_kind["stream"], by_kind["call"], by_kind["poll"], by_kind["idea"], by_kind["design"])),
        *map(_records, (by_kind["event"], by_kind["feedback"], by_kind["material"], by_kind["post"], by_kind["page"])),
        translations=tuple(entry.half for entry in by_kind["translation"] if entry.half is not None),
        waiting=tuple(waiting),
        withdrawn=tuple(withdrawn),
        audiences=audiences,
        audience_book=book,
    )
    return catalog, tuple(findings)


def is_handbook(kinds: Iterable[Kind]) -> bool:
    """Whether files of these kinds make a site of free pages alone, which needs no tiers."""
    return set(kinds) <= {"site", "page", "translation"}


def _only(entries: list[Entry]) -> Record[Any] | None:
    return entries[0].record if entries else None


def _records(entries: list[Entry]) -> tuple[Record[Any], ...]:
    return tuple(entry.record for entry in entries if entry.record is not None)


def _twice(entries: list[Entry]) -> Iterable[Diagnostic]:
    first: dict[str, Entry] = {}
    for entry in entries:
        if (other := first.setdefault(entry.slug, entry)) is not entry:
            yield error(
                "item-twice",
                Place(entry.path),
                Words(f"“{entry.slug}”已经写在 {other.path} 里", f"`{entry.slug}` is already written in {other.path}"),
                Words("留下一个", "keep one of the two"),
            )
