"""control-without-tolerance: “as in the drawing” is a promise only with a plus/minus.

Passes: `randomness: {controllability: high, tolerances: [{what: 宽, plus_minus: 0.3, unit: mm}]}`.
Fails: the same without `tolerances`, while a tier is made to order.
Source: DOMAIN.md, craft-fit assessment, question 2: high control may promise, with a tolerance.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "control-without-tolerance"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """High control states a tolerance where something is made to order."""
    randomness = dossier.customization.value.randomness
    made = any(one.offer.making == "made-to-order" for one in dossier.offers)
    if randomness.controllability == "low" or randomness.tolerances or not made:
        return
    yield warning(
        CODE,
        FieldOf(dossier.customization.path, ("randomness", "controllability")),
        Words("承诺了按图制作，却没有写允许的误差", "the piece is promised as in the drawing, but without a tolerance"),
        Words(
            "加上 `tolerances`，如 {what: 尺寸, plus_minus: 2, unit: mm}",
            "add `tolerances`, such as {what: 尺寸, plus_minus: 2, unit: mm}",
        ),
    )
