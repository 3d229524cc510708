"""poll-options: a poll has two options at least, each with a name of its own.

Passes: `options: [{id: small, label: 小}, {id: large, label: 大}]`.
Fails: one option; two with `id: small`; `at_most` over the number of options.
Source: DOMAIN.md, design co-creation: viewers choose among what can be made.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "poll-options"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The options of every poll."""
    for poll in whole.catalog.polls:
        first: dict[str, int] = {}
        for at, option in enumerate(poll.value.options):
            if (other := first.setdefault(option.id, at)) != at:
                yield error(
                    CODE,
                    FieldOf(poll.path, ("options", at, "id")),
                    Words(f"选项 `{option.id}` 已经有了", f"there is an option `{option.id}` already"),
                    Words("换一个编号", "give it another id"),
                    (Related(FieldOf(poll.path, ("options", other, "id")), Words("先用的在这里", "first used here")),),
                )
        if len(first) < 2:
            yield error(
                CODE,
                FieldOf(poll.path, ("options",), at_key=True),
                Words("只有一个选项，没什么可选", "with one option there is nothing to choose"),
                Words("写两项以上", "write two or more"),
            )
        elif poll.value.at_most > len(first):
            yield error(
                CODE,
                FieldOf(poll.path, ("at_most",)),
                Words(
                    f"一人最多选 {poll.value.at_most} 项，可一共只有 {len(first)} 项",
                    f"each voter may choose {poll.value.at_most}, and there are only {len(first)}",
                ),
                Words("改小，或加选项", "make it smaller, or add options"),
            )
