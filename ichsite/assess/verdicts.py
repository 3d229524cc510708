"""The verdicts: cycle class, controllability, cost fit, return right; each with its reason in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ichsite.assess.window import Window
from ichsite.model.offer import Making, Offer
from ichsite.model.randomness import Chance, Controllability, Randomness
from ichsite.model.site import AssessmentSettings, CostCutoffs, CycleCutoffs
from ichsite.model.tier import StreamRole

CycleClass = Literal["fit", "communicate", "unfit"]
CostClass = Literal["low", "middle", "high"]
ReturnBasis = Literal["made-to-order", "seven-days", "promised"]
Duty = Literal["as-drawn-with-tolerance", "disclose", "show-cases", "offer-alternatives", "say-what-then"]


@dataclass(frozen=True)
class CycleVerdict:
    """Question 1, production cycle 生产周期: the class, the days it was judged by, the cut-offs."""

    cycle: CycleClass
    days: int
    fit_up_to_days: int
    communicate_up_to_days: int

    @property
    def takes_stream_orders(self) -> bool:
        """Unfit pieces are commissioned offline 线下定制; a stream shows them and takes no order."""
        return self.cycle != "unfit"


@dataclass(frozen=True)
class ControlVerdict:
    """Question 2, controllability 定制可控性, and the duties that follow from it."""

    control: Controllability
    by: Chance
    duties: tuple[Duty, ...]


@dataclass(frozen=True)
class CostVerdict:
    """Question 3, cost fit 成本适配性: the class by the price from (minor units), and the role in the stream."""

    cost: CostClass
    role: StreamRole
    price_from: int
    low_up_to: int
    middle_up_to: int


@dataclass(frozen=True)
class ReturnVerdict:
    """The return right, derived from how the piece is made (Consumer Protection Law art. 25).

    `made-to-order`: outside the seven days. `seven-days`: the law gives them, one-off pieces included.
    `promised`: the seller promises more than the law (rules of 2022, art. 2); `days` is the longest that holds.
    """

    basis: ReturnBasis
    days: int
    making: Making


def cycle_verdict(window: Window, cutoffs: CycleCutoffs) -> CycleVerdict:
    """Judged by the upper end of the cycle: what may be promised is what is kept in a bad week."""
    days = window.cycle_days.highest
    fit, communicate = cutoffs.fit_up_to_days, cutoffs.communicate_up_to_days
    verdict: CycleClass = "fit" if days <= fit else "communicate" if days <= communicate else "unfit"
    return CycleVerdict(verdict, days, fit, communicate)


def control_verdict(randomness: Randomness) -> ControlVerdict:
    """High may promise “as in the drawing” within a tolerance; low discloses, shows cases, offers alternatives."""
    if randomness.controllability == "high":
        return ControlVerdict("high", randomness.by, ("as-drawn-with-tolerance",))
    duties: tuple[Duty, ...] = ("disclose", "show-cases", "offer-alternatives", "say-what-then")
    return ControlVerdict("low", randomness.by, duties)


def cost_verdict(offer: Offer, cutoffs: CostCutoffs) -> CostVerdict:
    """Low is a traffic item 引流款, middle a mass-market one, high goes to a premium stream 专场."""
    price = offer.price.lowest
    cost: CostClass = "low" if price <= cutoffs.low_up_to else "middle" if price <= cutoffs.middle_up_to else "high"
    role: dict[CostClass, StreamRole] = {"low": "traffic", "middle": "mass", "high": "premium"}
    return CostVerdict(cost, role[cost], price, cutoffs.low_up_to, cutoffs.middle_up_to)


def return_verdict(offer: Offer) -> ReturnVerdict:
    """The right that holds: the law's or the seller's promise, whichever is longer."""
    by_law = 0 if offer.making == "made-to-order" else 7
    if offer.returns_days > by_law:
        return ReturnVerdict("promised", offer.returns_days, offer.making)
    return ReturnVerdict("seven-days" if by_law else "made-to-order", by_law, offer.making)


@dataclass(frozen=True)
class Verdicts:
    """All that the assessment says of one offer."""

    cycle: CycleVerdict | None
    control: ControlVerdict
    cost: CostVerdict
    returns: ReturnVerdict


def judge(offer: Offer, randomness: Randomness, window: Window | None, settings: AssessmentSettings) -> Verdicts:
    """The verdicts of one offer; without stages there is no window and no cycle."""
    return Verdicts(
        cycle_verdict(window, settings.cycle) if window is not None else None,
        control_verdict(randomness),
        cost_verdict(offer, settings.cost),
        return_verdict(offer),
    )
