"""poll-unanswerable: whoever reads a poll that is open can vote in it.

Passes: `answers: [{where: douyin, words: 直播间的投票}]`; none, for a poll that is over, or whose call says where.
Fails: no `answers` while it is open or still to open; a form without its address.
Source: DOMAIN.md: the site is static pages and takes no votes itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.catalog.dated_polls import poll_dates
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "poll-unanswerable"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every poll that is open or opens later."""
    days_of = poll_dates(whole.catalog)
    for poll in whole.catalog.polls:
        days = days_of.get(poll.slug)
        if days is None or days.state(whole.today) not in ("upcoming", "open"):
            continue
        if not poll.value.answers:
            yield error(
                CODE,
                FieldOf(poll.path, ("question",)),
                Words("问了大家，却没写去哪里投票", "it asks everybody and says nowhere where to vote"),
                Words(
                    "写 `answers`：在哪个平台、群或表单投，怎么投",
                    "write `answers`: on which platform, in which group or form, and how",
                ),
            )
        for at, answer in enumerate(poll.value.answers):
            if answer.where == "form" and answer.url is None:
                yield error(
                    CODE,
                    FieldOf(poll.path, ("answers", at, "where")),
                    Words("说是填表单，却没有表单的网址", "it says to fill in a form, and has no address of one"),
                    Words("加上 `url: https://…`", "add `url: https://…`"),
                )
