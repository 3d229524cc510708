"""showcase-unknown-outcome: a showcase of a craft with chance in it says which outcome the buyer received.

Passes: `outcome: meizi` where the craft has an outcome `meizi`.
Fails: `outcome: meizhi`; no `outcome` although the result is partly chance (a warning).
Source: DOMAIN.md, craft-fit assessment, question 2: real cases of every outcome.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import FieldOf
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "showcase-unknown-outcome"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The outcome of every showcase of a craft."""
    randomness = dossier.customization.value.randomness
    known = [outcome.id for outcome in randomness.outcomes]
    for record in dossier.showcases:
        outcome = record.value.outcome
        if outcome is None and randomness.controllability == "low" and known:
            yield warning(
                CODE,
                FieldOf(record.path, ("craft",)),
                Words(
                    "这件作品的结果有一部分说不准，却没有写这位买家收到的是哪一种",
                    "the result of this craft is partly chance, but nothing says which outcome this buyer received",
                ),
                Words(f"加一行 `outcome:`，可写的有：{'、'.join(known)}", f"add `outcome:`, one of {', '.join(known)}"),
            )
        elif outcome is not None and outcome not in known:
            yield error(
                CODE,
                FieldOf(record.path, ("outcome",)),
                Words(f"作品里没有 `{outcome}` 这种结果", f"the craft has no outcome `{outcome}`"),
                did_you_mean(outcome, known)
                or Words("删掉这一行，或在作品的 `outcomes` 里补上", "remove it, or add it to the craft's `outcomes`"),
            )
