"""The three tiers 定制层级 of the layered development model (DOMAIN.md)."""

from __future__ import annotations

from typing import Annotated, Literal

from ichsite.model.entry import entry
from ichsite.model.scalar import OneOf, Text
from ichsite.model.span import DayRange, Days, PriceRange

TierName = Literal["element", "function", "deep"]
TIERS: tuple[TierName, ...] = ("element", "function", "deep")
TIER_TERMS = OneOf(element="元素定制", function="功能定制", deep="深度定制")
TierField = Annotated[TierName, TIER_TERMS]

StreamRole = Literal["traffic", "mass", "premium"]
STREAM_ROLE_TERMS = OneOf(traffic="引流款", mass="大众款", premium="专场")


@entry
class Tier:
    """What one tier promises: what changes, what stays, the master's part, price, typical window, role."""

    title: Annotated[str, Text(20)]
    summary: Annotated[str, Text(200)]
    changes: Annotated[str, Text(300)]
    stays: Annotated[str, Text(300)]
    master_part: Annotated[str, Text(300)]
    price: PriceRange
    typical_window_days: Annotated[DayRange, Days()]
    stream_role: Annotated[StreamRole, STREAM_ROLE_TERMS]
    stream_use: Annotated[str, Text(300)]
    buyer: Annotated[str, Text(200)]


@entry
class TierBook:
    """`content/tiers.yaml`."""

    element: Tier
    function: Tier
    deep: Tier

    def of(self, name: TierName) -> Tier:
        """The tier by its name."""
        return {"element": self.element, "function": self.function, "deep": self.deep}[name]
