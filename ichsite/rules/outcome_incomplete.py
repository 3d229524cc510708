"""outcome-incomplete: an outcome that chance may bring is shown by a picture, with how often it came.

Passes: `outcomes: [{id: meizi, name: 梅子青, count: 61, picture: {file: meizi.jpg, …}, …}, …]`.
Fails, where controllability is low: an outcome without `picture`, or with `count: 0`.
Source: DOMAIN.md: randomness is disclosed with real cases of every outcome.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "outcome-incomplete"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every outcome of a craft of low controllability."""
    randomness, path = dossier.customization.value.randomness, dossier.customization.path
    if randomness.controllability == "high":
        return
    for at, outcome in enumerate(randomness.outcomes):
        if outcome.picture is None:
            yield error(
                CODE,
                FieldOf(path, ("randomness", "outcomes", at, "name")),
                Words(f"结果“{outcome.name}”没有图片", f"the outcome “{outcome.name}” has no picture"),
                Words(
                    "拍一件真出过的，写进 `picture: {file: …, alt: …}`；裂的、废的也要拍",
                    "photograph one that really came out and add `picture: {file: …, alt: …}`; cracked and wasted pieces too",
                ),
            )
        if outcome.count == 0:
            yield error(
                CODE,
                FieldOf(path, ("randomness", "outcomes", at, "count")),
                Words(
                    f"结果“{outcome.name}”是 0 件：没出过的，不是案例",
                    f"the outcome “{outcome.name}” has a count of 0: what never came out is no case",
                ),
                Words("写数到的件数；还没出过就删掉这一种", "write how many were counted, or leave the outcome out"),
            )
