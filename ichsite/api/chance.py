"""What `/api/v1/crafts/<id>.json` says of chance: outcomes with their counts, and a draw by lot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from ichsite.api.options import Minor
from ichsite.api.says import Says
from ichsite.api.values import Digits, Picture
from ichsite.assess.verdicts import Duty
from ichsite.model.randomness import Chance, Controllability, ToleranceUnit


@dataclass(frozen=True)
class ToleranceData:
    """Plus or minus what is promised."""

    what: str
    plus_minus: Digits
    unit: ToleranceUnit


@dataclass(frozen=True)
class NamedWords:
    """A factor and its effect, or an alternative and what it is."""

    name: str
    words: str


@dataclass(frozen=True)
class ShareData:
    """A share per mille with its 95 % interval (Wilson)."""

    per_mille: int
    lowest_per_mille: int
    highest_per_mille: int


@dataclass(frozen=True)
class OutcomeData:
    """One kind of result, and how many pieces of the sample it was."""

    id: str
    name: str
    words: str
    count: int
    share: Annotated[ShareData | None, Says("null where the counts do not add up to the sample.")]
    picture: Picture | None


@dataclass(frozen=True)
class SampleData:
    """What outcomes were counted among."""

    pieces: int
    since: date
    until: date
    note: str | None


@dataclass(frozen=True)
class RandomnessData:
    """Question 2: what nobody can promise, and the duties that follow."""

    controllability: Controllability
    by: Chance
    duties: tuple[Duty, ...]
    factors: tuple[NamedWords, ...]
    tolerances: tuple[ToleranceData, ...]
    outcomes: tuple[OutcomeData, ...]
    sample: SampleData | None
    alternatives: tuple[NamedWords, ...]
    outside: Annotated[str | None, Says("What happens when it falls outside of all this.")]


@dataclass(frozen=True)
class LotData:
    """One thing that may be drawn, its odds and its worth."""

    name: str
    odds_percent: Digits
    worth_minor: Minor


@dataclass(frozen=True)
class DrawData:
    """A draw by lot: another thing than the customised piece."""

    title: str
    price_minor: Minor
    lots: tuple[LotData, ...]
    rules: str
    least_age: int
    age_notice: str
