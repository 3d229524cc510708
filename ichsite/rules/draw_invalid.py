"""draw-invalid: a draw shows odds that sum to 100 %, and is for nobody under 8.

Passes: `lots: [{name: 梅子青, odds_percent: 30, worth: 200}, {name: 粉青, odds_percent: 70, worth: 90}]`, `least_age: 8`.
Fails: odds of 30 and 60; one lot; a lot with odds of 0; `least_age: 6`.
Source: 盲盒经营行为规范指引 (2023): value, rules and odds are shown; none under 8.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ichsite.assess.counting import plain
from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "draw-invalid"
LEAST_AGE = 8


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The odds, the lots and the age of a draw."""
    draw, path = dossier.customization.value.draw, dossier.customization.path
    if draw is None:
        return
    total = sum((lot.odds_percent for lot in draw.lots), Decimal(0))
    if len(draw.lots) < 2:
        yield error(
            CODE,
            FieldOf(path, ("draw", "lots"), at_key=True),
            Words(
                f"抽签要有两种以上的结果，这里只有 {len(draw.lots)} 种",
                f"a draw has two lots or more, not {len(draw.lots)}",
            ),
            Words(
                "补上其他的签；只有一种就不是抽签，删掉 `draw`",
                "add the other lots; with one it is no draw, so remove `draw`",
            ),
        )
    elif total != 100:
        yield error(
            CODE,
            FieldOf(path, ("draw", "lots"), at_key=True),
            Words(
                f"各签的概率合计 {plain(total)}%，应当正好是 100%",
                f"the odds sum to {plain(total)} %; they must sum to exactly 100 %",
            ),
            Words("改正 `odds_percent`，一件也不能漏", "mend `odds_percent`; no lot may be left out"),
        )
    for at, lot in enumerate(draw.lots):
        if lot.odds_percent == 0:
            yield error(
                CODE,
                FieldOf(path, ("draw", "lots", at, "odds_percent")),
                Words(
                    f"“{lot.name}”的概率是 0，抽不到的不能列进来",
                    f"“{lot.name}” has odds of 0: what cannot be drawn is not listed",
                ),
                Words("写出真实的概率，或删掉这一签", "write its real odds, or remove the lot"),
            )
    if draw.least_age < LEAST_AGE:
        yield error(
            CODE,
            FieldOf(path, ("draw", "least_age")),
            Words(
                f"{draw.least_age} 岁：不得向未满 8 周岁的人卖抽签",
                f"{draw.least_age}: a draw is not sold to anyone under 8",
            ),
            Words(
                "写 `least_age: 8` 或更大，8 周岁以上的未成年人须监护人同意",
                "write `least_age: 8` or more; from 8 on a minor needs a guardian's consent",
            ),
        )
