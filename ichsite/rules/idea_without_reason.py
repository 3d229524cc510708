"""idea-without-reason: whoever had an idea learns why it was answered so.

Passes: `answer: not-possible`, `reason: 口再小，手和刷子进不去`.
Fails: an `answer` and no `reason`.
Source: DOMAIN.md: customisation threshold 定制阈值: it is said with its physical or cultural reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "idea-without-reason"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every idea with an answer."""
    for batch in whole.catalog.ideas:
        for at, idea in enumerate(batch.value.ideas):
            if idea.answer is not None and idea.reason is None:
                yield error(
                    CODE,
                    FieldOf(batch.path, ("ideas", at, "answer")),
                    Words("答复了，却没说为什么", "it is answered without a reason"),
                    Words("写 `reason`；理由是一条界限，就再写 `threshold`", "write a `reason`; where a threshold is the reason, `threshold` too"),
                )  # fmt: skip
