"""Links: every form that is allowed, every form that is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.catalog.known import CRAFT_ANCHORS, Destination, Known
from ichsite.catalog.links import Resolved, Unresolved, address_of, follow, resolve
from ichsite.text.address import BaseUrl, ContentKind, Slug, UrlPath


def destination(kind: ContentKind, slug: str, anchors: frozenset[str]) -> Destination:
    return Destination(kind, Slug(slug), address_of(kind, slug), anchors)


def fixed(address: str, *anchors: str) -> tuple[UrlPath, Destination]:
    return UrlPath(address), Destination(None, Slug(""), UrlPath(address), frozenset(anchors))


PAGES: dict[tuple[ContentKind, str], Destination] = {
    ("craft", "silver"): destination("craft", "silver", frozenset((*CRAFT_ANCHORS, "story-刀口"))),
    ("craft", "silver-2019"): destination("craft", "silver", frozenset(CRAFT_ANCHORS)),
    ("craft", "漆盒"): Destination("craft", Slug("漆盒"), UrlPath("/crafts/qi-he/"), frozenset(CRAFT_ANCHORS)),
    ("page", "about"): destination("page", "about", frozenset()),
    ("post", "青瓷"): destination("post", "青瓷", frozenset()),
    ("post", "soon"): Destination(
        "post", Slug("soon"), UrlPath("/posts/soon/"), frozenset(["故事"]), date(2026, 12, 1)
    ),
    ("post", "later"): Destination("post", Slug("later"), UrlPath("/posts/later/"), frozenset(), date(2026, 12, 9)),
    ("tier", "deep"): destination("tier", "deep", frozenset()),
}
KNOWN = Known(
    PAGES,
    {page.address: page for page in PAGES.values()}
    | dict(
        [
            *map(fixed, ("/", "/crafts/", "/crafts/page/2/", "/crafts/page/3/", "/search/", "/feed.xml")),
            fixed("/how-to-read/", "window"),
        ]
    ),
    former={UrlPath("/crafts/old-silver/"): PAGES["craft", "silver"], UrlPath("/s/w3ka/"): PAGES["craft", "silver"]},
    home="https://shop.example/repo/",
    trees=frozenset(["en"]),
    today=date(2026, 11, 22),
)
PAGE = "content/crafts/silver/index.md"


@pytest.mark.parametrize(
    ("target", "address", "fragment"),
    [
        ("craft:silver", "/crafts/silver/", ""),
        ("craft:silver-2019", "/crafts/silver/", ""),
        ("CRAFT:silver#chance", "/crafts/silver/", "chance"),
        ("craft:silver#刀口", "/crafts/silver/", "story-刀口"),
        ("craft:silver#%E5%88%80%E5%8F%A3", "/crafts/silver/", "story-刀口"),
        ("#story-刀口", "/crafts/silver/", "story-刀口"),
        ("page:about", "/about/", ""),
        ("tier:deep", "/tiers/deep/", ""),
        ("post:青瓷", "/posts/青瓷/", ""),
        ("post:%E9%9D%92%E7%93%B7", "/posts/青瓷/", ""),
        ("../silver/index.md#days", "/crafts/silver/", "days"),
        ("customization.yaml", "/crafts/silver/", ""),
        ("../../pages/about.md", "/about/", ""),
        ("/crafts/silver", "/crafts/silver/", ""),
        ("/crafts/silver/index.html", "/crafts/silver/", ""),
        ("/posts/%E9%9D%92%E7%93%B7/", "/posts/青瓷/", ""),
        ("/crafts/", "/crafts/", ""),
        ("/how-to-read/#window", "/how-to-read/", "window"),
        ("/crafts/page/3/", "/crafts/page/3/", ""),
        ("/crafts/page/2", "/crafts/page/2/", ""),
        ("/crafts/qi-he/#days", "/crafts/qi-he/", "days"),
        ("/crafts/漆盒/#days", "/crafts/qi-he/", "days"),
        ("craft:漆盒", "/crafts/qi-he/", ""),
        ("/crafts/old-silver/#days", "/crafts/silver/", "days"),
        ("/s/w3ka/", "/crafts/silver/", ""),
        ("https://shop.example/repo/crafts/silver/#days", "/crafts/silver/", "days"),
        ("https://SHOP.example/repo", "/", ""),
        ("/feed.xml", "/feed.xml", ""),
        ("/", "/", ""),
    ],
)
def test_inside(target: str, address: str, fragment: str) -> None:
    answer = resolve(target, PAGE, KNOWN)
    assert answer is not None
    assert (answer.kind, answer.path, answer.fragment) == ("internal", address, fragment)


@pytest.mark.parametrize(
    "target", ["https://example.com/", "HTTP://example.com/a?b=%5c#c", "mailto:a@example.com", "tel:+86-571-1234"]
)
def test_outside(target: str) -> None:
    assert resolve(target, PAGE, KNOWN) == Resolved("external", UrlPath(""), url=target)


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("", "empty"),
        ("//evil.example/", "host"),
        ("/%2fevil.example/", "host"),
        ("\\\\evil.example", "backslash"),
        ("/\\evil.example", "backslash"),
        ("/%255cevil", "backslash"),
        ("https:/evil", "form"),
        ("https:evil", "form"),
        ("http://", "form"),
        ("http://[", "form"),
        ("mailto:", "form"),
        ("mailto:a@b.c%0aBcc:x@y.z", "form"),
        ("tel:*#06#", "form"),
        ("javascript:alert(1)", "scheme"),
        ("data:text/html,x", "scheme"),
        ("crafts:silver", "scheme"),
        ("a b", "form"),
        ("/a/../b/", "form"),
        ("/a//b/", "form"),
        ("craft:gold", "unknown"),
        ("/crafts/gold/", "unknown"),
        ("../gold/index.md", "unknown"),
        ("craft:silver#nowhere", "anchor"),
        ("tier:deep#x", "anchor"),
        ("../../../secret.md", "outside"),
        ("../../../../../etc/passwd", "outside"),
        ("cover.jpg", "file"),
        ("../silver", "file"),
        ("/nowhere/", "address"),
        ("/nowhere.pdf", "address"),
        ("/feed.xml#x", "anchor"),
        ("/how-to-read/#days", "anchor"),
        ("/Crafts/silver/", "case"),
        ("/crafts/Silver/#days", "case"),
        ("craft:Silver", "case"),
        ("/crafts/page/4/", "numbered"),
        ("/crafts/silver/page/2/", "numbered"),
        ("/assets/site.0123456789.css", "assets"),
        ("/crafts/silver/?tier=deep", "query"),
        ("/crafts/page/2/?tier=deep", "query"),
        ("/crafts/?tier=%zz", "form"),
        ("post:soon", "later"),
        ("/posts/soon/", "later"),
        ("/en/crafts/gold/", "unknown"),
        ("/en/en/", "address"),
        ("https://shop.example/repo/crafts/gold/", "unknown"),
    ],
)
def test_refused(target: str, fault: str) -> None:
    answer = follow(target, PAGE, KNOWN)
    assert isinstance(answer, Unresolved)
    assert answer.fault == fault


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("/crafts/?tier=deep&region=浙江", "/repo/en/crafts/?tier=deep&region=%E6%B5%99%E6%B1%9F"),
        ("/search/?q=%E9%9D%92%26x", "/repo/en/search/?q=%E9%9D%92%26x"),
        ("/crafts/?#main", None),
        ("/en/crafts/silver/", "/repo/en/crafts/silver/"),
        ("/feed.xml?", "/repo/en/feed.xml"),
    ],
)
def test_what_a_page_reads_is_kept(target: str, href: str | None) -> None:
    answer = resolve(target, PAGE, KNOWN)
    assert (answer.href(BaseUrl("https://shop.example", "/repo/", "en")) if answer is not None else None) == href


def test_another_language_is_named_by_its_folder() -> None:
    answer = resolve("/en/crafts/silver/#days", PAGE, KNOWN)
    assert answer is not None
    assert answer.href(BaseUrl("https://shop.example", "/repo/")) == "/repo/en/crafts/silver/#days"


@pytest.mark.parametrize(
    ("target", "near"),
    [
        ("/crafts/Silver/", "/crafts/silver/"),
        ("craft:SILVER", "craft:silver"),
        ("/crafts/page/12/", "/crafts/page/3/"),
        ("/serch/", "/search/"),
    ],
)
def test_what_was_meant_is_named(target: str, near: str) -> None:
    answer = follow(target, PAGE, KNOWN)
    assert isinstance(answer, Unresolved)
    assert near in answer.known


def test_what_comes_out_together_may_point_at_each_other() -> None:
    later = "content/posts/later.md"
    assert isinstance(follow("post:soon", later, KNOWN), Resolved)
    assert isinstance(follow("post:later", "content/posts/soon.md", KNOWN), Unresolved)
    assert isinstance(follow("#故事", "content/posts/soon.md", KNOWN), Resolved)


def test_href_under_a_sub_path() -> None:
    answer = resolve("craft:silver#刀口", PAGE, KNOWN)
    assert answer is not None
    assert answer.href(BaseUrl("https://example.com", "/repo/")) == "/repo/crafts/silver/#story-%E5%88%80%E5%8F%A3"


@given(st.text(max_size=60))
def test_no_text_escapes(target: str) -> None:
    answer = follow(target, PAGE, KNOWN)
    if isinstance(answer, Resolved) and answer.kind == "internal":
        assert answer.path.startswith("/")
        href = answer.href(BaseUrl("https://example.com", "/repo/"))
        assert href.startswith("/repo/")
        assert "\\" not in href
