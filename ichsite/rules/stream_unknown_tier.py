"""stream-unknown-tier: a stream is about tiers that the craft offers.

Passes: `{craft: vase, tier: function}` where the vase offers `function`.
Fails: `{craft: vase, tier: deep}` where it does not.
A craft that offers a tier twice is told so once (tier-twice): the tier that is missing is mostly the one mistyped there.
Source: DOMAIN.md, tier table, row “in the stream”.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.model.stream import STREAM_TIER_TERMS
from ichsite.rules.tier_twice import is_doubled
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.suggest import did_you_mean
from ichsite.text.words import Words

CODE = "stream-unknown-tier"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every craft of every stream."""
    for stream in whole.catalog.streams:
        for at, shown in enumerate(stream.value.crafts):
            card = whole.cards.get(shown.craft)
            if card is None or shown.tier == "all" or shown.tier in card.tiers or is_doubled(card.tiers):
                continue
            yield error(
                CODE,
                FieldOf(stream.path, ("crafts", at, "tier")),
                Words(
                    f"“{card.title}”没有{STREAM_TIER_TERMS.terms[shown.tier]}这一层",
                    f"“{card.title}” does not offer the tier `{shown.tier}`",
                ),
                did_you_mean(shown.tier, {*card.tiers, "all"}),
            )
