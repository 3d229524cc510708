"""The views of the order brief 定作确认: the page where it is composed, and the one where anybody checks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ichsite.model.randomness import Randomness
from ichsite.plan.views.chrome import Chrome, Head, Link
from ichsite.plan.views.craft import OfferView, OutcomeView
from ichsite.plan.views.figures import ClockView


@dataclass(frozen=True)
class BriefView:
    """`pages/brief.html`: the order brief of a craft. `offers` are those that are made to order, which may be none.

    `data` is what script reads as JSON: `craft` (its id), `offers` by tier (version, terms, the lines that no choice changes),
    `words`; `waits` says of each tier whether a stage of it cannot be hurried.
    """

    chrome: Chrome
    head: Head
    craft: Link
    offers: tuple[OfferView, ...]
    randomness: Randomness
    outcomes: tuple[OutcomeView, ...]
    small_sample: bool
    estimated_years: tuple[int, ...]
    clock: ClockView | None
    data: Mapping[str, Any]
    waits: tuple[str, ...] = ()


@dataclass(frozen=True)
class BriefCheckView:
    """`pages/brief-check.html`: a brief that somebody pastes, held against its code and against what was promised."""

    chrome: Chrome
    head: Head
    data: Mapping[str, Any]
