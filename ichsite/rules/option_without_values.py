"""option-without-values: an option leaves something to choose.

Passes: `values: [{id: plain, label: 素面}]`; `motifs: {tagged: [吉祥], suits: 银饰}` where the library has such a motif.
Fails: `motifs: {tagged: [吉详]}`, which finds nothing; a choice with neither `values` nor `motifs`; a colour option without colours.
Source: DOMAIN.md: something to look at while choosing; a selection that finds nothing is a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.model.option import ChoiceOption, ColourOption
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "option-without-values"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every choice and every palette, with what the material library gave them."""
    path = dossier.customization.path
    for assessed in dossier.offers:
        for at, option in enumerate(assessed.offer.options):
            place = ("offers", assessed.position, "options", at)
            if isinstance(option, ChoiceOption) and not option.values:
                if option.motifs is not None:
                    yield error(
                        CODE,
                        FieldOf(path, (*place, "motifs")),
                        Words(
                            f"素材库里没有合这个条件的纹样，“{option.label}”没有可选的",
                            f"no motif of the material library answers to this, so “{option.label}” leaves nothing to choose",
                        ),
                        Words(
                            "核对 `tagged`、`suits`、`named` 和纹样里的 `tags`、`suits`；草稿不算",
                            "hold `tagged`, `suits` and `named` against the `tags` and `suits` of the motifs; drafts do not count",
                        ),
                    )
                else:
                    yield _nothing(path, (*place, "id"), option.label, "values", "motifs")
            elif isinstance(option, ColourOption) and not option.palette and option.from_palette is None:
                yield _nothing(path, (*place, "id"), option.label, "palette", "from_palette")


def _nothing(path: str, field: tuple[str | int, ...], label: str, own: str, library: str) -> Diagnostic:
    return error(
        CODE,
        FieldOf(path, field),
        Words(f"“{label}”没有可选的", f"“{label}” leaves nothing to choose"),
        Words(
            f"写 `{own}`，或用 `{library}` 从素材库取",
            f"write `{own}`, or take them from the material library by `{library}`",
        ),
    )
