"""showcase-unknown-tier: a showcase belongs to a tier that the craft offers.

Passes: `tier: function` where the craft offers `function`.
Fails: `tier: deep` where it does not.
Source: DOMAIN.md, tiers: what was bought at one tier says nothing about another.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.model.tier import TIER_TERMS
from ichsite.rules.tier_twice import is_doubled
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "showcase-unknown-tier"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The tier of every showcase of a craft."""
    offered = tuple(one.offer.tier for one in dossier.offers)
    if is_doubled(offered):
        return
    for record in dossier.showcases:
        if (tier := record.value.tier) not in offered:
            yield error(
                CODE,
                FieldOf(record.path, ("tier",)),
                Words(
                    f"“{dossier.craft.value.title}”没有{TIER_TERMS.terms[tier]}这一层",
                    f"“{dossier.craft.value.title}” does not offer the tier `{tier}`",
                ),
                did_you_mean(tier, offered),
            )
