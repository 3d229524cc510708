"""control-contradicts-chance: `controllability: high` promises the piece as it is drawn, so chance has no part in it.

Passes: `controllability: high` with `by: none`, or `controllability: low` with `by: firing`. “High” stands only where
`by: none` and the result can be promised.
Fails: `controllability: high` with `by: firing` or `by: dyeing`, or with two or more `outcomes`.
Source: DOMAIN.md, craft-fit assessment, question 2: kiln and vat always have a part in the result.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.model.randomness import CHANCE_TERMS
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "control-contradicts-chance"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """High controllability next to a kiln, a vat, or several outcomes."""
    randomness, path = dossier.customization.value.randomness, dossier.customization.path
    if randomness.controllability == "low":
        return
    if randomness.by in ("firing", "dyeing"):
        field, why = "by", _by(randomness.by)
    elif len(randomness.outcomes) >= 2:
        field, why = "outcomes", _outcomes(len(randomness.outcomes))
    else:
        return
    yield error(
        CODE,
        FieldOf(path, ("randomness", "controllability")),
        Words(
            f"`controllability: high` 等于承诺“画成什么样就做成什么样”，{why.zh}",
            f"`controllability: high` promises the piece as drawn, but {why.en}",
        ),
        Words(
            "说不准的写 `controllability: low`，并给出 `outcomes`；真能保证的写 `by: none`，不列 `outcomes`",
            "write `controllability: low` and give `outcomes`; only where the result can be promised, write `by: none` and no `outcomes`",
        ),
        (Related(FieldOf(path, ("randomness", field), at_key=True), Words("和这里矛盾", "contradicted here")),),
    )


def _by(by: str) -> Words:
    return Words(
        f"这里却写着结果由{CHANCE_TERMS.terms[by]}决定（`by: {by}`）", f"`by: {by}` says that chance decides it"
    )


def _outcomes(count: int) -> Words:
    return Words(f"这里却列了 {count} 种结果", f"{count} outcomes are listed")
