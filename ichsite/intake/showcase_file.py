"""A submission as the file that waits for approval: `status: pending`, with what to look at before that is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ichsite.intake.submission import Submission
from ichsite.intake.yaml_lines import quoted, text_lines
from ichsite.text.address import slug_fault
from ichsite.text.words import Language, Words


@dataclass(frozen=True)
class Taken:
    """A submission that is new, with its folder's name and the names of its photographs there."""

    submission: Submission
    slug: str
    photos: tuple[str, ...]
    order: str | None
    digest: str


def slug_for(craft: str, digest: str) -> str:
    """The folder's name: of the craft where that is short and Latin, and of the content, so that it is the same next time."""
    step = f"{craft}-{digest[:8]}"
    plain = re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}", step) and slug_fault(step) is None
    return step if plain else f"showcase-{digest[:12]}"


def showcase_text(taken: Taken, table: str, language: Language, editor_line: str | None = None) -> str:
    """`showcase.yaml`, with its comments in `language`; `editor_line` goes first, where editors look for their schema."""
    first = () if editor_line is None else (editor_line,)
    return "\n".join((*first, *_lines(taken, table, language))) + "\n"


def _lines(taken: Taken, table: str, language: Language) -> Iterator[str]:
    one = taken.submission
    for line in _WHAT_TO_DO:
        yield f"# {line.said(language)}"
    yield "status: pending"
    yield f"id: {taken.slug}"
    yield f"title: {quoted(one.title)}"
    yield f"craft: {quoted(one.craft)}"
    yield f"tier: {one.tier}"
    yield f"buyer: {quoted(one.buyer)}"
    if one.received_guessed:
        yield f"# {_GUESSED.said(language)}"
    yield f"received: {one.received.isoformat()}"
    yield from text_lines("words", one.words)
    if taken.photos:
        yield f"# {_ALT.said(language)}"
        yield "pictures:"
        for photo in taken.photos:
            yield f"  - file: {photo}"
    yield from _consent(taken, table, language)
    yield f"# {_ORIGIN.said(language)}"
    yield "origin:"
    yield f"  file: {quoted(table)}"
    yield f"  row: {one.row}"
    if taken.order is not None:
        yield f"  order: {quoted(taken.order)}"
    yield f"  digest: {quoted(taken.digest)}"


def _consent(taken: Taken, table: str, language: Language) -> Iterator[str]:
    consent, row = taken.submission.consent, taken.submission.row
    record = Words(f"{table} 第 {row} 行", f"{table}, row {row}").said(language)
    if consent is None:
        yield f"# {_NO_CONSENT.said(language)}"
        yield f"# consent: {{given: 2026-01-31, scope: [words, pictures], record: {quoted(record)}}}"
        return
    yield "consent:"
    yield f"  given: {consent.given.isoformat()}"
    yield f"  scope: [{', '.join(consent.scope)}]"
    yield f"  record: {quoted(record)}"
    yield f"  wording: {quoted(consent.wording)}"


_WHAT_TO_DO = (
    Words(
        "待审的买家秀：构建时不理它，读者看不到。公开之前核对：",
        "A showcase that waits for approval: no build shows it. Before it is published:",
    ),
    Words(
        "1. 文字里没有电话、地址、别人的名字；",
        "1. there are no telephone numbers, addresses or names of others in the words;",
    ),
    Words(
        "2. 每张照片写一句 alt；照片里有人，加 shows_person: true，是孩子加 shows_child: true，同意的范围里要有 portrait；",
        "2. every photograph has its alt; one that shows a person has shows_person: true, a child shows_child: true, and portrait is in the scope;",
    ),
    Words("3. 买家确实这样同意过。", "3. the buyer agreed to just this."),
    Words(
        "然后把 status 改成 published。不要的改成 withdrawn：再导入时不会回来。",
        "Then write status: published. What you do not want is withdrawn: it will not come back with the next import.",
    ),
)
_GUESSED = Words(
    "表里没有收货日期，这是提交的那一天，请核对", "the table has no day of receipt; this is the day of the submission"
)
_ALT = Words("每一张后面加 alt: 一句话说图里有什么", "add `alt:` to each: what it shows, in a sentence")
_NO_CONSENT = Words(
    "没有同意的记录；取得同意之前不能公开：", "there is no consent on record; nothing may be published without it:"
)
_ORIGIN = Words(
    "从哪一行来的，不公开；留着它，同一行不会导入两次",
    "where it came from; not published. Keep it, so that the row is not taken twice",
)
