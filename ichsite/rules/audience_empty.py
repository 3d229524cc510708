"""audience-empty: a guide has something to show: at least one craft fits its audience.

Passes: an audience whose rules some offer keeps, each one that is written.
Fails: `price: {highest: 5}` where nothing costs so little; `within_days: 1` where nothing is delivered within a day.
Source: the study, audience profiles: each audience is led to offers that fit it; a guide without any leads nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "audience-empty"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every audience, on a site that has crafts."""
    if not whole.cards:
        return
    for audience in whole.catalog.audiences:
        if not whole.fits.of.get(audience.slug):
            yield warning(
                CODE,
                FieldOf(audience.path, (*audience.at, "rules"), at_key=True),
                Words(
                    "没有一件作品同时合上这群人的每条规则，这一页是空的",
                    "no craft keeps every rule of this audience: its guide is empty",
                ),
                Words(
                    "运行 ichsite assess --audiences，看最接近的几件差在哪里；放宽规则，或先写 draft: true",
                    "`ichsite assess --audiences` tells which come nearest and what they fail by; loosen a rule, or write `draft: true`",
                ),
            )
