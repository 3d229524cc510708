"""queue-stale: a queue is counted on a day; an old count promises days that nobody has counted.

Passes: `queue: {orders_waiting: 9, orders_per_week: 6, counted: 2026-11-20}`.
Fails: the same without `counted`, or counted more than 60 days ago.
Source: E-Commerce Law 电子商务法 art. 20 (deliver as promised); 60 days is ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "queue-stale"
FRESH_DAYS = 60


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every queue with orders in it has a day, and not one long ago."""
    for assessed in dossier.offers:
        queue = assessed.offer.production.queue if assessed.offer.production is not None else None
        if queue is None or queue.orders_waiting == 0:
            continue
        age = None if queue.counted is None else (dossier.today - queue.counted).days
        if age is not None and 0 <= age <= FRESH_DAYS:
            continue
        if age is None:
            what = Words("没有写这些排队的单是哪天数的", "it is not said on which day these orders were counted")
        elif age < 0:
            what = Words(f"{queue.counted} 还没到，不可能已经数过", f"{queue.counted} is still to come")
        else:
            what = Words(
                f"排队的单是 {age} 天前数的，交期已经不准",
                f"the queue was counted {age} days ago; its days no longer hold",
            )
        yield warning(
            CODE,
            FieldOf(dossier.customization.path, ("offers", assessed.position, "production", "queue")),
            what,
            Words("重新数一遍，写上 `counted: 日期`", "count again and write `counted: day`"),
        )
