"""idea-in-the-future: ideas are in before they are answered, and a name is agreed on before it is shown.

Passes: `gathered: 2026-11-15`, `agreed: 2026-11-20`, today the 22nd.
Fails: either day after today.
Source: Personal Information Protection Law art. 13–14: consent comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ichsite.model.idea import Credit, Ideas
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.words import Words

CODE = "idea-in-the-future"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The days of every batch."""
    for batch in whole.catalog.ideas:
        for day, field in _days(batch.value):
            if day > whole.today:
                yield error(
                    CODE,
                    FieldOf(batch.path, field),
                    Words(f"{day} 还没到", f"{day} is yet to come"),
                    Words("写真正收齐、真正同意的那天", "write the day on which they were in, or on which the person agreed"),
                )  # fmt: skip


def _days(batch: Ideas) -> Iterator[tuple[date, FieldPath]]:
    yield batch.gathered, ("gathered",)
    for at, idea in enumerate(batch.ideas):
        credits: list[tuple[Credit | None, FieldPath]] = [(idea.credit, ("ideas", at))]
        credits += ((one.credit, ("ideas", at, "merged", number)) for number, one in enumerate(idea.merged))
        for credit, field in credits:
            if credit is not None:
                yield credit.agreed, (*field, "credit", "agreed")
