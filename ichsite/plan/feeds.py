"""The feeds: posts, all and by kind, and what buyers received; `ichsite.plan.dated_feeds` has those of what has a day.

An entry's id is made of the item's own id and outlives its address.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ichsite.catalog.urls import FEED, HOME, POSTS, SHOWCASE_FEED, SHOWCASES, feed_below, posts_of_kind
from ichsite.model.post import Post
from ichsite.model.record import Record
from ichsite.plan.alternates import POST_KINDS
from ichsite.plan.cards import craft_link, post_card
from ichsite.plan.consent import shown_buyer, shown_pictures, shown_words
from ichsite.plan.dated_feeds import dated_feeds
from ichsite.plan.feed import ENTRIES, begins, feed_spec, tag_uri
from ichsite.plan.material import Material
from ichsite.plan.posts import posts_newest_first
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import FeedEntry


def feed_specs(material: Material) -> Iterator[PageSpec]:
    """Every feed of a catalogue."""
    chrome = material.chrome
    title = f"{chrome.site_name} · {material.say('Showcases')}"
    about = material.say("What buyers received, and what they chose.")
    posts = posts_newest_first(material)
    yield feed_spec(
        material, (FEED, HOME), (chrome.site_name, chrome.tagline), _posts(material, posts), "content/posts"
    )
    for kind in POST_KINDS:
        some = [one for one in posts if one.value.kind == kind]
        page = posts_of_kind(kind)
        named = f"{chrome.site_name} · {material.say.term('post-kind', kind)}"
        words = (named, material.say.term("post-kind-about", kind))
        where = (feed_below(page), page if some else POSTS)
        yield feed_spec(material, where, words, _posts(material, some), "content/posts", f"posts-{kind}")
    yield feed_spec(material, (SHOWCASE_FEED, SHOWCASES), (title, about), _showcases(material), "content/showcases")
    yield from dated_feeds(material)


def _posts(material: Material, posts: Sequence[Record[Post]]) -> Iterator[FeedEntry]:
    for one in posts[:ENTRIES]:
        value, card = one.value, post_card(material, one)
        yield FeedEntry(
            tag_uri(material.base, "post", material.book.id("post", one.slug)),
            value.title,
            card.url,
            begins(material, value.published),
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
            begins(material, value.received),
            shown_buyer(value) or material.say("A buyer"),
            shown_words(value),
            pictures[0] if pictures else None,
        )
