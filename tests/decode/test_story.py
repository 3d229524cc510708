"""Stories: what is published of Markdown is on a list, however it was disguised; and it is done in time."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ichsite.decode.story import decode_story, heading_anchor
from ichsite.model.story import Story, StoryLink, StoryPicture

TAGS = frozenset(
    [
        "p",
        "br",
        "hr",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "strong",
        "em",
        "del",
        "sub",
        "sup",
        "code",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
        "img",
        "div",
        "span",
        "abbr",
    ]
)
ATTRIBUTES = frozenset(["href", "src", "alt", "title", "id", "class", "start", "align"])
CLASSES = frozenset(
    ["admonition", "admonition-title", "footnote", "footnote-backref", "footnote-ref", "note", "tip", "warning"]
)
SCHEMES = ("http:", "https:", "mailto:", "tel:", "craft:", "master:", "showcase:", "stream:", "post:", "page:", "tier:")


class Seen(HTMLParser):
    """Every tag and attribute that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment is published")

    def handle_pi(self, data: str) -> None:
        raise AssertionError("a processing instruction is published")


def seen(story: Story) -> Seen:
    parser = Seen()
    parser.feed("".join(part if isinstance(part, str) else "" for part in story.parts))
    parser.close()
    return parser


def assert_inert(body: str) -> Story:
    story, _ = decode_story("content/posts/a.md", body, 0)
    found = seen(story)
    assert found.tags <= TAGS, found.tags
    assert {name for name, _ in found.attributes} <= ATTRIBUTES
    for name, value in found.attributes:
        if name == "id":
            assert value.startswith(("story-", "fn:", "fnref:")), value
        if name == "class":
            assert set(value.split()) <= CLASSES, value
    for target in [link.target for link in story.links] + [picture.file for picture in story.pictures]:
        plain = re.sub(r"[\t\n\r]", "", target).lstrip("".join(map(chr, range(33)))).lower()  # as a browser reads it
        assert not re.match(r"[a-z][a-z0-9+.-]*:", plain) or plain.startswith(SCHEMES), target
    return story


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<SCRIPT/src=//evil></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mi xlink:href='javascript:x'>",
        "<iframe srcdoc='<script>'></iframe>",
        "<base href=//evil><meta http-equiv=refresh content=0><form action=x><input name=y></form><style>*{}</style>",
        '<div markdown="1" onclick="x">**a**</div>',
        "<!-- a --><?php x ?><![CDATA[x]]><!DOCTYPE x>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java\tscript:alert(1))",
        "[a](<java\nscript:alert(1)>)",
        "[a](&#106;avascript:alert(1))",
        "[a](&#x6a;&#x61;vascript:alert(1))",
        "[a](javascript&colon;alert(1))",
        "[a]( javascript:alert(1))",
        "[a](\x01javascript:alert(1))",
        "[a](vbscript:x) [b](data:text/html;base64,PHN2Zz4=) ![c](data:image/svg+xml,<svg>)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "a\n{: onclick=alert(1) style=x }",
        "[a](https://example.com){: onclick=alert(1) href=javascript:x }",
        "# a {: #x onclick=y }",
        "![a](x.jpg){: onerror=alert(1) src=javascript:y }",
        '![" onerror="x](a.jpg "\\" onload=\\"y")',
        '[a](x" onclick="y)',
        "# location {#location}\n\n# a {#__proto__}",
        "`<script>`\n\n```\n<script>\n```\n\n    <script>",
        '!!! note "<img src=x onerror=y>"\n    a',
        "a[^1]\n\n[^1]: <script>x</script>",
        "*[a]: <script>\n\na",
        "| <script> |\n|---|\n| [a](javascript:x) |",
        "\x02amp\x03 \x02wzxhzdk:0\x03 &lt;script&gt;",
    ],
)
def test_disguises(body: str) -> None:
    assert_inert(body)


PIECES = st.sampled_from(
    [
        "<",
        ">",
        '"',
        "'",
        "&",
        "[",
        "](",
        ")",
        "{: ",
        "}",
        " ",
        "\n",
        "=",
        "onerror",
        "javascript:",
        "script",
        "img ",
        "src",
        "svg",
        "href",
        "style",
        "&#x6a;",
        "&colon;",
        "\\",
        "`",
        "x",
        "/",
        "!--",
        "--",
        "?",
        "#",
        "![",
        "\t",
        "a",
        "1. ",
        "!!! ",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_mixture_is_inert(body: str) -> None:
    assert_inert(body)


@pytest.mark.parametrize(
    "body",
    [
        "[" * 8000,
        "[a](" * 8000,
        "![" * 8000,
        "<a " * 8000,
        "`" * 8000,
        "*" * 8000,
        "_a" * 8000,
        "> " * 200 + "a",
        "".join(" " * 4 * n + "- a\n" for n in range(200)),
        "\n".join("|" + "a|" * 200 for _ in range(200)),
        "|a|\n|-|\n" + "|b|\n" * 5000,
        "a\n\n" * 10_000,
        "[a]: x\n" * 5000,
        "&" * 8000,
        "(" * 8000,
        "\\" * 8000,
        "~" * 8000,
        "# a\n" * 3000,
        "[^1]" * 300 + "\n\n[^1]: a",
        "!" * 8000,
        "http://" * 3000,
        "<" * 300 + "\n\n" + "<" * 300,
    ],
    ids=range(22),
)
def test_done_in_time(body: str) -> None:
    started = time.monotonic()
    assert_inert(body)
    assert time.monotonic() - started < 4


def html(body: str) -> str:
    story, _ = decode_story("a.md", body, 0)
    return "".join(part if isinstance(part, str) else "@" for part in story.parts)


def test_a_line_break_between_two_han_characters_is_no_space() -> None:
    assert html("一行\n二行") == "<p>一行二行</p>"
    assert html("one\ntwo") == "<p>one\ntwo</p>"


def test_a_list_straight_after_a_paragraph_is_a_list() -> None:
    assert "<ul>" in html("可选：\n- 甲\n- 乙")


def test_a_story_wears_no_class_of_the_theme() -> None:
    assert html('a\n{: class="note button" }') == '<p class="note">a</p>'
    assert html('a\n{: class="button note-x" }') == "<p>a</p>"


def test_templates_stay_literal() -> None:
    assert "{{ site.name }}" in html("{{ site.name }} {% include 'x' %}")


def test_an_ampersand_is_escaped_once() -> None:
    assert html("a & b &amp; c") == "<p>a &amp; b &amp; c</p>"


def test_headings_start_at_two_and_have_stable_ids() -> None:
    story, _ = decode_story("a.md", "# 釉色 与 火候\n\n# 釉色 与 火候\n", 0)
    assert story.anchors == ("story-釉色-与-火候", "story-釉色-与-火候_1")
    assert "<h1" not in "".join(part for part in story.parts if isinstance(part, str))
    assert heading_anchor("……") == "story-part"


def test_links_and_pictures_are_holes_with_places() -> None:
    story, findings = decode_story("a.md", '看 [瓶](craft:vase)，\n\n![开窑](kiln.jpg "一")，[瓶](craft:vase)', 4)
    assert findings == ()
    first, second = story.links
    assert (first.target, first.place.line, first.place.column) == ("craft:vase", 5, 7)
    assert (second.place.line, second.place.column) == (7, 25)
    (picture,) = story.pictures
    assert (picture.file, picture.alt, picture.title) == ("kiln.jpg", "开窑", "一")
    assert {type(part) for part in story.parts} == {str, StoryLink, StoryPicture}


@pytest.mark.parametrize("body", ["[a](crafts:vase)", "![a](C:\\\\a.jpg)", "[a](javascript:x)"])
def test_a_link_that_is_dropped_is_told(body: str) -> None:
    _, findings = decode_story("a.md", body, 0)
    assert [one.code for one in findings] == ["link-scheme"]
