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

from ichsite.model.story import Story, StoryLink, StoryPart, StoryPicture
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import Place
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

if TYPE_CHECKING:
    from markdown import Markdown

MAX_CHARACTERS = 60_000
MAX_BRACKETS = 400
"""In one paragraph: Python-Markdown's patterns take quadratic time in them."""
MAX_NESTING = 20
CONTENT_SCHEMES = ("craft", "master", "showcase", "stream", "post", "page", "tier")

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
_CLASSES = re.compile(r"(admonition|footnote|footnote-ref|footnote-backref|admonition-title|note|tip|warning)( |$)")
_SCHEMES = frozenset({"http", "https", "mailto", "tel", *CONTENT_SCHEMES})
_HOLE = re.compile(r'<a((?: [a-z-]+="[^"]*")*)>|<img((?: [a-z-]+="[^"]*")*) ?/?>')
_TARGET = re.compile(r'<(?:a|img)(?= )[^>]*? (?:href|src)="([^"]*)"')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_LIST_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+\S")
_HTML = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?|/[a-zA-Z][a-zA-Z0-9-]*\s*)>")


def decode_story(path: str, body: str, first_line: int) -> tuple[Story, tuple[Diagnostic, ...]]:
    """The story of a Markdown body that starts after `first_line` lines of `path`."""
    if not body.strip():
        return Story(), ()
    if refused := _too_costly(path, body, first_line):
        return Story(), (refused,)
    engine = _engine()
    try:
        rough = engine.reset().convert(_prepared(body))
    except (RecursionError, AssertionError):
        return Story(), (_refusal(path, first_line, Words("嵌套太深", "nested too deep")),)
    anchors: list[str] = []
    clean = _cleaned(rough, anchors)
    finder = _Finder(path, body, first_line)
    parts = tuple(_parts(clean, finder))
    findings = (*_dropped_links(rough, _Finder(path, body, first_line)), *_html_warnings(path, body, first_line))
    return Story(parts, tuple(anchors), _opening(clean)), findings


def _too_costly(path: str, body: str, first_line: int) -> Diagnostic | None:
    if len(body) > MAX_CHARACTERS:
        return _refusal(
            path, first_line, Words(f"正文超过 {MAX_CHARACTERS:,} 字", f"over {MAX_CHARACTERS:,} characters")
        )
    line = first_line
    for block in re.split(r"\n[ \t]*\n", body):
        if max(block.count("["), block.count("<"), block.count("`"), block.count("*")) > MAX_BRACKETS:
            return _refusal(path, line, Words("一段里的括号或符号太多", "too many brackets or marks in one paragraph"))
        line += block.count("\n") + 2
    for number, text in enumerate(body.split("\n"), first_line):
        indent = re.match(r"[ \t>]*", text)
        if indent and (indent[0].count(">") > MAX_NESTING or len(indent[0].expandtabs(4)) > 4 * MAX_NESTING):
            return _refusal(path, number, Words("嵌套太深", "nested too deep"))
        if text.count("|") > 60:
            return _refusal(path, number, Words("表格的列太多", "too many columns in a table"))
    return None


def _refusal(path: str, lines_before: int, what: Words) -> Diagnostic:
    return error(
        "markdown-too-costly",
        Place(path, lines_before + 1, 1),
        Words(f"正文写法超出上限：{what.zh}", f"the text is beyond what is read: {what.en}"),
        Words("分成几段或几页来写", "split it into paragraphs or pages"),
    )


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


def _prepared(body: str) -> str:
    lines: list[str] = []
    fenced = False
    for line in re.sub(r"<!--.*?-->", "", body, flags=re.S).split("\n"):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced and _LIST_ITEM.match(line) and lines and _is_prose(lines[-1]):
            lines.append("")
        lines.append(line)
    text = "\n".join(lines)
    return text if "```" in text or "~~~" in text else _joined(text)


def _is_prose(line: str) -> bool:
    return bool(line.strip()) and not line.startswith((" ", "\t", ">", "#", "|")) and not _LIST_ITEM.match(line)


_WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_WIDE_BREAK = re.compile(f"(?<=[{_WIDE}])\n(?=[{_WIDE}])")


def _joined(text: str) -> str:
    return _WIDE_BREAK.sub("", text)


def _cleaned(rough: str, anchors: list[str]) -> str:
    import nh3

    def kept(_tag: str, name: str, value: str) -> str | None:
        if name == "id":
            anchor = value if value.startswith(("story-", "fn:", "fnref:")) else f"story-{value}"
            anchors.append(anchor)
            return anchor
        if name == "class":
            return value if _CLASSES.match(value) else None
        return value

    return nh3.clean(
        rough.replace("<h1", "<h2").replace("</h1>", "</h2>"),
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=kept,
        url_schemes=set(_SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


class _Finder:
    """Finds the place of a link's target in the source."""

    def __init__(self, path: str, body: str, first_line: int) -> None:
        self.path, self.body, self.first_line = path, body, first_line
        self.after: dict[str, int] = {}

    def __call__(self, target: str) -> Place:
        """The place of the next link to `target`; the story's first line where it cannot be found."""
        for written in (f"({target}", f"(<{target}", target, target.replace("\\", "\\\\")):
            wanted = written if target else "()"
            at = self.body.find(wanted, self.after.get(target, 0))
            if at >= 0:
                self.after[target] = at + 1
                at += len(wanted) - len(target) if target and wanted.endswith(target) else 0
                break
        else:
            return Place(self.path, self.first_line + 1, 1)
        line_start = self.body.rfind("\n", 0, at) + 1
        column = at - line_start + 1
        return Place(self.path, self.body.count("\n", 0, at) + self.first_line + 1, column, column + len(target))


def _dropped_links(rough: str, place_of: _Finder) -> list[Diagnostic]:
    """Links and pictures of a scheme that is not on the list: they are gone from the page, and the author is told."""
    found: list[Diagnostic] = []
    for href in _TARGET.findall(rough):
        target = html.unescape(href)
        scheme = re.match(r"[\s\x00-\x1f]*([^\s:/?#]+)[\s\x00-\x1f]*:", target)
        if scheme is not None and scheme[1].lower() not in _SCHEMES:
            found.append(
                error(
                    "link-scheme",
                    place_of(target),
                    Words(f"不认识 `{scheme[1]}:` 这种链接", f"links of the kind `{scheme[1]}:` are not known"),
                    did_you_mean(scheme[1], _SCHEMES),
                )
            )
    return found


def _parts(clean: str, place_of: _Finder) -> list[StoryPart]:
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


def _html_warnings(path: str, body: str, first_line: int) -> list[Diagnostic]:
    outside_code = re.sub(
        r"(```|~~~).*?\1|`[^`\n]*`|<!--.*?-->", lambda code: re.sub(r"[^\n]", " ", code[0]), body, flags=re.S
    )
    found = _HTML.search(outside_code)
    if not found:
        return []
    line_start = outside_code.rfind("\n", 0, found.start()) + 1
    place = Place(path, outside_code.count("\n", 0, found.start()) + first_line + 1, found.start() - line_start + 1)
    return [
        warning(
            "html-in-markdown",
            place,
            Words("正文里有 HTML 标签，它会原样显示成文字", "HTML tags in the text are shown as text, not as HTML"),
            Words(
                "用 Markdown 的写法：**加粗**、![说明](图.jpg)、空一行分段",
                "write Markdown: **bold**, ![alt](file.jpg), an empty line for a paragraph",
            ),
        )
    ]
