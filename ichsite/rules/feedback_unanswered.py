"""feedback-unanswered: a theme says how many asked for it, and what the shop does about it.

Passes: `asked: [{count: 12, source: 十月买家群接龙, day: 2026-10-20}]` with a step of today or before.
Fails: no `asked`; no `steps`, or none that is told yet.
Source: DOMAIN.md, spread co-creation: feedback is gathered for the next product. A list of wishes that nobody answers is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "feedback-unanswered"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every theme."""
    for theme in whole.catalog.feedback:
        if not theme.value.asked:
            yield error(
                CODE,
                FieldOf(theme.path, ("asked",)),
                Words("没有写多少人提过", "nothing says how many asked for it"),
                Words(
                    "写 `asked`：多少人、在哪里数的、哪天数的",
                    "write `asked`: how many, where that was counted, and on which day",
                ),
            )
        if not theme.value.told(whole.today):
            yield error(
                CODE,
                FieldOf(theme.path, ("steps",)),
                Words("还没有写怎么办", "nothing is said yet of what is done about it")
                if not theme.value.steps
                else Words("写了怎么办，可日子都还没到", "what is done about it has no day that has come yet"),
                Words(
                    "写 `steps`：哪天、怎么办（done doing considering declined）、为什么；还没想好就先写 `draft: true`",
                    "write `steps`: the day, the standing (done, doing, considering, declined) and why; "
                    "until it is decided, `draft: true`",
                ),
            )
