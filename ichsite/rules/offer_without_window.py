"""offer-without-window: nothing is offered without a delivery window, stage by stage.

Passes: `production: {stages: [{name: 錾刻, working_days: 2-3}], shipping_days: 2-4}`.
Fails: an offer without `production`, without stages, or made to order in stages of 0 days altogether.
Source: DOMAIN.md, first table; E-Commerce Law 电子商务法 art. 20 (deliver as promised).
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import AssessedOffer, Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "offer-without-window"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every offer has stages; those of a piece made to order take some days."""
    for assessed in dossier.offers:
        if (fault := _fault(assessed)) is not None:
            yield error(
                CODE,
                FieldOf(dossier.customization.path, ("offers", assessed.position, *fault[0])),
                fault[1],
                Words(
                    "按工序写 `production.stages`，每道有 `working_days` 或 `wait_days`；现货至少写一道“打包”",
                    "write `production.stages`, each with `working_days` or `wait_days`; a ready-made piece has at least its packing",
                ),
            )


def _fault(assessed: AssessedOffer) -> tuple[tuple[str, ...], Words] | None:
    production = assessed.offer.production
    if production is None:
        return ("tier",), Words(
            "没有写制作过程，买家下单前看不到多久能到手", "no production: a buyer cannot see the delivery window"
        )
    if assessed.window is None:
        return ("production", "stages"), Words(
            "制作过程里一道工序也没有，算不出多久能到手",
            "production without a stage: no delivery window can be worked out",
        )
    days = assessed.window.working_days.highest + assessed.window.wait_days.highest
    if days == 0 and assessed.offer.making == "made-to-order":
        return ("production", "stages"), Words(
            "定作的工序加起来是 0 天，这不是真的",
            "the stages of a piece made to order add up to 0 days, which cannot be",
        )
    return None
