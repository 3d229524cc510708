"""showcase-later-early: what a buyer tells later comes after the day on which the piece arrived.

Passes: `received: 2026-05-22` and an entry of `later` with `day: 2026-08-30`.
Fails: an entry with `day: 2026-05-22`, or before.
Source: the study, spread by users: care and use after months; a day that cannot be makes the rest doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "showcase-later-early"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The days of the later entries of every showcase of a craft."""
    for record in dossier.showcases:
        received = record.value.received
        for at, one in enumerate(record.value.later):
            if one.day <= received:
                yield error(
                    CODE,
                    FieldOf(record.path, ("later", at, "day")),
                    Words(
                        f"{received} 才收到，{one.day} 还说不上“后来”",
                        f"it was received on {received}: {one.day} is not later",
                    ),
                    Words("写买家后来说这些话的那一天", "write the day on which the buyer told it"),
                )
