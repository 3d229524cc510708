"""chance-undisclosed: what decides the result, and what happens when it falls outside, is said before the order.

Passes:

    randomness: {controllability: low, by: firing, factors: [{name: 窑内气氛, effect: …}], outside: 可以接受、重做或退款, …}

Fails: the same without `factors`, without `outside`, or with `by: none`.
Source: DOMAIN.md, craft-fit assessment, question 2: low control must disclose.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "chance-undisclosed"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Low control names where the chance comes from, its factors, and the way out."""
    randomness, path = dossier.customization.value.randomness, dossier.customization.path
    if randomness.controllability == "high":
        return
    if randomness.by == "none":
        yield error(
            CODE,
            FieldOf(path, ("randomness", "by")),
            Words("说了结果不可控，却没说随机性从哪里来", "the result is uncertain, but not by what"),
            Words(
                "写 `by: firing`（烧成）、`dyeing`（染色）或 `other`（其他）",
                "write `by: firing`, `dyeing` or `other`",
            ),
        )
    if not randomness.factors:
        yield error(
            CODE,
            FieldOf(path, ("randomness", "factors")),
            Words(
                "没有写什么会左右结果，买家只会拿图片来对",
                "nothing says what sways the result; a buyer expects the picture",
            ),
            Words(
                "在 `factors` 里写出因素和影响，如窑温、气氛、水质",
                "list under `factors` what sways it and how: heat, air in the kiln, water",
            ),
        )
    if randomness.outside is None:
        yield error(
            CODE,
            FieldOf(path, ("randomness", "outside")),
            Words(
                "没有写结果超出说明范围时怎么办", "nothing says what happens when a result falls outside what is shown"
            ),
            Words(
                "在 `outside` 里写明买家可以怎么选：接受、重做或退款",
                "say in `outside` what the buyer may do: accept, have it remade, or be refunded",
            ),
        )
