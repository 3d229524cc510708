"""audience-want-impossible: what an audience should find can be among what fits it.

Passes: `wants: [{what: 一百以内的, under: 100}]` under `price: {highest: 300}`.
Fails: `tier: deep` where `rules` leave `deep` out; `under: 80` where `price` begins at 100.
Source: the rules decide what fits; a want beyond them is met by no offer, whatever the workshop makes.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, Related, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "audience-want-impossible"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every want of every audience."""
    for audience in whole.catalog.audiences:
        rules = audience.value.rules
        for at, want in enumerate(audience.value.wants):
            place = (*audience.at, "wants", at)
            if want.tier is not None and rules.tiers and want.tier not in rules.tiers:
                yield _impossible(audience.path, (*place, "tier"), (*audience.at, "rules", "tiers"))
            lowest = rules.price.lowest if rules.price is not None else None
            if want.under is not None and lowest is not None and want.under < lowest:
                yield _impossible(audience.path, (*place, "under"), (*audience.at, "rules", "price", "lowest"))


def _impossible(path: str, field: tuple[str | int, ...], rule: tuple[str | int, ...]) -> Diagnostic:
    return warning(
        CODE,
        FieldOf(path, field),
        Words("这一条在规则之外，永远凑不齐", "this is beyond the audience's own rules and can never be met"),
        Words("改这一条，或放宽 rules", "change it, or loosen `rules`"),
        (Related(FieldOf(path, rule), Words("规则在这里", "the rule is here")),),
    )
