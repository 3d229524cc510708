"""too-few-alternatives: where the kiln or the vat decides, the buyer chooses among 2–3 alternatives at design time.

Passes: `alternatives: [{name: 粉青, words: 更稳}, {name: 豆青, words: 更深}]`.
Fails: the same with one alternative, or none.
Source: DOMAIN.md, craft-fit assessment, question 2: low control offers 2–3 alternatives (glazes, say).
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "too-few-alternatives"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Low control by firing or dyeing wants at least two alternatives."""
    randomness = dossier.customization.value.randomness
    count = len(randomness.alternatives)
    if randomness.controllability == "high" or randomness.by not in ("firing", "dyeing") or count >= 2:
        return
    yield error(
        CODE,
        FieldOf(dossier.customization.path, ("randomness", "alternatives"), at_key=True),
        Words(
            f"结果由窑火或染缸决定，定样时要有 2–3 种备选，现在有 {count} 种",
            f"the kiln or the vat decides, so 2–3 alternatives are due at design time; there are {count}",
        ),
        Words(
            "在 `alternatives` 里写出备选的釉色或染法，各有 `name` 和 `words`",
            "list glazes or dyes to fall back on under `alternatives`, each with `name` and `words`",
        ),
    )
