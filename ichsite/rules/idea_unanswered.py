"""idea-unanswered: what is published of ideas is answered.

Passes: a batch whose ideas have an `answer` each; one that is `status: pending`.
Fails: an idea without an `answer` in a published batch, where it is left out. A batch of nothing else waits as a whole.
Source: the rule of this catalogue that an idea without an answer is never published.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "idea-unanswered"
_HELP = Words(
    "写 `answer` 和 `reason`，或先写 `status: pending`", "write `answer` and `reason`, or `status: pending` for now"
)


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every batch that is published."""
    for batch in whole.catalog.ideas:
        for at, idea in enumerate(batch.value.ideas):
            if idea.answer is None:
                yield warning(
                    CODE,
                    FieldOf(batch.path, ("ideas", at, "id")),
                    Words("这一条还没答复，页面上没有它", "it is not answered yet and is left out of the page"),
                    _HELP,
                )
