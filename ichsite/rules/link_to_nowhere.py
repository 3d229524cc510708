"""link-to-nowhere: every link in a story leads somewhere.

Passes: `[花瓶](craft:vase#chance)`, `[花瓶](../vase/index.md)`, `[釉色](#釉色)`, `[官网](https://example.com/)`.
Fails: `[花瓶](craft:vasse)`; `[花瓶](craft:vase#nowhere)`; `[花瓶](//vase)`.
Source: DESIGN.md, Markdown: links are checked at build. What is allowed is decided in `ichsite.catalog.links`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.catalog.links import Unresolved, follow, known_pages
from ichsite.model.story import StoryLink
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "link-to-nowhere"
_SUGGESTED = 50
"""So many findings look for the nearest name (see unknown-reference)."""

_LISTED = Words(
    "可以写：craft:ID、master:ID、showcase:ID、stream:ID、post:ID、page:ID、tier:element，可加 #小标题；外站写 https://…",
    "write craft:ID, master:ID, showcase:ID, stream:ID, post:ID, page:ID or tier:element, with #heading if wanted; or https://…",
)
_MESSAGES: dict[str, tuple[Words, Words | None]] = {
    "empty": (Words("这个链接是空的", "this link is empty"), _LISTED),
    "form": (Words("这不是一个完整的网址：{}", "this is no complete address: {}"), _LISTED),
    "host": (
        Words("以 // 开头的链接会通到别的网站", "a link that starts with // leads to another site"),
        Words("去外站就写全 https://…，站内从一个 / 写起", "write https://… for another site, or one / for this one"),
    ),
    "backslash": (
        Words(
            "链接里有反斜杠，浏览器会当成 /，可能通到别的网站",
            "browsers read a backslash in a link as /; it may lead elsewhere",
        ),
        Words("改成正斜杠 /", "write / instead"),
    ),
    "scheme": (Words("不认识 `{}:` 这种链接", "links of the kind `{}:` are not known"), None),
    "outside": (Words("这个文件在 content/ 之外：{}", "this file is outside content/: {}"), _LISTED),
    "file": (Words("没有哪一页是由 {} 来的", "no page is made from {}"), _LISTED),
    "unknown": (Words("{} 不存在，或者没有发布", "{} does not exist, or is not published"), _LISTED),
    "anchor": (Words("那一页上没有“{}”这个位置", "that page has no place `{}`"), None),
}


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every link of every story."""
    known = known_pages(whole.catalog, whole.cards.values())
    found = 0
    for path, link in _links(whole):
        answer = follow(link.target, path, known)
        if isinstance(answer, Unresolved):
            found += 1
            yield _finding(link, answer, suggest=found <= _SUGGESTED)


def _links(whole: Whole) -> Iterator[tuple[str, StoryLink]]:
    for card in whole.cards.values():
        yield from ((card.path, link) for link in card.links)
    catalog = whole.catalog
    for record in (*catalog.masters, *catalog.streams, *catalog.posts, *catalog.pages):
        yield from ((record.path, link) for link in record.story.links)


def _finding(link: StoryLink, answer: Unresolved, *, suggest: bool) -> Diagnostic:
    message, help = _MESSAGES[answer.fault]
    near = did_you_mean(answer.about, answer.known) if suggest and answer.known else None
    return error(
        CODE,
        link.place,
        Words(message.zh.replace("{}", answer.about), message.en.replace("{}", answer.about)),
        near or help,
    )
