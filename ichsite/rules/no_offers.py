"""no-offers: a craft that may be customised says at which tier.

Passes: `offers: [{tier: element, …}]`, or `customisable: false` with `offers: []`.
Fails: `offers: []` where `customisable` is true (or missing).
Source: DOMAIN.md, tiers.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "no-offers"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """A customisable craft has at least one offer."""
    if dossier.offers or not dossier.customization.value.customisable:
        return
    yield error(
        CODE,
        FieldOf(dossier.customization.path, ("offers",), at_key=True),
        Words("说可以定制，却没有一个定制层级", "the craft may be customised, but no tier is offered"),
        Words(
            "在 `offers` 里至少写一个层级；若只展示、不定制，写 `customisable: false`",
            "write at least one tier under `offers`; for a craft that is only shown, write `customisable: false`",
        ),
    )
