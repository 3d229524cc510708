"""The sitemap: every page that search may list, with its pictures; in parts where it is too large for one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from ichsite.catalog.urls import SITEMAP
from ichsite.plan.craft_page import CraftPage
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import (
    MasterView,
    PictureView,
    PostView,
    ShowcaseView,
    SitemapIndexView,
    SitemapPage,
    SitemapView,
    TreeLink,
)
from ichsite.text.address import BaseUrl, UrlPath
from ichsite.text.fingerprint import of_value

MOST_ADDRESSES = 20_000
"""Of one file; the protocol allows 50,000."""
MOST_CHARACTERS = 5_000_000
"""Of one file, as estimated: a page of more than 8,000,000 is refused (`ichsite.render.page`)."""


def sitemap_specs(
    material: Material, pages: Iterable[PageSpec], most: int = MOST_ADDRESSES, characters: int = MOST_CHARACTERS
) -> Iterator[PageSpec]:
    """The sitemap, or its index and its parts."""
    listed = tuple(sorted([page for page in pages if page.listed], key=attrgetter("url")))
    entries = material.of_each("sitemap", listed, lambda some: map(_entry, some))
    given = entries, material.chrome.trees, material.base, most, characters
    yield from material.again("sitemap", given, lambda: tuple(_of_entries(*given)))


def _entry(page: PageSpec) -> SitemapPage:
    return SitemapPage(page.url, _pictures(page.made_from))


def _of_entries(
    entries: tuple[SitemapPage, ...], trees: tuple[TreeLink, ...], base: BaseUrl, most: int, characters: int
) -> Iterator[PageSpec]:
    parts = list(_parted(entries, trees, base, most, characters))
    if len(parts) == 1:
        yield _part(SITEMAP, SitemapView(entries, trees))
        return
    urls = tuple(UrlPath(f"/sitemap-{number}.xml") for number in range(1, len(parts) + 1))
    for url, some in zip(urls, parts, strict=True):
        yield _part(url, SitemapView(some, trees))
    index = SitemapIndexView(urls)
    said = (("parts", of_value(index)),)
    yield PageSpec(SITEMAP, "pages/sitemap-index.xml", index, said, "site.yaml", listed=False)


def _part(url: UrlPath, view: SitemapView) -> PageSpec:
    return PageSpec(url, "pages/sitemap.xml", view, (("addresses", of_value(view)),), "site.yaml", listed=False)


def _parted(
    entries: tuple[SitemapPage, ...], trees: tuple[TreeLink, ...], base: BaseUrl, most: int, characters: int
) -> Iterator[tuple[SitemapPage, ...]]:
    languages = len(trees) or 1
    around = len(base.origin) + len(base.path)
    start = taken = 0
    for at, one in enumerate(entries):
        # a Han character is nine in an address; the markup around one address is some sixty
        address = around + 60 + 9 * len(one.url)
        weight = languages * (address * (1 + len(trees)) + len(one.pictures) * (around + 140))
        if at > start and ((at - start + 1) * languages > most or taken + weight > characters):
            yield entries[start:at]
            start, taken = at, 0
        taken += weight
    yield entries[start:]


def _pictures(made_from: object) -> tuple[UrlPath, ...]:
    """The pictures that a page shows as its own, not those of cards."""
    if isinstance(made_from, CraftPage):
        return _each(view for _, view in made_from.pictures)
    if isinstance(made_from, ShowcaseView):
        return _each(made_from.pictures)
    if isinstance(made_from, (MasterView, PostView)):
        return _each(view for view in (made_from.card.picture,) if view is not None)
    return ()


def _each(views: Iterable[PictureView]) -> tuple[UrlPath, ...]:
    return tuple(dict.fromkeys(view.jpeg for view in views))
