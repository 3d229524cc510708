"""tier-twice: a craft offers each tier once.

Passes: `offers: [{tier: element, …}, {tier: deep, …}]`.
Fails: `offers: [{tier: element, …}, {tier: element, …}]`.
Source: DOMAIN.md, tiers; a page has one place for each tier, and a showcase names its offer by the tier.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.model.tier import TIER_TERMS, TierName
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "tier-twice"


def is_doubled(tiers: tuple[str, ...]) -> bool:
    """Whether a tier is offered twice: then a showcase or a stream that names a tier cannot be judged by it."""
    return len(set(tiers)) < len(tiers)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """No two offers of one tier."""
    path = dossier.customization.path
    first: dict[TierName, int] = {}
    for assessed in dossier.offers:
        tier = assessed.offer.tier
        other = first.setdefault(tier, assessed.position)
        if other == assessed.position:
            continue
        yield error(
            CODE,
            FieldOf(path, ("offers", assessed.position, "tier")),
            Words(f"“{TIER_TERMS.terms[tier]}”写了两次，只能写一次", f"the tier `{tier}` is offered twice"),
            Words(
                "合成一项，用选项区分；或改成别的层级",
                "join the two and tell them apart by options, or change one tier",
            ),
            (Related(FieldOf(path, ("offers", other, "tier")), Words("第一次写在这里", "first offered here")),),
        )
