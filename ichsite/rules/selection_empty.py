"""selection-empty: what an option takes from the material library is there.

Passes: `motifs: {tagged: [吉祥], suits: 银饰}` where the library has such a motif.
Fails: `motifs: {tagged: [吉详]}`, which finds nothing, so that there is nothing to choose.
Source: DOMAIN.md: something to look at while choosing; a selection that finds nothing is a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.model.option import ChoiceOption
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "selection-empty"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every choice that takes motifs, with what the material library gave it."""
    for assessed in dossier.offers:
        for at, option in enumerate(assessed.offer.options):
            if not isinstance(option, ChoiceOption) or option.motifs is None:
                continue
            if any(value.motif is not None for value in option.values):
                continue
            yield error(
                CODE,
                FieldOf(dossier.customization.path, ("offers", assessed.position, "options", at, "motifs")),
                Words(
                    f"素材库里没有合这个条件的纹样，“{option.label}”没有从那里取到什么",
                    f"no motif of the material library answers to this; “{option.label}” takes nothing from there",
                ),
                Words(
                    "核对 `tagged`、`suits`、`named` 和纹样里的 `tags`、`suits`；草稿不算",
                    "hold `tagged`, `suits` and `named` against the `tags` and `suits` of the motifs; drafts do not count",
                ),
            )
