"""change-twice: a change at a stage costs an amount or a share of the price, not both.

Passes: `{name: 拉坯, change: paid, change_percent: 30}`.
Fails: `{name: 拉坯, change: paid, change_cost: 50, change_percent: 30}`.
Source: Civil Code 民法典 art. 777 (a mid-work change pays its loss); DOMAIN.md, revision rules by stage.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "change-twice"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The stages of every offer."""
    path = dossier.customization.path
    for assessed in dossier.offers:
        stages = assessed.offer.production.stages if assessed.offer.production is not None else ()
        for at, stage in enumerate(stages):
            if stage.change_cost is None or stage.change_percent is None:
                continue
            field = ("offers", assessed.position, "production", "stages", at)
            yield error(
                CODE,
                FieldOf(path, (*field, "change_percent"), at_key=True),
                Words(
                    f"“{stage.name}”的改动写了两种价：一笔钱，又是价格的 {stage.change_percent}%，买家不知道按哪个算",
                    f"a change at “{stage.name}” has two prices, an amount and {stage.change_percent} % of the price: which one holds?",
                ),
                Words("`change_cost` 和 `change_percent` 只留一个", "keep `change_cost` or `change_percent`, not both"),
                (Related(FieldOf(path, (*field, "change_cost"), at_key=True), Words("另一种在这里", "the other one")),),
            )
