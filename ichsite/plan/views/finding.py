"""What the search page and the filters of the lists show."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.plan.views.chrome import Chrome, Head, Link
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class SearchView:
    """`pages/search.html`: `index` is what script loads; `lists` are for who has no script; `kinds` are words."""

    chrome: Chrome
    head: Head
    index: UrlPath
    kinds: tuple[tuple[str, str], ...]
    lists: tuple[Link, ...]


@dataclass(frozen=True)
class FilterChoice:
    """One value of a filter as the address has it, in words, and how many it finds by itself."""

    value: str
    words: str
    count: int


@dataclass(frozen=True)
class CraftFilters:
    """The filters of the catalogue; `facts` is what script loads, `prices` are minor units, `days` calendar days."""

    facts: UrlPath
    tiers: tuple[FilterChoice, ...]
    prices: tuple[int, ...]
    days: tuple[int, ...]
    controls: tuple[FilterChoice, ...]
    categories: tuple[FilterChoice, ...]
    regions: tuple[FilterChoice, ...]
    uses: tuple[FilterChoice, ...]


@dataclass(frozen=True)
class GalleryFilters:
    """The filters of the gallery; `craft_pages` lead to the galleries of crafts, or to the crafts, for who has no script."""

    facts: UrlPath
    crafts: tuple[FilterChoice, ...]
    craft_pages: tuple[Link, ...]
    tiers: tuple[FilterChoice, ...]
    tags: tuple[FilterChoice, ...]
