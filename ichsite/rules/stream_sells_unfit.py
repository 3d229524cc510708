"""stream-sells-unfit: a stream shows an unfit piece as a case and its process, and takes no order for it.

Passes: `{craft: carved-screen, showing: shows}`.
Fails: `{craft: carved-screen, showing: sells}` where the screen takes 45 days.
Source: DOMAIN.md, craft-fit assessment, question 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.tier_twice import is_doubled
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "stream-sells-unfit"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """No stream sells an offer whose cycle is unfit."""
    for stream in whole.catalog.streams:
        for at, shown in enumerate(stream.value.crafts):
            card = whole.cards.get(shown.craft)
            if card is None or shown.showing == "shows" or is_doubled(card.tiers):
                continue
            tiers = shown.tiers(card.tiers)
            if not any(offer.cycle == "unfit" for offer in card.offers if offer.tier in tiers):
                continue
            yield error(
                CODE,
                FieldOf(stream.path, ("crafts", at)),
                Words(
                    f"“{card.title}”属不适配型，这场直播却要接它的单",
                    f"“{card.title}” is unfit for orders in a stream, but this stream sells it",
                ),
                Words("写成 `showing: shows`（只展示）", "write `showing: shows`"),
                (Related(FieldOf(card.path), Words("作品在这里", "the craft is here")),),
            )
