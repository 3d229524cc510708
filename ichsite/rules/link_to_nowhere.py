"""link-to-nowhere: every link in a story leads somewhere.

Passes: `[花瓶](craft:vase#chance)`, `[花瓶](../vase/index.md)`, `[釉色](#釉色)`, `[官网](https://example.com/)`.
Fails: `[花瓶](craft:vasse)`; `[花瓶](craft:vase#nowhere)`; `[花瓶](//vase)`.
Source: DESIGN.md, Markdown: links are checked at build. What is allowed is decided in `ichsite.catalog.links`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.catalog.links import Unresolved, follow
from ichsite.model.story import StoryLink
from ichsite.rules.unpublished import KIND_TERMS, unpublished
from ichsite.rules.whole import Whole
from ichsite.text.address import ContentKind
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.suggest import did_you_mean, nearest
from ichsite.text.words import Words

CODE = "link-to-nowhere"
_SUGGESTED = 50
"""So many findings look for the nearest name (see unknown-reference)."""

_LISTED = Words(
    "可以写：craft:ID、master:ID、showcase:ID、stream:ID、call:ID、design:ID、material:ID、event:ID、feedback:ID、post:ID、page:ID、tier:element，可加 #小标题；外站写 https://…",
    "write craft:ID, master:ID, showcase:ID, stream:ID, call:ID, design:ID, material:ID, event:ID, feedback:ID, post:ID, page:ID or tier:element, with #heading if wanted; or https://…",
)
_MESSAGES: dict[str, tuple[Words, Words | None]] = {
    "empty": (Words("这个链接是空的", "this link is empty"), _LISTED),
    "form": (Words("这不是一个完整的网址：{}", "this is no complete address: {}"), _LISTED),
    "host": (
        Words("以 // 开头的链接会通到别的网站", "a link that starts with // leads to another site"),
        Words("去外站就写全 https://…，站内从一个 / 写起", "write https://… for another site, or one / for this one"),
    ),
    "user": (
        Words(
            "域名前面有 @，这个链接通到 @ 后面的网站：{}",
            "an @ stands before the host; this link leads to what follows the @: {}",
        ),
        Words("从浏览器的地址栏重新复制网址", "copy the address anew from the browser's address bar"),
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
    "address": (
        Words("站内没有 {} 这个地址", "no page of this site answers at {}"),
        Words(
            "作品、文章之类写 craft:ID、post:ID 最稳；列表照着网页地址栏里的写",
            "craft:ID, post:ID and the like are the safest; copy a list's address from its page",
        ),
    ),
    "case": (
        Words("只差大小写：{}，而地址区分大小写", "only the letter case differs: {}; addresses tell it apart"),
        None,
    ),
    "numbered": (Words("这个列表没有那么多页：{}", "this list has not so many pages: {}"), None),
    "assets": (
        Words(
            "{} 的名字随内容变，下次生成就可能不在了",
            "the name of {} follows its content, and may be gone with the next build",
        ),
        Words(
            "图片用 ![说明](文件名) 放进来；要链接就指向用它的那一页",
            "show a picture with ![alt](file), or link to the page that has it",
        ),
    ),
    "query": (
        Words("那一页不认 {}", "that page reads no {}"),
        Words(
            "去掉 ? 和它后面的部分；只有 /crafts/、/showcases/ 和 /search/ 认",
            "remove ? and what follows; /crafts/, /showcases/ and /search/ alone read it",
        ),
    ),
    "later": (
        Words("那篇文章 {} 才发布，现在点过去什么也没有", "that post is not out before {}: until then nothing answers"),
        Words(
            "到那天再加这个链接，或把这一篇也定在那天以后", "add the link on that day, or publish this one no earlier"
        ),
    ),
    "anchor": (
        Words("那一页上没有“{}”这个位置", "that page has no place `{}`"),
        Words(
            "去掉 # 和它后面的部分，或写那一页上的小标题", "remove # and what follows, or write a heading of that page"
        ),
    ),
}


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every link of every story."""
    known = whole.known
    found = 0
    for path, link in _links(whole):
        answer = follow(link.target, path, known)
        if isinstance(answer, Unresolved):
            found += 1
            known_names = answer.known if found <= _SUGGESTED else ()
            page = answer.about.strip("/") if answer.fault == "address" else ""
            if page and unpublished(whole, "page", page) is not None:
                yield from _unknown(whole, link, "page", page, ())
            elif answer.kind is not None:
                yield from _unknown(whole, link, answer.kind, answer.about, known_names)
            else:
                yield _refused(link, answer, known_names)


def _links(whole: Whole) -> Iterator[tuple[str, StoryLink]]:
    for card in whole.cards.values():
        yield from ((card.path, link) for link in card.links)
    catalog = whole.catalog
    for record in catalog.told:
        yield from ((record.path, link) for link in record.story.links)


def _unknown(
    whole: Whole, link: StoryLink, kind: ContentKind, name: str, known: tuple[str, ...]
) -> Iterator[Diagnostic]:
    term, hidden = KIND_TERMS[kind], unpublished(whole, kind, name)
    if hidden is not None and hidden.broken:
        return
    if hidden is not None:
        why = Words("它是草稿，或者它自己还有错", "it is a draft, or has errors of its own")
        if hidden.withdrawn:
            why = Words("买家撤下了它", "its buyer withdrew it")
        yield error(
            CODE,
            link.place,
            Words(f"{term.zh}“{name}”没有发布：{why.zh}", f"the {term.en} `{name}` is not published: {why.en}"),
            Words(f"去掉这个链接，或看 {hidden.path}", f"remove the link, or look at {hidden.path}"),
        )
        return
    close = nearest(name, known)
    yield error(
        CODE,
        link.place,
        Words(f"没有{term.zh}“{name}”", f"there is no {term.en} `{name}`"),
        Words(f"是不是想写 `{kind}:{close}`？", f"did you mean `{kind}:{close}`?") if close is not None else _LISTED,
    )


def _refused(link: StoryLink, answer: Unresolved, known: tuple[str, ...]) -> Diagnostic:
    message, help = _MESSAGES[answer.fault]
    near = did_you_mean(answer.about, known) if known else None
    return error(
        CODE,
        link.place,
        Words(message.zh.replace("{}", answer.about), message.en.replace("{}", answer.about)),
        near or help,
    )
