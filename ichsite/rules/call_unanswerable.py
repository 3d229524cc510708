"""call-unanswerable: whoever reads a call for ideas can answer it.

Passes: `answers: [{where: douyin, words: 写在置顶视频的评论里}]`; none, for a call that is closed or answered.
Fails: no `answers` while the call is open or still to open; a form without its address.
Source: DOMAIN.md, need co-creation: needs that are called for nowhere are forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.model.call import call_days
from ichsite.model.stream import Stream
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "call-unanswerable"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every call that is open or opens later."""
    streams: dict[str, Stream] = {one.slug: one.value for one in whole.catalog.streams}
    for call in whole.catalog.calls:
        days = call_days(call.value, streams.get(call.value.stream or ""))
        if days is None or days.state(whole.today) not in ("upcoming", "open"):
            continue
        if not call.value.answers:
            yield error(
                CODE,
                FieldOf(call.path, ("question",)),
                Words("问了问题，却没写去哪里回答", "it asks a question and says nowhere where to answer"),
                Words(
                    "写 `answers`：哪个平台、群、表单或话题，怎么回答",
                    "write `answers`: which platform, group, form or hashtag, and how",
                ),
            )
        for at, answer in enumerate(call.value.answers):
            if answer.where == "form" and answer.url is None:
                yield error(
                    CODE,
                    FieldOf(call.path, ("answers", at, "where")),
                    Words("说是填表单，却没有表单的网址", "it says to fill in a form, and has no address of one"),
                    Words("加上 `url: https://…`", "add `url: https://…`"),
                )
