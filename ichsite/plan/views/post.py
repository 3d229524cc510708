"""Posts: one post's page with its series, and the lists of them."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.model.post import PostKind
from ichsite.plan.views.cards import CraftCardView, Pager, PostCardView
from ichsite.plan.views.chrome import Chrome, Head, Link
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class SeriesView:
    """The series that a post is of: its name, the post's number in it from 1, how many there are by today, and its
    neighbours by day."""

    name: str
    number: int
    of: int
    before: Link | None
    after: Link | None


@dataclass(frozen=True)
class PostView:
    """`pages/post.html`."""

    chrome: Chrome
    head: Head
    card: PostCardView
    story: str
    crafts: tuple[CraftCardView, ...]
    series: SeriesView | None = None


@dataclass(frozen=True)
class KindLink:
    """The list of the posts of one kind, and how many there are."""

    kind: PostKind
    url: UrlPath
    posts: int


@dataclass(frozen=True)
class PostsView:
    """`pages/posts.html`, newest first, 24 a page: of all kinds, or of one (`kind`). `kinds` are those that have posts."""

    chrome: Chrome
    head: Head
    posts: tuple[PostCardView, ...]
    pager: Pager
    kind: PostKind | None = None
    kinds: tuple[KindLink, ...] = ()
