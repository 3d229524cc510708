"""Markdown to a story. Python-Markdown makes the HTML, nh3 keeps what is on the list, we cut it at its links.

Raw HTML is shown as text, never passed on. A list straight after a paragraph is a list; a line break
between two Chinese characters is no space.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from ichsite.decode.story_breaks import without_breaks
from ichsite.decode.story_cost import SECONDS, refusal, too_costly
from ichsite.decode.story_heading import fullwidth_headings
from ichsite.decode.story_links import SCHEMES, LinkFinder, dropped_links
from ichsite.decode.story_unseen import unseen_in
from ichsite.model.story import Story, StoryLink, StoryPart, StoryPicture
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import Place
from ichsite.text.placeholder import LEFT
from ichsite.text.time_limit import TimeUp, within
from ichsite.text.words import Words

if TYPE_CHECKING:
    from markdown import Markdown


_TAGS = frozenset(
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
_ATTRIBUTES = {
    "a": {"href", "title", "id", "class"},
    "img": {"src", "alt", "title"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
    "div": {"class"},
    "p": {"class"},
    "abbr": {"title"},
    "li": {"id"},
    "sup": {"id"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_CLASSES = frozenset(
    ["admonition", "admonition-title", "footnote", "footnote-backref", "footnote-ref", "note", "tip", "warning"]
)
_HOLE = re.compile(r'<a((?: [a-z-]+="[^"]*")*)>|<img((?: [a-z-]+="[^"]*")*) ?/?>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_LIST_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+\S")
_HTML = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?|/[a-zA-Z][a-zA-Z0-9-]*\s*)>")


def decode_story(path: str, body: str, first_line: int) -> tuple[Story, tuple[Diagnostic, ...]]:
    """The story of a Markdown body that starts after `first_line` lines of `path`."""
    if not body.strip():
        return Story(), ()
    text = _without_comments(body)
    if refused := too_costly(path, text, first_line):
        return Story(), (refused,)
    try:
        return within(SECONDS, lambda: _decoded(path, body, text, first_line))
    except TimeUp:
        return Story(), (refusal(path, first_line, Words("读完它要太久", "it takes too long to read")),)
    except (RecursionError, AssertionError):
        return Story(), (refusal(path, first_line, Words("嵌套太深", "nested too deep")),)


def _decoded(path: str, body: str, text: str, first_line: int) -> tuple[Story, tuple[Diagnostic, ...]]:
    rough = _engine().reset().convert(_prepared(text))
    anchors: list[str] = []
    clean = without_breaks(_cleaned(rough, anchors))
    finder = LinkFinder(path, body, first_line)
    parts = tuple(_parts(clean, finder))
    findings = (
        *dropped_links(rough, LinkFinder(path, body, first_line)),
        *_html_warnings(path, body, first_line),
        *(fullwidth_headings(path, _outside_code(body), first_line) if "＃" in body else ()),
        *unseen_in(path, body, first_line, clean),
    )
    return Story(parts, tuple(anchors), _opening(clean), unwritten=_unwritten(path, body, first_line)), findings


@lru_cache(maxsize=1)
def _engine() -> Markdown:
    import markdown
    from markdown.extensions.toc import TocExtension

    engine = markdown.Markdown(
        extensions=[
            "tables",
            "footnotes",
            "attr_list",
            "def_list",
            "admonition",
            "sane_lists",
            "fenced_code",
            TocExtension(slugify=heading_anchor, baselevel=2, permalink=False),
        ],
        output_format="html",
    )
    engine.preprocessors.deregister("html_block")
    engine.inlinePatterns.deregister("html")
    return engine


def heading_anchor(title: str, _separator: str = "-") -> str:
    """The id of a heading: its letters and digits of any script, joined by hyphens, after `story-`."""
    kept = "".join(
        char if unicodedata.category(char)[0] in "LN" else " " for char in unicodedata.normalize("NFC", title)
    )
    return "story-" + ("-".join(kept.lower().split()) or "part")


def _without_comments(body: str) -> str:
    """The body without its comments; every line stays the line that it was."""
    kept: list[str] = []
    at = 0
    while (start := body.find("<!--", at)) >= 0 and (end := body.find("-->", start + 4)) >= 0:
        kept += [body[at:start], "\n" * body.count("\n", start, end)]
        at = end + 3
    return "".join((*kept, body[at:]))


def _prepared(text: str) -> str:
    lines: list[str] = []
    fenced = False
    for line in text.split("\n"):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced and _LIST_ITEM.match(line) and lines and _is_prose(lines[-1]):
            lines.append("")
        lines.append(line)
    return "\n".join(lines)


def _is_prose(line: str) -> bool:
    return bool(line.strip()) and not line.startswith((" ", "\t", ">", "#", "|")) and not _LIST_ITEM.match(line)


def _cleaned(rough: str, anchors: list[str]) -> str:
    import nh3

    def kept(_tag: str, name: str, value: str) -> str | None:
        if name == "id":
            anchor = value if value.startswith(("story-", "fn:", "fnref:")) else f"story-{value}"
            anchors.append(anchor)
            return anchor
        if name == "class":
            return " ".join(token for token in value.split() if token in _CLASSES) or None
        return value

    return nh3.clean(
        rough.replace("<h1", "<h2").replace("</h1>", "</h2>"),
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=kept,
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


def _parts(clean: str, place_of: LinkFinder) -> list[StoryPart]:
    parts: list[StoryPart] = []
    at = 0
    for hole in _HOLE.finditer(clean):
        attributes = dict(_ATTRIBUTE.findall(hole[1] if hole[1] is not None else hole[2]))
        if hole[0].startswith("<img") and "src" not in attributes:
            parts.append(clean[at : hole.start()])  # dropped, and said so
            at = hole.end()
        elif hole[0].startswith("<img"):
            file = html.unescape(attributes.get("src", ""))
            alt, title = (html.unescape(attributes.get(name, "")) for name in ("alt", "title"))
            parts += [clean[at : hole.start()], StoryPicture(file, alt, title, place_of(file))]
            at = hole.end()
        elif "href" in attributes and not attributes["href"].startswith(("#fn:", "#fnref:")):
            target = html.unescape(attributes["href"])
            others = "".join(f' {name}="{value}"' for name, value in attributes.items() if name != "href")
            parts += [clean[at : hole.start()] + f'<a{others} href="', StoryLink(target, place_of(target)), '">']
            at = hole.end()
    return [part for part in (*parts, clean[at:]) if part != ""]


def _opening(clean: str) -> str:
    first = re.search(r"<p>(.*?)</p>", clean, re.S)
    return html.unescape(re.sub(r"<[^>]*>", "", first[1])).strip()[:200] if first else ""


def _outside_code(body: str) -> str:
    """The body with blanks for its code and its comments."""
    return re.sub(r"(```|~~~).*?\1|`[^`\n]*`|<!--.*?-->", lambda code: re.sub(r"[^\n]", " ", code[0]), body, flags=re.S)


def _place(path: str, body: str, first_line: int, start: int, end: int | None = None) -> Place:
    column = start - body.rfind("\n", 0, start)
    end_column = 0 if end is None else column + end - start
    return Place(path, body.count("\n", 0, start) + first_line + 1, column, end_column)


def _unwritten(path: str, body: str, first_line: int) -> Place | None:
    if LEFT.search(body) is None or (found := LEFT.search(_outside_code(body))) is None:
        return None
    return _place(path, body, first_line, found.start(), found.end())


def _html_warnings(path: str, body: str, first_line: int) -> list[Diagnostic]:
    found = _HTML.search(_outside_code(body))
    if not found:
        return []
    return [
        warning(
            "html-in-markdown",
            _place(path, body, first_line, found.start()),
            Words("正文里有 HTML 标签，它会原样显示成文字", "HTML tags in the text are shown as text, not as HTML"),
            Words(
                "用 Markdown 的写法：**加粗**、![说明](图.jpg)、空一行分段",
                "write Markdown: **bold**, ![alt](file.jpg), an empty line for a paragraph",
            ),
        )
    ]
