"""An offer: one tier of one craft, with everything that is promised about it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from ichsite.model.draw import Draw
from ichsite.model.entry import entry
from ichsite.model.limit import Limit
from ichsite.model.naming import Identifier
from ichsite.model.option import Option, Reason
from ichsite.model.outside import WebAddress
from ichsite.model.picture import Drawing
from ichsite.model.platform import PLATFORM_TERMS, Platform
from ichsite.model.production import Production
from ichsite.model.randomness import Randomness
from ichsite.model.scalar import Amount, Exact, OneOf, Text, Whole, YesNo
from ichsite.model.span import PriceRange
from ichsite.model.tier import TierField

Making = Literal["made-to-order", "ready-made", "one-off"]
MAKING_TERMS = OneOf(made_to_order="定作", ready_made="现货", one_off="孤品现货")
Verdict = Literal["can", "cannot", "ask"]
VERDICT_TERMS = OneOf(can="可以", cannot="不可以", ask="先问")


@entry
class Boundary:
    """A wish that people have, and the answer: can, cannot, ask; with the reason. Answered ideas lead to its `id`."""

    id: Identifier | None = None
    wish: Annotated[str, Text(100)]
    verdict: Annotated[Verdict, VERDICT_TERMS]
    reason: Reason


@entry
class OrderLink:
    """Where the order is placed: on the platform, never on this site."""

    platform: Annotated[Platform, PLATFORM_TERMS]
    label: Annotated[str, Text(40)]
    url: WebAddress


@entry
class AfterSale:
    """Acceptance and after-sale (Civil Code art. 779–781, 787): days to inspect, then repair, remake, price cut, cancelling."""

    inspection_days: Annotated[int, Whole(1, 365)]
    repair: Annotated[str, Text(300)]
    remake: Annotated[str, Text(300)]
    price_cut: Annotated[str, Text(300)]
    cancelling: Annotated[str, Text(300)]


@entry
class Cost:
    """What a piece costs the workshop. Private: read for the assessment, never published."""

    material: Annotated[int, Amount()]
    working_hours: Annotated[Decimal, Exact(least=Decimal("0.1"), places=1)]
    fair_hourly_pay: Annotated[int, Amount()]


@entry
class Offer:
    """One tier that the craft offers. `returns_days` is a return right that the seller promises of its own will.

    `preview` is a drawing in millimetres that follows what a buyer chooses (`ichsite.media.slots`); it promises nothing.
    """

    tier: TierField
    summary: Annotated[str, Text(300)]
    making: Annotated[Making, MAKING_TERMS] = "made-to-order"
    price: PriceRange
    master_takes_part: Annotated[str, Text(200)] | None = None
    preview: Drawing | None = None
    options: tuple[Option, ...] = ()
    limits: tuple[Limit, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    production: Production | None = None
    order: OrderLink | None = None
    commission: Annotated[str, Text(300)] | None = None
    returns_days: Annotated[int, Whole(0, 365)] = 0
    returns_words: Annotated[str, Text(300)] | None = None
    after_sale: AfterSale
    private_cost: Cost | None = None


@entry
class Customization:
    """`content/crafts/<slug>/customization.yaml`."""

    customisable: Annotated[bool, YesNo()] = True
    offers: tuple[Offer, ...]
    randomness: Randomness
    draw: Draw | None = None
