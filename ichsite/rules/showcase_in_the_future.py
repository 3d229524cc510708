"""showcase-in-the-future: what a buyer shows has arrived.

Passes: `received: 2026-09-20` on 2026-11-22.
Fails: `received: 2027-09-20` on that day; so does an entry of `later`.
Source: DOMAIN.md: a showcase is what a buyer received; E-Commerce Law 电子商务法 art. 17 (no made-up reviews).
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "showcase-in-the-future"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The day of every showcase of a craft."""
    for record in dossier.showcases:
        if (received := record.value.received) > dossier.today:
            yield error(
                CODE,
                FieldOf(record.path, ("received",)),
                Words(
                    f"收到的日子 {received} 还没到（今天是 {dossier.today}）",
                    f"received on {received}, which is yet to come (today is {dossier.today})",
                ),
                Words("写买家真正收到的那一天", "write the day on which the buyer really received it"),
            )
        for at, one in enumerate(record.value.later):
            if one.day > dossier.today:
                yield error(
                    CODE,
                    FieldOf(record.path, ("later", at, "day")),
                    Words(
                        f"{one.day} 还没到（今天是 {dossier.today}）",
                        f"{one.day} is yet to come (today is {dossier.today})",
                    ),
                    Words("写买家后来说这些话的那一天", "write the day on which the buyer told it"),
                )
