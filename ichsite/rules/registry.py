"""Every rule there is, in the order of its file's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ichsite.assess.dossier import Dossier
from ichsite.rules import order_link_on_unfit, randomness_without_cases, stream_sells_unfit
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic

CraftRule = Callable[[Dossier], Iterator[Diagnostic]]
CatalogRule = Callable[[Whole], Iterator[Diagnostic]]

CRAFT_RULES: tuple[CraftRule, ...] = (
    order_link_on_unfit.check,
    randomness_without_cases.check,
)
CATALOG_RULES: tuple[CatalogRule, ...] = (stream_sells_unfit.check,)
