"""order-link-on-unfit: a piece that takes longer than a stream can wait for is commissioned offline.

Passes: stages of 20 working days and an `order` link; stages of 45 days and a `commission` text.
Fails: stages of 45 days and an `order` link.
Source: DOMAIN.md, craft-fit assessment, question 1; the cut-offs are `assessment.cycle` of site.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "order-link-on-unfit"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """No `order` where the cycle is unfit."""
    for assessed in dossier.offers:
        cycle = assessed.verdicts.cycle
        if cycle is None or cycle.takes_stream_orders or assessed.offer.order is None:
            continue
        yield error(
            CODE,
            FieldOf(dossier.customization.path, ("offers", assessed.position, "order")),
            Words(
                f"制作周期最长 {cycle.days} 天，超过 {cycle.communicate_up_to_days} 天，属不适配型，直播间不接单",
                f"the cycle takes up to {cycle.days} days, over {cycle.communicate_up_to_days}: unfit, no orders in a stream",
            ),
            Words(
                "删掉 `order`，在 `commission` 里写明怎样线下定制",
                "remove `order` and say in `commission` how to commission the piece offline",
            ),
        )
