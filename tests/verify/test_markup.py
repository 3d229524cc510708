"""Pages are read as a browser reads them: the fast reader finds what the standard library's parser finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.text.address import BaseUrl, UrlPath
from ichsite.verify import markup
from ichsite.verify.links import Links, links_of
from ichsite.verify.markup import Markup, read_markup
from tests.invariants.pages import read_html

BASE = BaseUrl("https://shop.example", "/repo/")


def slowly(text: str) -> Markup:
    return markup._read_slowly(text)  # pyright: ignore[reportPrivateUsage]


def test_both_readers_agree_on_every_page(built: dict[str, Path]) -> None:
    pages = sorted(built["/repo/"].rglob("*.html"))
    assert len(pages) > 100
    for page in pages[::5]:
        text = page.read_text("utf-8")
        fast, slow = read_markup(text), slowly(text)
        assert (set(fast.addresses), set(fast.anchors)) == (set(slow.addresses), set(slow.anchors)), page
        addresses, anchors = read_html(text)
        assert set(addresses) <= {*fast.addresses, ""}, page
        assert anchors == set(fast.anchors), page


_NAMES = st.sampled_from(["a", "img", "p", "META", "link", "svg", "h2", "source", "Button"])
_KEYS = st.sampled_from(["href", "SRC", "id", "class", "srcset", "data-index", "title", "alt", "hidden", "style"])
_VALUES = st.text(st.sampled_from("/a.b#?&;=<> '\",2x)(u r l:"), max_size=12)
_ATTRIBUTES = st.lists(st.tuples(_KEYS, _VALUES, st.sampled_from("\"'")), max_size=4)
_TEXTS = st.text(st.sampled_from("ab <>&\"'/=!-"), max_size=10)


@st.composite
def _documents(draw: st.DrawFn) -> str:
    pieces: list[str] = []
    for _ in range(draw(st.integers(1, 5))):
        written = {
            key.lower(): f" {key}={quote}{value.replace(quote, '')}{quote}" for key, value, quote in draw(_ATTRIBUTES)
        }
        end = draw(st.sampled_from([">", " >", "/>", " />"]))
        pieces.append(f"<{draw(_NAMES)}{''.join(written.values())}{end}")
        pieces.append(draw(_TEXTS).replace("<", "&lt;"))
    return "".join(pieces)


@given(_documents())
def test_both_readers_agree_on_any_tags(text: str) -> None:
    fast, slow = read_markup(text), slowly(text)
    assert (sorted(fast.addresses), sorted(fast.anchors)) == (sorted(slow.addresses), sorted(slow.anchors))


@given(st.text(st.sampled_from("<>a/!-='\" \nhrefidscpt"), max_size=60))
def test_no_text_stops_a_reader(text: str) -> None:
    assert isinstance(links_of(text.encode(), "a/index.html", BASE), Links)


@pytest.mark.parametrize(
    "text",
    [
        '<a title=it\'s href="/x/">',
        '<p class="a"href="/x/">',
        "<a href=/x/>",
        "<A HREF='/x/'>",
        '<a\nhref = "/x/"\n>',
        '<b title="<a href=\'/no/\'>"><a href="/x/">',
        '<!-- <a href="/no/"> --><a href="/x/">',
        '<!--><a href="/x/">',
        '<script>let a = \'<a href="/no/">\'</script><a href="/x/">',
        '<textarea><a href="/no/"></textarea><a href="/x/">',
        '<a href="/x/" alt="a > b">',
        '<a href="&#47;x/">',
        '<div style="background: url(/x/)">',
        "<style>p { background: url( '/x/' ) } /* url(/no/) */</style>",
        '<meta http-equiv="refresh" content="0; url=/x/">',
        '<meta content="/x/" property="og:image">',
        '<form action="/x/">',
        '<video poster="/x/">',
        '<object data="/x/">',
        '<svg><use xlink:href="/x/"/></svg>',
        '<div data-index="/x/" data-words="/no/" data-label="/no/" data-pages="/no/" data-say="/ 起头">',
        '<img srcset=",/x/ 1x">',
    ],
)
def test_every_way_to_write_an_address(text: str) -> None:
    assert read_markup(text).addresses == ("/x/",)


def test_candidates_of_a_picture() -> None:
    read = read_markup('<img srcset="/a,1.webp 480w, /b.webp 2x,/c.webp, /d.webp">')
    assert read.addresses == ("/a,1.webp", "/b.webp", "/c.webp", "/d.webp")


def targets(text: str, path: str = "crafts/vase/index.html") -> tuple[str, ...]:
    return links_of(text.encode(), path, BASE).targets


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/repo/crafts/", "/crafts/"),
        ("/repo", "/"),
        ("https://shop.example/repo/#seller", "/#seller"),
        ("HTTPS://SHOP.example/repo/feed.xml?x=1", "/feed.xml"),
        ("//shop.example/repo/a/", "/a/"),
        ("../silver/#days", "/crafts/silver/#days"),
        ("./pictures/", "/crafts/vase/pictures/"),
        ("?tier=deep", "/crafts/vase/"),
        ("/repo/posts/%E9%9D%92/#%E9%87%89", "/posts/青/#釉"),
        ("/repo/posts/青/", "/posts/青/"),
        ("/repo/a/#top", "/a/"),
        ("/repo/a/#:~:text=b", "/a/"),
        ("/repo/a/../b/", "/b/"),
    ],
)
def test_an_address_becomes_a_place(address: str, place: str) -> None:
    assert targets(f'<a href="{address}">') == (place,)


@pytest.mark.parametrize(
    "address",
    [
        *("https://elsewhere.example/", "https://shop.example.evil.example/", "mailto:a@shop.example", "tel:110"),
        *("data:image/png;base64,AA", "#top", "#", "", "https://shop.example/another-project/", "javascript:0"),
    ],
)
def test_what_is_no_link_inside(address: str) -> None:
    assert links_of(f'<a href="{address}">'.encode(), "index.html", BASE) == Links()


def test_what_leads_nowhere_at_once() -> None:
    found = links_of(b'<p id="a"><a href="/crafts/"><a href="#a"><a href="#b">', "index.html", BASE)
    assert found == Links((), ("a",), ("/crafts/", "#b"))


def test_a_page_that_says_what_its_addresses_are_relative_to() -> None:
    assert targets('<base href="/repo/en/"><a href="crafts/"><a href="#a">') == ("/en/crafts/", "/en/#a")


def test_a_base_path_in_chinese() -> None:
    base = BaseUrl("https://shop.example", "/作坊/")
    for address in (base.absolute(UrlPath("/crafts/瓶/")), base.link(UrlPath("/crafts/瓶/")), "/作坊/crafts/瓶/"):
        assert links_of(f'<a href="{address}#days">'.encode(), "index.html", base).targets == ("/crafts/瓶/#days",)


def test_data_inside_a_page() -> None:
    text = """<script type="application/ld+json">{"@id": "https://shop.example/repo/#shop", "name": "/repo/no/",
        "offers": [{"url": "https://shop.example/repo/a/", "image": ["/repo/b.jpg"]}]}</script>"""
    assert sorted(targets(text)) == ["/", "/a/", "/b.jpg"]
