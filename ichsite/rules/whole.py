"""What rules over the whole catalogue are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ichsite.assess.audience import NO_FITS, Fits, guide_pages
from ichsite.assess.calendar import WorkCalendar
from ichsite.assess.card import CraftCard
from ichsite.assess.track_record import NO_RECORDS, Records
from ichsite.catalog.address_book import AddressBook
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.known import Known, known_pages, signs_of
from ichsite.catalog.term import Term


@dataclass(frozen=True)
class Whole:
    """The catalogue, the cards of its crafts by slug, the files there are, and today.

    `broken` are the files that have errors of their own: what points at them is not complained of as well.
    `terms` is how regions and tags are spelt in addresses.
    """

    catalog: Catalog
    cards: Mapping[str, CraftCard]
    files: frozenset[str]
    calendar: WorkCalendar
    today: date
    book: AddressBook
    broken: frozenset[str] = frozenset()
    terms: Mapping[str, Term] = field(default_factory=dict[str, Term])
    fits: Fits = NO_FITS
    """What fits the audiences."""
    records: Records = NO_RECORDS
    """How the promises of the last twelve months were kept."""
    linkable: Known | None = None
    """What `known` says, where that has been found out before."""

    @cached_property
    def known(self) -> Known:
        """Every page that a link may point at."""
        if self.linkable is not None:
            return self.linkable
        pages = guide_pages(self.fits, self.book, self.catalog.site.value.cards_per_page)
        return known_pages(signs_of(self.catalog, self.cards, self.book, self.terms, self.today, pages))
