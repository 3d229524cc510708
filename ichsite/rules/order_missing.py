"""order-missing: whoever wants a piece finds out where to order it.

Passes: an offer with an `order` link, or with a `commission` text.
Fails: an offer of 10 days with neither.
Source: DOMAIN.md, the catalogue's place: it explains and links; the order is placed on the platform.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "order-missing"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """An offer that streams may sell has a link, or says how to commission it."""
    for assessed in dossier.offers:
        offer, cycle = assessed.offer, assessed.verdicts.cycle
        if cycle is None or not cycle.takes_stream_orders or offer.order is not None or offer.commission is not None:
            continue
        yield warning(
            CODE,
            FieldOf(dossier.customization.path, ("offers", assessed.position, "tier")),
            Words("没有写到哪里下单", "nothing says where to order this"),
            Words(
                "加 `order: {platform, label, url}`；只接线下的写 `commission`",
                "add `order: {platform, label, url}`, or `commission` where it is commissioned offline",
            ),
        )
