"""The lists of a catalogue: each with its address and the number of pages that it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ichsite.catalog.catalog import Catalog
from ichsite.catalog.term import Term
from ichsite.catalog.thanks import thanked_years
from ichsite.catalog.urls import (
    CATEGORIES,
    CATEGORY_SLUGS,
    CRAFTS,
    MATERIALS,
    POSTS,
    REGIONS,
    SHOWCASES,
    TAGS,
    THANKS,
    TIERS,
    below,
    posts_of_kind,
)
from ichsite.model.craft import CategoryNumeral
from ichsite.model.permalink import Key, LedgerKind
from ichsite.model.post import PostKind
from ichsite.model.tier import TIERS as TIER_NAMES
from ichsite.model.tier import TierName
from ichsite.text.address import Slug, UrlPath


class Gathered(Protocol):
    """What lists gather crafts by; a craft's card has it."""

    @property
    def slug(self) -> Slug: ...
    @property
    def category(self) -> CategoryNumeral: ...
    @property
    def region(self) -> str: ...
    @property
    def tags(self) -> tuple[str, ...]: ...
    @property
    def tiers(self) -> tuple[TierName, ...]: ...


@dataclass(frozen=True)
class Listed:
    """A list as it is planned today."""

    kind: LedgerKind
    id: str
    address: UrlPath
    pages: int
    title: str = ""

    @property
    def key(self) -> Key:
        """Its kind and its id."""
        return self.kind, self.id


def lists_of(catalog: Catalog, cards: Iterable[Gathered], terms: Mapping[str, Term], today: date) -> tuple[Listed, ...]:
    """Every list that has pages of its own, and may have several; none where the site is no catalogue."""
    if catalog.tiers is None:
        return ()
    crafts = tuple(cards)
    known = {one.slug for one in crafts}
    per_page = catalog.site.value.cards_per_page

    def listed(kind: LedgerKind, id: str, address: UrlPath, size: int, title: str = "") -> Listed:
        return Listed(kind, id, address, max(1, -(-size // per_page)), title)

    tags = Counter(tag for one in crafts for tag in dict.fromkeys(one.tags))
    regions = Counter(one.region for one in crafts)
    categories = Counter(one.category for one in crafts)
    tiers = Counter(name for one in crafts for name in dict.fromkeys(one.tiers))
    showcases = sum(one.value.craft in known for one in catalog.showcases)
    kinds: Counter[PostKind] = Counter(one.value.kind for one in catalog.posts if one.value.published <= today)
    years = thanked_years(catalog, known, today)
    thanks = (
        (("thanks", THANKS), *((f"thanks/{year}", below(THANKS, Slug(str(year)))) for year in years)) if years else ()
    )
    return (
        *(listed("list", id, address, 1) for id, address in thanks),
        listed("list", "crafts", CRAFTS, len(crafts)),
        listed("list", "showcases", SHOWCASES, showcases),
        listed("list", "materials", MATERIALS, len(catalog.materials)),
        listed("list", "posts", POSTS, kinds.total()),
        *(listed("list", f"posts-{kind}", posts_of_kind(kind), size) for kind, size in sorted(kinds.items())),
        *(listed("tier", name, below(TIERS, Slug(name)), tiers[name]) for name in TIER_NAMES),
        *(
            listed("category", numeral, below(CATEGORIES, slug), categories[numeral])
            for numeral, slug in CATEGORY_SLUGS.items()
            if numeral in categories
        ),
        *(
            listed("region", name, below(REGIONS, terms[name].slug), size, name)
            for name, size in sorted(regions.items())
        ),
        *(listed("tag", name, below(TAGS, terms[name].slug), size, name) for name, size in sorted(tags.items())),
    )
