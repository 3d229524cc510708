"""Posts: their pages, each with its series, and the lists of them, all together and by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ichsite.catalog.urls import POSTS, posts_of_kind
from ichsite.model.post import Post, PostKind
from ichsite.model.record import Record
from ichsite.plan.alternates import POST_KINDS, post_alternates
from ichsite.plan.cards import craft_card, post_card
from ichsite.plan.material import Material
from ichsite.plan.paging import paged
from ichsite.plan.spec import PageSpec
from ichsite.plan.story import record_story
from ichsite.plan.views import Head, KindLink, Link, PostCardView, PostsView, PostView, SeriesView
from ichsite.text.fingerprint import of_value


def posts_newest_first(material: Material) -> list[Record[Post]]:
    """The posts that are published by today, newest first."""
    out = (one for one in material.catalog.posts if one.value.published <= material.today)
    return sorted(out, key=lambda one: (one.value.published, one.slug), reverse=True)


def post_specs(material: Material) -> Iterator[PageSpec]:
    """A page for each post, the list of all, and one for each kind that has any."""
    posts = posts_newest_first(material)
    cards = [post_card(material, post) for post in posts]
    series = _series(material, posts)
    by_kind: defaultdict[str, list[PostCardView]] = defaultdict(list)
    for post, card in zip(posts, cards, strict=True):
        by_kind[card.kind].append(card)
        yield _page(material, post, card, series.get(post.slug))
    kinds = tuple(KindLink(kind, posts_of_kind(kind), len(by_kind[kind])) for kind in POST_KINDS if kind in by_kind)
    yield from _list(material, None, cards, kinds)
    for link in kinds:
        yield from _list(material, link.kind, by_kind[link.kind], kinds)


def _page(material: Material, post: Record[Post], card: PostCardView, series: SeriesView | None) -> PageSpec:
    crafts = tuple(
        craft_card(material, found) for slug in post.value.crafts if (found := material.cards.get(slug)) is not None
    )
    head = Head(post.value.title, post.value.summary, card.url, picture=card.picture.jpeg if card.picture else None)
    view = PostView(material.chrome, head, card, record_story(material, post), crafts, series)
    parts = (head, card, view.story, crafts, series)
    return _spec(material, "pages/post.html", view, head, parts, post.path)


def _series(material: Material, newest_first: Sequence[Record[Post]]) -> Mapping[str, SeriesView]:
    """The place of every post in its series, by the post's slug; a series of one post is none yet."""
    by_name: defaultdict[str, list[Record[Post]]] = defaultdict(list)
    for post in reversed(newest_first):
        if post.value.series is not None:
            by_name[post.value.series].append(post)
    found: dict[str, SeriesView] = {}
    for name, posts in by_name.items():
        links = [Link(one.value.title, material.address("post", one.slug)) for one in posts]
        for at, post in enumerate(posts if len(posts) > 1 else ()):
            before = links[at - 1] if at else None
            after = links[at + 1] if at + 1 < len(links) else None
            found[post.slug] = SeriesView(name, at + 1, len(posts), before, after)
    return found


def _list(
    material: Material, kind: PostKind | None, cards: Sequence[PostCardView], kinds: tuple[KindLink, ...]
) -> Iterator[PageSpec]:
    """The posts of one kind, or of all, in pages."""
    first, title, about = POSTS, material.say("Posts"), material.say("Notes on materials, time and chance.")
    if kind is not None:
        first = posts_of_kind(kind)
        title, about = material.say.term("post-kind", kind), material.say.term("post-kind-about", kind)
    beside = post_alternates(material, kind) if kind is not None else ()
    per_page = material.catalog.site.value.cards_per_page
    for url, pager, start in paged(first, len(cards), per_page):
        head = Head(title, about, url, beside=beside)
        view = PostsView(material.chrome, head, tuple(cards[start : start + per_page]), pager, kind, kinds)
        parts = (head, view.posts, pager, kind, kinds)
        yield _spec(material, "pages/posts.html", view, head, parts, "content/posts")


def _spec(material: Material, template: str, view: object, head: Head, parts: object, owner: str) -> PageSpec:
    return PageSpec(head.url, template, view, (("view", of_value(parts)), ("site", material.chrome_print)), owner)
