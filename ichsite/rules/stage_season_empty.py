"""stage-season-empty: a season names its months.

Passes: `season: {months: [9, 10], force: only, reason: 秋季窑火最稳}`.
Fails: `season: {months: [], reason: 秋季窑火最稳}`.
Source: DOMAIN.md: delivery windows are dates, and a season without months gives none.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "stage-season-empty"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every season of every stage has a month."""
    for assessed in dossier.offers:
        stages = assessed.offer.production.stages if assessed.offer.production is not None else ()
        for at, stage in enumerate(stages):
            if stage.season is None or stage.season.months:
                continue
            field = ("offers", assessed.position, "production", "stages", at, "season", "months")
            yield error(
                CODE,
                FieldOf(dossier.customization.path, field),
                Words(f"“{stage.name}”讲季节，却没有写月份", f"“{stage.name}” has a season without months"),
                Words(
                    "写上月份，如 `months: [9, 10]`；不分季节就删掉 `season`",
                    "write `months: [9, 10]`, or remove `season`",
                ),
            )
