"""The feeds: posts, and what buyers received. An entry's id is made of the item's own id and outlives its address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import urlsplit

from ichsite.catalog.urls import FEED, HOME, SHOWCASE_FEED, SHOWCASES
from ichsite.plan.calendar_file import day_begins
from ichsite.plan.cards import craft_link, post_card
from ichsite.plan.consent import shown_buyer, shown_pictures, shown_words
from ichsite.plan.items import posts_newest_first
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import FeedEntry, FeedView
from ichsite.text.address import BaseUrl, UrlPath
from ichsite.text.fingerprint import of_value

ENTRIES = 30
MINTED = 2026
"""The year that stands in every `tag:` URI (RFC 4151), for ever: an id must not change with anything."""


def feed_specs(material: Material) -> Iterator[PageSpec]:
    """The feed of posts, and that of showcases."""
    chrome = material.chrome
    title = f"{chrome.site_name} · {material.say('Showcases')}"
    about = material.say("What buyers received, and what they chose.")
    yield feed_spec(material, (FEED, HOME), (chrome.site_name, chrome.tagline), _posts(material), "content/posts")
    yield feed_spec(material, (SHOWCASE_FEED, SHOWCASES), (title, about), _showcases(material), "content/showcases")


def tag_uri(base: BaseUrl, *steps: str) -> str:
    """`tag:shop.example,2026:post/first`; in a further language the entry is another one, `…:en/post/first`."""
    path = "/".join((base.tree, *steps) if base.tree else steps)
    return f"tag:{urlsplit(base.origin).hostname},{MINTED}:{path}"


def _posts(material: Material) -> Iterator[FeedEntry]:
    for one in posts_newest_first(material)[:ENTRIES]:
        value, card = one.value, post_card(material, one)
        yield FeedEntry(
            tag_uri(material.base, "post", material.book.id("post", one.slug)),
            value.title,
            card.url,
            _begins(material, value.published),
            value.author,
            value.summary,
            card.picture,
        )


def _showcases(material: Material) -> Iterator[FeedEntry]:
    for one in material.showcases[:ENTRIES]:
        value = one.value
        craft = craft_link(material, value.craft)
        pictures = shown_pictures(material, one)
        yield FeedEntry(
            tag_uri(material.base, "showcase", material.book.id("showcase", one.slug)),
            f"{value.title} · {craft.title}" if craft is not None else value.title,
            material.address("showcase", one.slug),
            _begins(material, value.received),
            shown_buyer(value) or material.say("A buyer"),
            shown_words(value),
            pictures[0] if pictures else None,
        )


def _begins(material: Material, day: date) -> datetime:
    return day_begins(day, material.catalog.site.value.timezone)


def feed_spec(
    material: Material,
    where: tuple[UrlPath, UrlPath],
    words: tuple[str, str],
    found: Iterator[FeedEntry],
    owner: str,
) -> PageSpec:
    """A feed at the first address of `where`, of the page at the second; `words` are its title and what it is about."""
    url, page = where
    entries = tuple(found)
    updated = max((one.published for one in entries), default=_begins(material, material.today))
    id = tag_uri(material.base, "feed", owner.rpartition("/")[2])
    view = FeedView(material.chrome, id, *words, url, page, entries, updated)
    parts = (("entries", of_value((id, words, entries, updated.isoformat()))), ("site", material.chrome_print))
    return PageSpec(url, "pages/feed.xml", view, parts, owner, listed=False)
