"""What `/api/v1/crafts/<id>.json` says: everything that is published of a craft, class by class."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from ichsite.api.chance import DrawData, RandomnessData
from ichsite.api.options import AnyBound, AnyChoice, Minor, Why
from ichsite.api.record import CraftRecordData
from ichsite.api.says import Says
from ichsite.api.streams import MasterRef
from ichsite.api.values import Address, Counted, Days, Digits, Format, Id, Picture, Price, Short, Version
from ichsite.assess.verdicts import CostClass, CycleClass, ReturnBasis
from ichsite.model.craft import CategoryNumeral, Hand, Level
from ichsite.model.offer import Making, Verdict
from ichsite.model.platform import Platform
from ichsite.model.production import Actor, Change, SeasonForce
from ichsite.model.tier import StreamRole, TierName
from ichsite.text.words import Language


@dataclass(frozen=True)
class Fixed:
    """What is never changed, and why."""

    feature: str
    reason: str


@dataclass(frozen=True)
class Step:
    """A step of the making: by hand, by machine, by whom."""

    step: str
    by: Hand
    who: str
    note: str | None


@dataclass(frozen=True)
class Wish:
    """A wish that people have, and the answer."""

    wish: str
    verdict: Verdict
    reason: Why


@dataclass(frozen=True)
class StageMonths:
    """The months (1–12) of a stage: the best ones, or the only ones."""

    months: tuple[int, ...]
    force: SeasonForce
    reason: str


@dataclass(frozen=True)
class StageData:
    """A stage of production: its days, what is confirmed, and what a change costs from then on."""

    name: str
    working_days: Days
    wait_days: Annotated[Days, Says("Drying, firing and the like: calendar days after the work.")]
    wait_for: str | None
    actor: Actor
    season: StageMonths | None
    confirms: str | None
    revisions: Annotated[int, Says("How many revisions are included.")]
    change: Change
    change_cost_minor: Minor | None
    change_percent: Annotated[int | None, Says("A share of the price.")]
    change_note: str | None
    ends: Annotated[tuple[date, date], Says("The earliest and the latest day on which it ends.")]


@dataclass(frozen=True)
class QueueData:
    """The orders that wait."""

    orders_waiting: int
    orders_per_week: Digits
    counted: date | None


@dataclass(frozen=True)
class WindowData:
    """The delivery window, counted from `counted_from`; all days are calendar days but the working days."""

    days: Days
    delivered: tuple[date, date]
    ready: tuple[date, date]
    working_days: Days
    wait_days: Days
    queue_days: Days
    season_wait_days: Days
    shipping_days: Days
    cycle_days: Annotated[Days, Says("The making alone, the same on every day of the year.")]
    estimated: Annotated[bool, Says("It reaches into a year whose holidays are not published yet.")]
    stages: tuple[StageData, ...]
    queue: QueueData | None


@dataclass(frozen=True)
class CycleData:
    """Question 1, the production cycle: the class and the cut-offs (calendar days) that it was judged by."""

    cycle: CycleClass
    days: int
    fit_up_to_days: int
    communicate_up_to_days: int


@dataclass(frozen=True)
class CostData:
    """Question 3, cost fit: the class by the price from, and the cut-offs in hundredths of the currency."""

    cost: CostClass
    role: StreamRole
    low_up_to_minor: Minor
    middle_up_to_minor: Minor


@dataclass(frozen=True)
class ReturnsData:
    """The return right, and what happens when something is wrong. Faults are answered for whatever the right."""

    basis: Annotated[
        ReturnBasis,
        Says(
            "`made-to-order`: outside the seven days of China's consumer law; `seven-days`; `promised`: by the seller."
        ),
    ]
    days: Annotated[int, Says("Days after receipt in which it may be returned without a reason; 0: none.")]
    words: str | None
    inspection_days: int
    repair: str
    remake: str
    price_cut: str
    cancelling: str


@dataclass(frozen=True)
class OrderData:
    """Where the order is placed: on a platform, never here."""

    platform: Platform
    label: str
    url: Address


@dataclass(frozen=True)
class PromiseData:
    """What is promised, as a version that never changes and always answers."""

    version: Annotated[str, Says("Ten hex digits of a BLAKE2b hash of `file`.")]
    since: date
    url: Address
    file: Annotated[Address, Says("Canonical JSON of everything that is promised; the queue is no part of it.")]


@dataclass(frozen=True)
class OfferData:
    """One tier of the craft, with everything that is promised about it."""

    tier: TierName
    summary: str
    making: Making
    price: Price
    master_takes_part: str | None
    options: tuple[AnyChoice, ...]
    limits: tuple[AnyBound, ...]
    wishes: tuple[Wish, ...]
    window: Annotated[WindowData | None, Says("null for what is ready-made.")]
    cycle: CycleData | None
    takes_orders: Annotated[bool, Says("Whether streams take orders for it.")]
    cost: CostData
    order: Annotated[OrderData | None, Says("null where it is commissioned, or asked for by telephone.")]
    commission: str | None
    returns: ReturnsData
    promise: Annotated[
        PromiseData | None,
        Says("The version of all this that is kept; null only where nothing is published yet."),
    ]


@dataclass(frozen=True)
class ChosenData:
    """An option that a buyer chose, in words."""

    label: str
    value: str


@dataclass(frozen=True)
class LaterData:
    """What a buyer told later, as far as the buyer agreed to its being shown."""

    day: date
    words: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class ShowcaseData:
    """What a buyer received, as far as the buyer agreed to its being shown; the words are plain text."""

    id: Id
    title: str
    url: Address
    short: Short
    tier: TierName
    buyer: Annotated[str | None, Says("null where the buyer did not agree to be named.")]
    received: date
    words: str
    chosen: tuple[ChosenData, ...]
    outcome: Annotated[str | None, Says("The id of the outcome.")]
    pictures: tuple[Picture, ...]
    later: Annotated[
        tuple[LaterData, ...], Says("What the buyer told after weeks or months, in the order of the days.")
    ]


@dataclass(frozen=True)
class CraftData:
    """Everything that is published of a craft."""

    format: Format
    version: Version
    schema: Address
    id: Id
    language: Language
    sample: Annotated[bool, Says("Of a demonstration: nothing here is for sale.")]
    title: str
    summary: str
    url: Address
    short: Short
    catalogue: Address
    counted_from: Counted
    code: Annotated[str | None, Says("The code of China's national list.")]
    level: Level
    category: CategoryNumeral
    region: str
    tags: tuple[str, ...]
    uses: tuple[str, ...]
    masters: tuple[MasterRef, ...]
    pictures: tuple[Picture, ...]
    story: Annotated[str, Says("Plain text.")]
    care: str | None
    fixed_features: tuple[Fixed, ...]
    making: tuple[Step, ...]
    customisable: bool
    offers: tuple[OfferData, ...]
    randomness: RandomnessData
    draw: DrawData | None
    showcases: tuple[ShowcaseData, ...]
    record: Annotated[
        CraftRecordData | None, Says("How its delivery windows were kept; null where nothing was recorded.")
    ]
