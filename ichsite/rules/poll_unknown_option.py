"""poll-unknown-option: votes and the outcome are about options that the poll has.

Passes: `votes: {small: 12}` where an option has `id: small`.
Fails: `votes: {smal: 12}`; `chosen: [huge]` where no option is called so.
Source: DESIGN.md: references are resolved at build, with “did you mean”.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "poll-unknown-option"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every option that a count or an outcome names."""
    for poll in whole.catalog.polls:
        known = [one.id for one in poll.value.options]
        named: list[tuple[str, FieldPath, bool]] = [
            (option, ("counts", at, "votes", option), True)
            for at, count in enumerate(poll.value.counts)
            for option, _ in count.votes
        ]
        if poll.value.outcome is not None:
            chosen = enumerate(poll.value.outcome.chosen)
            named += ((option, ("outcome", "chosen", at), False) for at, option in chosen)
        for option, field, at_key in named:
            if option not in known:
                yield error(
                    CODE,
                    FieldOf(poll.path, field, at_key=at_key),
                    Words(f"这次投票没有选项 `{option}`", f"the poll has no option `{option}`"),
                    did_you_mean(option, known),
                )
