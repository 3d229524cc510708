"""The views of what machines read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ichsite.plan.views.chrome import Chrome, TreeLink
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class FeedEntry:
    """A post in the Atom feed; `html` is the post's text with absolute addresses."""

    title: str
    url: UrlPath
    published: date
    author: str
    summary: str


@dataclass(frozen=True)
class FeedView:
    """`feed.xml` (RFC 4287)."""

    chrome: Chrome
    entries: tuple[FeedEntry, ...]
    updated: date


@dataclass(frozen=True)
class SitemapView:
    """`sitemap.xml`: every page that search may list, in each of the languages `trees` (none where there is but one)."""

    urls: tuple[UrlPath, ...]
    trees: tuple[TreeLink, ...] = ()


@dataclass(frozen=True)
class RobotsView:
    """`robots.txt`."""

    sitemap: UrlPath
