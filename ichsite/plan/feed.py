"""One Atom feed (RFC 4287): its ids, its days, its page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import urlsplit

from ichsite.plan.calendar_file import day_begins
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import FeedEntry, FeedView
from ichsite.text.address import BaseUrl, UrlPath
from ichsite.text.fingerprint import of_value

ENTRIES = 30
MINTED = 2026
"""The year that stands in every `tag:` URI (RFC 4151), for ever: an id must not change with anything."""


def tag_uri(base: BaseUrl, *steps: str) -> str:
    """`tag:shop.example,2026:post/first`; in a further language the entry is another one, `…:en/post/first`."""
    path = "/".join((base.tree, *steps) if base.tree else steps)
    return f"tag:{urlsplit(base.origin).hostname},{MINTED}:{path}"


def begins(material: Material, day: date) -> datetime:
    """The beginning of a day where the shop is."""
    return day_begins(day, material.catalog.site.value.timezone)


def feed_spec(
    material: Material,
    where: tuple[UrlPath, UrlPath],
    words: tuple[str, str],
    found: Iterator[FeedEntry],
    owner: str,
    name: str = "",
) -> PageSpec:
    """A feed at the first address, of the list at the second, with its title and what it is about.

    `name` is what its id is made of, the folder of the `owner` where there is none.
    """
    url, page = where
    entries = tuple(found)
    updated = max((one.updated or one.published for one in entries), default=begins(material, material.today))
    id = tag_uri(material.base, "feed", name or owner.rpartition("/")[2])
    view = FeedView(material.chrome, id, *words, url, page, entries, updated)
    parts = (("entries", of_value((id, words, page, entries, updated.isoformat()))), ("site", material.chrome_print))
    return PageSpec(url, "pages/feed.xml", view, parts, owner, listed=False)
