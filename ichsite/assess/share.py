"""Shares of outcomes, with an interval that says how much the sample can bear."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from ichsite.model.randomness import Randomness

Z_95 = 1.959963984540054
"""The 97.5th percentile of the standard normal distribution."""


@dataclass(frozen=True)
class Share:
    """One outcome's share in `pieces`, per mille and whole, with its 95 % interval."""

    outcome: str
    count: int
    pieces: int
    per_mille: int
    lowest_per_mille: int
    highest_per_mille: int


def wilson_interval(count: int, pieces: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of a proportion (Wilson 1927), 0 to 1.

        centre = (p + z²/2n) / (1 + z²/n),  half = z / (1 + z²/n) × √(p(1−p)/n + z²/4n²)

    Raises ValueError where `pieces` is not positive or `count` is not between 0 and `pieces`.
    """
    if pieces <= 0 or not 0 <= count <= pieces:
        raise ValueError(f"{count} of {pieces} is no share")
    share, squared = count / pieces, Z_95 * Z_95
    scale = 1 + squared / pieces
    centre = (share + squared / (2 * pieces)) / scale
    half = Z_95 / scale * sqrt(share * (1 - share) / pieces + squared / (4 * pieces * pieces))
    return max(0.0, centre - half), min(1.0, centre + half)


def outcome_shares(randomness: Randomness) -> tuple[Share, ...]:
    """The share of each outcome in the sample, in the author's order; none without a sample that adds up."""
    if randomness.sample is None or sum(one.count for one in randomness.outcomes) != randomness.sample.pieces:
        return ()
    return tuple(share_of(one.id, one.count, randomness.sample.pieces) for one in randomness.outcomes)


def share_of(outcome: str, count: int, pieces: int) -> Share:
    """One share; per mille is rounded half up by whole numbers, so that it is the same everywhere."""
    lowest, highest = wilson_interval(count, pieces)
    return Share(
        outcome, count, pieces, (2000 * count + pieces) // (2 * pieces), int(lowest * 1000), -int(-highest * 1000 // 1)
    )
