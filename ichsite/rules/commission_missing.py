"""commission-missing: a piece that no stream may sell says how it is commissioned.

Passes: stages of 45 days and `commission: 约到作坊面谈，先付三成定金`.
Fails: stages of 45 days without `commission`.
Source: DOMAIN.md, craft-fit assessment, question 1: unfit pieces are commissioned offline 线下定制.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "commission-missing"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """An unfit offer has a `commission` text."""
    for assessed in dossier.offers:
        cycle = assessed.verdicts.cycle
        if cycle is None or cycle.takes_stream_orders or assessed.offer.commission is not None:
            continue
        yield warning(
            CODE,
            FieldOf(dossier.customization.path, ("offers", assessed.position, "tier")),
            Words(
                f"制作周期最长 {cycle.days} 天，属不适配型，却没有写怎样线下定制",
                f"the cycle takes up to {cycle.days} days (unfit), but nothing says how to commission the piece offline",
            ),
            Words(
                "在 `commission` 里写明：找谁、怎么谈、定金多少",
                "say in `commission` whom to ask, how it is agreed, what is paid in advance",
            ),
        )
