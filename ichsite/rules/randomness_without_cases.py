"""randomness-without-cases: a result that chance decides is shown by cases of its outcomes before anyone orders.

Passes:

    randomness: {controllability: low, by: firing, outcomes: [{name: 梅子青, count: 251, picture: …}, {name: 粉青, …}], …}

Fails: the same without `outcomes`, or with one only, or with outcomes that have no picture. `controllability: high` is
no way out of it: “high” stands only where `by: none` and the result can be promised as drawn (control-contradicts-chance).
Source: DOMAIN.md, craft-fit assessment, question 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "randomness-without-cases"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Low controllability wants at least two outcomes, each with a picture and a count."""
    randomness, path = dossier.customization.value.randomness, dossier.customization.path
    if randomness.controllability == "high":
        return
    shown = [one for one in randomness.outcomes if one.picture is not None and one.count > 0]
    if len(shown) >= 2:
        return
    title = dossier.craft.value.title
    yield error(
        CODE,
        FieldOf(path, ("randomness", "controllability")),
        Words(
            f"“{title}”的结果有一部分说不准，却只有 {len(shown)} 个带图和件数的成品案例",
            f"the result of “{title}” is partly chance, but only {len(shown)} outcomes have a picture and a count",
        ),
        Words(
            "在 `outcomes` 里写出至少两种结果，各有图片和件数；只有 `by: none`、结果真能保证的，才写 `controllability: high`",
            "give at least two `outcomes`, each with a picture and a count; `controllability: high` is only for `by: none` and a result that can be promised",
        ),
    )
