"""price-short: the highest price is enough for the dearest choice that the limits allow.

Passes: `price: {lowest: 680, highest: 1280}` where the options add 600 at most.
Fails: the same where they can add 900: a buyer is shown “up to 1280” and asked for 1580.
The highest price may be over what the options add, for work that is priced by talking. Nothing is claimed where the
search for the dearest choice would be too long.
Source: DOMAIN.md: the price stands before the order; the search is `ichsite.assess.satisfy.dearest`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import AssessedOffer, Dossier
from ichsite.assess.satisfy import dearest
from ichsite.rules.threshold_contradiction import faults_of
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "price-short"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every offer whose price range and options are sound in themselves."""
    for assessed in dossier.offers:
        price = assessed.offer.price
        contradicted = any(True for option in assessed.offer.options for _ in faults_of(option))
        if price.lowest > price.highest or contradicted:
            continue
        added = dearest(assessed.offer)
        if added is not None and price.lowest + sum(added.values()) > price.highest:
            yield _short(assessed, added, dossier.customization.path)


def _short(assessed: AssessedOffer, added: dict[str, int], path: str) -> Diagnostic:
    price, options = assessed.offer.price, assessed.offer.options
    reached = _yuan(price.lowest + sum(added.values()))
    sums = [(at, option.label, _yuan(added[option.id])) for at, option in enumerate(options) if added.get(option.id)]
    return error(
        CODE,
        FieldOf(path, ("offers", assessed.position, "price", "highest")),
        Words(
            f"最高价写 {_yuan(price.highest)} 元，选项都往贵里选却要 {reached} 元",
            f"the highest price is {_yuan(price.highest)} yuan, but the dearest choice comes to {reached} yuan",
        ),
        Words(
            f"把 `highest` 写到 {reached}，或减少选项加的钱",
            f"set `highest` to {reached}, or let the options add less",
        ),
        tuple(
            Related(
                FieldOf(path, ("offers", assessed.position, "options", at, "id")),
                Words(f"“{label}”最多加 {amount} 元", f"“{label}” adds up to {amount} yuan"),
            )
            for at, label, amount in sums
        ),
    )


def _yuan(minor: int) -> str:
    return f"{minor / 100:.2f}".removesuffix(".00")
