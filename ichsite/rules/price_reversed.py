"""price-reversed: a price range runs from the lower to the higher amount.

Passes: `price: {lowest: 680, highest: 1280}`.
Fails: `price: {lowest: 1280, highest: 680}`.
Source: DOMAIN.md: the price stands before the order; a range that runs backwards promises nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.model.span import PriceRange
from ichsite.model.tier import TIERS
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.words import Words

CODE = "price-reversed"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The prices of all offers."""
    for assessed in dossier.offers:
        yield from _of(assessed.offer.price, dossier.customization.path, ("offers", assessed.position, "price"))


def check_whole(whole: Whole) -> Iterator[Diagnostic]:
    """The typical prices of the tiers, and the budgets of audiences."""
    for audience in whole.catalog.audiences:
        budget = audience.value.rules.price
        if budget is not None and budget.lowest is not None and budget.highest is not None:
            price = PriceRange(lowest=budget.lowest, highest=budget.highest)
            yield from _of(price, audience.path, (*audience.at, "rules", "price"))
    if (tiers := whole.catalog.tiers) is None:
        return
    for name in TIERS:
        yield from _of(tiers.value.of(name).price, tiers.path, (name, "price"))


def _of(price: PriceRange, path: str, field: FieldPath) -> Iterator[Diagnostic]:
    if price.lowest <= price.highest:
        return
    lowest, highest = f"{price.lowest / 100:.2f}", f"{price.highest / 100:.2f}"
    yield error(
        CODE,
        FieldOf(path, (*field, "lowest")),
        Words(f"最低价 {lowest} 高于最高价 {highest}", f"the lowest price, {lowest}, is over the highest, {highest}"),
        Words("两个数对调，或改正写错的一个", "swap the two, or mend the one that is wrong"),
    )
