"""income-unfair: the lowest price leaves the maker a fair pay for the hours.

    (price.lowest − material) / working_hours ≥ fair_hourly_pay

Passes: a price from 680, material 120, 8 hours, a fair pay of 60.
Fails: a price from 380 with the same costs.
Source: DOMAIN.md, craft-fit assessment, question 3: the master's income stays reasonable. The figures are private
and stand in this finding alone, which is for the author.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "income-unfair"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every offer that states its cost."""
    for assessed in dossier.offers:
        cost, lowest = assessed.offer.private_cost, assessed.offer.price.lowest
        if cost is None or lowest - cost.material >= cost.fair_hourly_pay * cost.working_hours:
            continue
        pay = _yuan(Decimal(lowest - cost.material) / cost.working_hours)
        fair = _yuan(Decimal(cost.fair_hourly_pay))
        least = _yuan(cost.material + cost.fair_hourly_pay * cost.working_hours)
        yield warning(
            CODE,
            FieldOf(dossier.customization.path, ("offers", assessed.position, "price", "lowest")),
            Words(
                f"按最低价，每小时只剩 {pay}，低于合理工钱 {fair}（`fair_hourly_pay`）",
                f"at the lowest price {pay} an hour is left, under the fair pay of {fair}",
            ),
            Words(f"最低价不低于 {least}，或减少工时", f"a lowest price of {least} would do, or fewer hours"),
        )


def _yuan(minor: Decimal) -> str:
    return str((minor / 100).quantize(Decimal("0.01"), ROUND_HALF_UP))
