"""design-asked-unclear: what was asked of a version stands there, or in the poll that it names, and not in both.

Passes: `asked: {question: 要哪一种？, options: […]}`; `asked: {poll: which-neck, chosen: [waisted]}`.
Fails: `asked` without a question and without a poll; a poll beside a question, options, votes or a last day of its own.
Source: DESIGN.md: numbers stand in one file and cannot contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "design-asked-unclear"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """What was asked of every version."""
    for design in whole.catalog.designs:
        for at, version in enumerate(design.value.versions):
            asked, field = version.asked, ("versions", at, "asked")
            if asked is None:
                continue
            if asked.poll is not None and asked.own:
                yield error(
                    CODE,
                    FieldOf(design.path, (*field, "poll")),
                    Words(
                        "点了投票，又自己写了问题、选项、票数或截止日期：两处会对不上",
                        "it names a poll and has a question, options, votes or a last day of its own: the two will contradict each other",
                    ),
                    Words(
                        "这里只留 poll、chosen 和 because，别的写在那个投票里",
                        "leave poll, chosen and because here; the rest belongs into the poll",
                    ),
                )
            elif asked.poll is None and asked.question is None:
                yield error(
                    CODE,
                    FieldOf(design.path, field, at_key=True),
                    Words("没有写问了什么", "it does not say what was asked"),
                    Words(
                        "写 question，或用 poll 点一个投票的文件夹名",
                        "write question, or name a poll's folder with poll",
                    ),
                )
