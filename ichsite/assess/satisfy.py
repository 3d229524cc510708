"""Can the thresholds of an offer be met at all, and which values can never be chosen?

A small search: every option gets the few values at which something can change (a choice all its values,
a number its ends and the points that the limits name, a text its shortest and longest), and assignments
are tried until each value has been part of one that breaks nothing. The search has a cap; beyond it
nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import islice, product

from ichsite.assess.limits import Counts, breaks, holds
from ichsite.model.limit import AnyLimit, BoundLimit, RatioLimit, RequireLimit, RoomLimit, TotalLimit
from ichsite.model.offer import Offer
from ichsite.model.option import ChoiceOption, ColourOption, NumberOption, SizeTableOption, TextOption

MAX_TRIES = 30_000


@dataclass(frozen=True)
class Candidate:
    """One way to choose an option: what it counts for and which ids it takes; `value` names a choice's value."""

    name: str
    size: Decimal
    chosen: tuple[str, ...]
    value: str | None = None


@dataclass(frozen=True)
class Satisfiable:
    """Whether anything at all can be ordered, and the choice values (option, value) that never can."""

    possible: bool
    dead: tuple[tuple[str, str], ...]


def satisfiable(offer: Offer) -> Satisfiable:
    """The answer for one offer; `possible` and no dead values where the search would be too long."""
    domains = [tuple(domain) for domain in _domains(offer) if domain]
    wanted = {(one.name, one.value) for domain in domains for one in domain if one.value is not None}
    possible = False
    tries = 0
    for assignment in islice(product(*domains), MAX_TRIES + 1):
        tries += 1
        if tries > MAX_TRIES:
            return Satisfiable(True, ())
        counts = Counts(
            {one.name: one.size for one in assignment if one.chosen}, {one.name: one.chosen for one in assignment}
        )
        if not any(_broken(limit, counts) for limit in offer.limits):
            possible = True
            wanted -= {(one.name, one.value) for one in assignment if one.value is not None}
            if not wanted:
                break
    return Satisfiable(possible, tuple(sorted((name, value) for name, value in wanted if value is not None)))


def _broken(limit: AnyLimit, counts: Counts) -> bool:
    return all(holds(condition, counts) for condition in limit.when) and breaks(limit, counts, {}) is not None


def _domains(offer: Offer) -> Iterator[list[Candidate]]:
    used = _named_by_limits(offer)
    for option in offer.options:
        if isinstance(option, SizeTableOption):
            for line in option.measures:
                name = f"{option.id}.{line.id}"
                if name in used:
                    yield _numbers(name, line.lowest, line.highest, option.step, offer, option.required)
            continue
        if option.id not in used:
            continue
        absent = [] if option.required else [Candidate(option.id, Decimal(0), ())]
        if isinstance(option, NumberOption):
            yield _numbers(option.id, option.lowest, option.highest, option.step, offer, option.required)
        elif isinstance(option, TextOption):
            ends = sorted({option.least_characters, option.most_characters})
            yield absent + [Candidate(option.id, Decimal(count), ("text",)) for count in ends]
        elif isinstance(option, ChoiceOption):
            yield absent + [
                Candidate(
                    option.id,
                    one.measure if one.measure is not None and option.at_most == 1 else Decimal(1),
                    (one.id,),
                    one.id,
                )
                for one in option.values
            ]
        elif isinstance(option, ColourOption):
            yield absent + [Candidate(option.id, Decimal(1), (one.id,), one.id) for one in option.palette]
        else:
            yield [*absent, Candidate(option.id, Decimal(1), ("picture",))]


def _numbers(
    name: str, lowest: Decimal, highest: Decimal, step: Decimal, offer: Offer, required: bool
) -> list[Candidate]:
    points = {lowest, highest}
    for point in _points(offer):
        for rounding in (ROUND_FLOOR, ROUND_CEILING):
            points.add(lowest + ((point - lowest) / step).to_integral_value(rounding) * step)
    inside = sorted(point for point in points if lowest <= point <= highest)[:24]
    absent = [] if required else [Candidate(name, Decimal(0), ())]
    return absent + [Candidate(name, point, ("number",)) for point in inside]


def _points(offer: Offer) -> Iterator[Decimal]:
    """The sizes at which a limit or a condition may turn."""
    for limit in offer.limits:
        for condition in limit.when:
            yield from (point for point in (condition.at_least, condition.at_most) if point is not None)
        if isinstance(limit, BoundLimit):
            yield from (point for point in (limit.at_least, limit.at_most) if point is not None)
        elif isinstance(limit, RoomLimit):
            yield limit.each + limit.margin
        elif isinstance(limit, TotalLimit):
            yield limit.at_most


def _named_by_limits(offer: Offer) -> set[str]:
    names: set[str] = set()
    for limit in offer.limits:
        names |= {condition.option for condition in limit.when} | set(named_options(limit))
    return names


def named_options(limit: AnyLimit) -> tuple[str, ...]:
    """The options that a limit is about, without those of its conditions."""
    if isinstance(limit, RoomLimit):
        return (limit.count, limit.space)
    if isinstance(limit, RatioLimit):
        return (limit.option, limit.to)
    if isinstance(limit, TotalLimit):
        return limit.options
    if isinstance(limit, RequireLimit):
        return (limit.option,)
    return (limit.option,)
