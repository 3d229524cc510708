"""What pages are planned from: the catalogue, the cards, and everything looked up once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from ichsite.assess.accepted import Accepted
from ichsite.assess.audience import NO_FITS, Fits, guide_pages
from ichsite.assess.card import CraftCard
from ichsite.assess.track_record import NO_RECORDS, Records
from ichsite.brief.kept import Promises
from ichsite.catalog.address_book import AddressBook
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.dated_calls import dated_calls
from ichsite.catalog.dated_polls import dated_polls
from ichsite.catalog.gallery import shown_showcases
from ichsite.catalog.known import Known, known_pages, signs_of
from ichsite.catalog.links import Resolved, resolve
from ichsite.catalog.picture_path import PictureUse
from ichsite.catalog.term import Term
from ichsite.model.call import Call, CallDays
from ichsite.model.idea import Ideas
from ichsite.model.master import Master
from ichsite.model.material import AnyMaterial
from ichsite.model.poll import Poll, PollDays
from ichsite.model.record import Record
from ichsite.model.showcase import Showcase
from ichsite.model.stream import Stream
from ichsite.plan.calendar_file import clock_of
from ichsite.plan.data_file import DataFile
from ichsite.plan.design_index import DesignIndex, design_index
from ichsite.plan.event_index import EventIndex, event_index
from ichsite.plan.phrases import Phrases
from ichsite.plan.remembers import Planner, Remembers
from ichsite.plan.see_parts import PreviewFiles
from ichsite.plan.showcases_by import ShowcasesBy, showcases_by
from ichsite.plan.views import Chrome, Link, PictureFileView, PictureView, PromisedView
from ichsite.plan.views.figures import ClockView
from ichsite.registry.claims import Verified
from ichsite.text.address import BaseUrl, ContentKind, UrlPath
from ichsite.text.fingerprint import Fingerprint

Item = TypeVar("Item")
Made = TypeVar("Made")


@dataclass(frozen=True)
class PublishedPicture:
    """A picture as it is published: its addresses by format, the size of the largest, its dominant colour."""

    jpeg: UrlPath
    webp: tuple[PictureFileView, ...]
    width: int
    height: int
    colour: str
    avif: tuple[PictureFileView, ...] = ()
    jpeg_size: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class PublishedFile:
    """A drawing, a film or captions as published: the address, the ending, of a drawing the size in units of its own."""

    url: UrlPath
    ending: str
    width: float = 0
    height: float = 0


@dataclass(frozen=True)
class Material:
    """`dossiers` says where each craft's dossier lies (key, fingerprint); `said` is the fingerprint of its words
    alone, whatever the day; `pictures` are by their path in the project."""

    catalog: Catalog
    book: AddressBook
    cards: Mapping[str, CraftCard]
    dossiers: Mapping[str, tuple[bytes, Fingerprint]]
    said: Mapping[str, Fingerprint]
    pictures: Mapping[str, PublishedPicture]
    terms: Mapping[str, Term]
    base: BaseUrl
    chrome: Chrome
    chrome_print: Fingerprint
    today: date
    say: Phrases
    calendar: DataFile
    verified: Verified = field(default_factory=Verified)
    fits: Fits = NO_FITS
    """What fits each audience."""
    guides: Mapping[str, Link] = field(default_factory=dict[str, Link])
    """The guide of each audience, by its slug, in the order in which they are listed."""
    linkable: Known | None = None
    """What `known` says, where that has been found out before."""
    tag_names: Mapping[str, str] = field(default_factory=dict[str, str])
    """How tags of galleries are called in this language, by what stands in the files; where it is another word."""
    recall: Remembers | None = None
    offered: Mapping[str, Fingerprint] = field(default_factory=dict[str, Fingerprint])
    """As `said`, of each craft's offers alone: a story is no part of it."""
    files: Mapping[str, PublishedFile] = field(default_factory=dict[str, PublishedFile])
    """The drawings, films and captions of the material library, by their path in the project."""
    promises: Promises = field(default_factory=Promises)
    """Everything that was ever promised."""
    promised: Mapping[str, tuple[PromisedView, ...]] = field(default_factory=dict[str, tuple[PromisedView, ...]])
    """What is promised today, by the crafts' slugs; the same in every language."""
    records: Records = NO_RECORDS
    """How the promises of the last twelve months were kept."""
    previews: PreviewFiles = field(default_factory=PreviewFiles)
    """The drawings that follow a wish."""

    def once(self, plan: Planner[Made], card: CraftCard) -> Made:
        """What `plan` makes of a craft; a process that plans again and again may have it from the last time."""
        return plan(self, card) if self.recall is None else self.recall.once(plan, self, card)

    def each(self, plan: Planner[Made], cards: Iterable[CraftCard] | None = None) -> tuple[Made, ...]:
        """What `plan` makes of each craft, in the order of the cards that are given; as `once`, for many at a time."""
        some = self.cards.values() if cards is None else cards
        return tuple([plan(self, one) for one in some]) if self.recall is None else self.recall.each(plan, self, some)

    def around(self, name: str, make: Callable[[Material], Made]) -> Made:
        """What `make` makes of all but the crafts' own words: of cards, and of no dossier; perhaps from the last time."""
        return make(self) if self.recall is None else self.recall.around(name, make, self)

    def of_each(
        self, name: str, items: tuple[Item, ...], make: Callable[[Sequence[Item]], Iterable[Made]]
    ) -> tuple[Made, ...]:
        """What `make`, a pure function of frozen items one by one, gives of each; perhaps from the last time."""
        return tuple(make(items)) if self.recall is None else self.recall.of_each(name, items, make)

    def again(self, name: str, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What `make`, a pure function of the frozen values `given`, gives; perhaps from the last time."""
        return make() if self.recall is None else self.recall.again(name, given, make)

    @cached_property
    def clock(self) -> ClockView:
        """What script counts dates with."""
        return clock_of(self.catalog.site.value.timezone, self.today, self.calendar.url)

    @cached_property
    def known(self) -> Known:
        """Every page that a link may point at."""
        if self.linkable is not None:
            return self.linkable
        pages = guide_pages(self.fits, self.book, self.catalog.site.value.cards_per_page)
        return known_pages(signs_of(self.catalog, self.cards, self.book, self.terms, self.today, pages))

    @cached_property
    def showcases(self) -> tuple[Record[Showcase], ...]:
        """The showcases of known crafts in the order of the gallery, newest first."""
        return shown_showcases(self.catalog, self.cards)

    @cached_property
    def showcases_of(self) -> Mapping[str, tuple[Record[Showcase], ...]]:
        """The showcases that may be shown, by craft, newest first."""
        newest = sorted(self.catalog.showcases, key=lambda one: (one.value.received, one.slug), reverse=True)
        return _by_craft(newest, lambda one: (one.value.craft,))

    @cached_property
    def showcases_by(self) -> ShowcasesBy:
        """The showcases by the call or stream that they began with, and by the streams that showed them."""
        return showcases_by(self.showcases)

    @cached_property
    def coming_streams_of(self) -> Mapping[str, tuple[Record[Stream], ...]]:
        """The streams that have not ended, by craft, the next first."""
        found: defaultdict[str, list[Record[Stream]]] = defaultdict(list)
        for stream in sorted(self.catalog.streams, key=lambda one: (one.value.starts, one.slug)):
            if not self.is_past(stream.value):
                for shown in stream.value.crafts:
                    if stream not in found[shown.craft]:
                        found[shown.craft].append(stream)
        return {slug: tuple(records) for slug, records in found.items()}

    @cached_property
    def calls(self) -> tuple[tuple[Record[Call], CallDays], ...]:
        """The calls for ideas with their days, in the order in which they are listed."""
        return dated_calls(self.catalog, self.today)

    @cached_property
    def calls_of(self) -> Mapping[str, tuple[tuple[Record[Call], CallDays], ...]]:
        """The calls by each craft that they name, in the same order."""
        return _by_craft(self.calls, lambda one: one[0].value.crafts)

    @cached_property
    def polls(self) -> tuple[tuple[Record[Poll], PollDays], ...]:
        """The polls with their days, in the order in which they are listed."""
        return dated_polls(self.catalog, self.today)

    @cached_property
    def polls_of(self) -> Mapping[str, tuple[tuple[Record[Poll], PollDays], ...]]:
        """The polls by each craft that they name, in the same order."""
        return _by_craft(self.polls, lambda one: one[0].value.crafts)

    @cached_property
    def ideas(self) -> tuple[Record[Ideas], ...]:
        """The batches of answered ideas, the last gathered first."""
        return tuple(sorted(self.catalog.ideas, key=lambda one: (-one.value.gathered.toordinal(), one.slug)))

    @cached_property
    def ideas_of(self) -> Mapping[str, tuple[Record[Ideas], ...]]:
        """The batches by each craft that they name, in the same order."""
        return _by_craft(self.ideas, lambda one: one.value.crafts)

    @cached_property
    def designs(self) -> DesignIndex:
        """The design sessions, by what they belong to."""
        return design_index(self.catalog, self.polls, self.today)

    @cached_property
    def events(self) -> EventIndex:
        """The events with how they stand today, by what they belong to."""
        return event_index(self.catalog, self.today)

    @cached_property
    def cards_by_slug(self) -> tuple[CraftCard, ...]:
        """The cards in the order of the catalogue."""
        return tuple(sorted(self.cards.values(), key=lambda one: one.slug))

    @cached_property
    def library(self) -> Mapping[str, Record[AnyMaterial]]:
        """The materials by slug."""
        return {str(one.slug): one for one in self.catalog.materials}

    @cached_property
    def accepted_by(self) -> Mapping[str, tuple[tuple[CraftCard, Accepted], ...]]:
        """The options that take each material, by its slug, in the order of the catalogue."""
        found: defaultdict[str, list[tuple[CraftCard, Accepted]]] = defaultdict(list)
        for card in self.cards_by_slug:
            for one in card.accepted:
                found[one.material].append((card, one))
        return {slug: tuple(taken) for slug, taken in found.items()}

    @cached_property
    def crafts_by_mark(self) -> Mapping[str, tuple[CraftCard, ...]]:
        """The crafts by each tag and by their folder's name, which is what `suits` of a material says."""
        found: defaultdict[str, dict[str, CraftCard]] = defaultdict(dict)
        for card in self.cards_by_slug:
            for mark in (*card.tags, str(card.slug)):
                found[mark][card.slug] = card
        return {mark: tuple(cards.values()) for mark, cards in found.items()}

    @cached_property
    def _masters(self) -> Mapping[str, Record[Master]]:
        return {str(one.slug): one for one in self.catalog.masters}

    def master(self, slug: str) -> Record[Master] | None:
        """The master of that slug; None where there is none."""
        return self._masters.get(slug)

    def address(self, kind: ContentKind, slug: str) -> UrlPath:
        """Where an item lives."""
        return self.book.address(kind, slug)

    def leads(self, target: str, page: str) -> Resolved | None:
        """Where a link in a story leads. In a further language a heading may have another anchor: then to its page."""
        found = resolve(target, page, self.known)
        if found is None and self.base.tree and "#" in target:
            return resolve(target.partition("#")[0], page, self.known)
        return found

    def is_past(self, stream: Stream) -> bool:
        """Whether the stream's last day, in its own zone, lies before today."""
        return is_past(stream, self.today)

    def picture(self, use: PictureUse | None) -> PictureView | None:
        """The view of a picture where it is used; None where it cannot be shown."""
        if use is None or use.path is None or (found := self.pictures.get(use.path)) is None:
            return None
        return PictureView(
            found.jpeg,
            found.webp,
            found.width,
            found.height,
            found.colour,
            use.alt,
            use.caption,
            use.illustration,
            use.ai_generated,
            found.avif,
            *found.jpeg_size,
        )


def _by_craft(items: Iterable[Item], crafts: Callable[[Item], Iterable[str]]) -> dict[str, tuple[Item, ...]]:
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for one in items:
        for slug in dict.fromkeys(crafts(one)):
            found[slug].append(one)
    return {slug: tuple(those) for slug, those in found.items()}


def is_past(stream: Stream, today: date) -> bool:
    """Whether the stream's last day, in its own zone, lies before `today`."""
    return (stream.starts + timedelta(minutes=stream.minutes)).date() < today
