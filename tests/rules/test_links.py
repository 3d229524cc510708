"""Links: every form that is allowed, every form that is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.catalog.links import CRAFT_ANCHORS, Destination, Known, Resolved, Unresolved, address_of, follow, resolve
from ichsite.text.address import BaseUrl, ContentKind, Slug, UrlPath


def destination(kind: ContentKind, slug: str, anchors: frozenset[str]) -> Destination:
    return Destination(kind, Slug(slug), address_of(kind, slug), anchors)


KNOWN = Known(
    {
        ("craft", "silver"): destination("craft", "silver", frozenset((*CRAFT_ANCHORS, "story-刀口"))),
        ("craft", "silver-2019"): destination("craft", "silver", frozenset(CRAFT_ANCHORS)),
        ("page", "about"): destination("page", "about", frozenset()),
        ("post", "青瓷"): destination("post", "青瓷", frozenset()),
        ("tier", "deep"): destination("tier", "deep", frozenset()),
    }
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
        ("/how-to-read/#days", "/how-to-read/", "days"),
        ("/crafts/page/2/", "/crafts/page/2/", ""),
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
    ],
)
def test_refused(target: str, fault: str) -> None:
    answer = follow(target, PAGE, KNOWN)
    assert isinstance(answer, Unresolved)
    assert answer.fault == fault


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
