"""The views of what machines read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ichsite.plan.views.chrome import Chrome, PictureView, TreeLink
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class FeedEntry:
    """An entry of an Atom feed; `id` outlives the entry's address, `published` is a day's beginning in the site's zone."""

    id: str
    title: str
    url: UrlPath
    published: datetime
    author: str
    summary: str
    picture: PictureView | None = None
    updated: datetime | None = None
    """The beginning of the day on which more was said; None where nothing was."""


@dataclass(frozen=True)
class FeedView:
    """`feed.xml` (RFC 4287), for any list: `url` is the feed's own address, `page` the list that it is of."""

    chrome: Chrome
    id: str
    title: str
    subtitle: str
    url: UrlPath
    page: UrlPath
    entries: tuple[FeedEntry, ...]
    updated: datetime


@dataclass(frozen=True)
class SitemapPage:
    """A page in the sitemap, with the pictures that it shows."""

    url: UrlPath
    pictures: tuple[UrlPath, ...] = ()


@dataclass(frozen=True)
class SitemapView:
    """`sitemap.xml`: pages that search may list, in each of the languages `trees` (none where there is but one)."""

    pages: tuple[SitemapPage, ...]
    trees: tuple[TreeLink, ...] = ()


@dataclass(frozen=True)
class SitemapIndexView:
    """`sitemap-index.xml`: the parts of a sitemap that is too large for one file."""

    parts: tuple[UrlPath, ...]


@dataclass(frozen=True)
class RobotsView:
    """`robots.txt`."""

    sitemap: UrlPath
