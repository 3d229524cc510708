"""change-without-cost: a change that costs something says how much.

Passes: `{name: 拉坯, change: paid, change_percent: 30}`.
Fails: `{name: 拉坯, change: paid}`; `{name: 錾刻, change: none, change_cost: 50}`.
Source: Civil Code 民法典 art. 777 (a mid-work change pays its loss); DOMAIN.md, revision rules by stage.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.model.production import Stage
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "change-without-cost"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """A paid change has a cost or a percentage; a change that is free or barred has none."""
    for assessed in dossier.offers:
        stages = assessed.offer.production.stages if assessed.offer.production is not None else ()
        for at, stage in enumerate(stages):
            if (what := _fault(stage)) is not None:
                field = ("offers", assessed.position, "production", "stages", at, "change")
                yield warning(
                    CODE,
                    FieldOf(dossier.customization.path, field),
                    what,
                    Words(
                        "付费可改写 `change_cost: 50`（元）或 `change_percent: 30`（占价格），别的情形不写费用",
                        "a paid change has `change_cost: 50` or `change_percent: 30` (of the price); the others have neither",
                    ),
                )


def _fault(stage: Stage) -> Words | None:
    priced = stage.change_cost is not None or stage.change_percent is not None
    if stage.change == "paid" and not priced:
        return Words(
            f"“{stage.name}”付费可改，却没有写多少钱", f"a change at “{stage.name}” is paid for, but not how much"
        )
    if stage.change in ("free", "none") and priced:
        return Words(
            f"“{stage.name}”写了改动的费用，`change` 却是 {stage.change}",
            f"“{stage.name}” has a cost for changes, but `change` is {stage.change}",
        )
    return None
