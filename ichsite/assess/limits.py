"""Limits between options, evaluated on counts: the same few comparisons everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from ichsite.assess.counting import characters, number, plain
from ichsite.assess.refused_words import say
from ichsite.model.limit import (
    AnyLimit,
    BoundLimit,
    Condition,
    ExcludeLimit,
    RatioLimit,
    RequireLimit,
    RoomLimit,
    TotalLimit,
)
from ichsite.model.offer import Offer
from ichsite.model.option import ChoiceOption, NumberOption, SizeTableOption, TextOption
from ichsite.text.foreign import made_of
from ichsite.text.words import Words


@dataclass(frozen=True)
class Broken:
    """A limit that a wish breaks, the option at which to say so, what was found, its place among the offer's limits."""

    limit: AnyLimit
    option: str
    what: Words
    at: int = 0


@dataclass(frozen=True)
class Counts:
    """What a wish counts for: per option its size, and the value ids that were chosen."""

    sizes: Mapping[str, Decimal]
    chosen: Mapping[str, tuple[str, ...]]

    def size(self, name: str) -> Decimal:
        """The option's size; 0 where it was not chosen."""
        return self.sizes.get(name, Decimal(0))

    def given(self, name: str) -> bool:
        """Whether the option was chosen; a number of 0 counts as not chosen."""
        return bool(self.chosen.get(name)) and (name not in self.sizes or self.sizes[name] != 0)


def broken_limits(offer: Offer, wish: Mapping[str, tuple[str, ...]]) -> Iterator[Broken]:
    """The limits of `offer` that `wish` breaks."""
    yield from broken_by(offer, counts_of(offer, wish), labels_of(offer))


def broken_by(offer: Offer, counts: Counts, labels: Mapping[str, str]) -> Iterator[Broken]:
    """The limits of `offer` that these counts break."""
    for at, limit in enumerate(offer.limits):
        if all(holds(condition, counts) for condition in limit.when):
            broken = breaks(limit, counts, labels)
            if broken is not None:
                yield replace(broken, at=at)


def counts_of(offer: Offer, wish: Mapping[str, tuple[str, ...]]) -> Counts:
    """What each option of a wish counts for (see `ichsite.model.limit`)."""
    sizes: dict[str, Decimal] = {}
    for option in offer.options:
        if isinstance(option, SizeTableOption):
            for line in option.measures:
                name = f"{option.id}.{line.id}"
                for value in wish.get(name, ()):
                    sizes[name] = number(value) or Decimal(0)
            continue
        values = wish.get(option.id, ())
        if not values:
            continue
        if isinstance(option, NumberOption):
            sizes[option.id] = number(values[0]) or Decimal(0)
        elif isinstance(option, TextOption):
            sizes[option.id] = Decimal(characters(values[0]))
        elif isinstance(option, ChoiceOption) and option.at_most == 1:
            measure = next((one.measure for one in option.values if one.id == values[0]), None)
            sizes[option.id] = measure if measure is not None else Decimal(1)
        else:
            sizes[option.id] = Decimal(len(values))
    return Counts(sizes, dict(wish))


def labels_of(offer: Offer) -> dict[str, str]:
    """The label of every name that a limit may use."""
    labels: dict[str, str] = {}
    for option in offer.options:
        labels[option.id] = option.label
        if isinstance(option, SizeTableOption):
            labels.update(
                {
                    f"{option.id}.{line.id}": made_of(f"{option.label}·{line.label}", option.label, line.label)
                    for line in option.measures
                }
            )
    return labels


def holds(condition: Condition, counts: Counts) -> bool:
    """Whether everything that a condition states is so."""
    size, given = counts.size(condition.option), counts.given(condition.option)
    bounded = condition.at_least is not None or condition.at_most is not None
    return (
        (condition.given is None or condition.given == given)
        and (not condition.among or bool(set(condition.among) & set(counts.chosen.get(condition.option, ()))))
        and (not bounded or given)
        and (condition.at_least is None or size >= condition.at_least)
        and (condition.at_most is None or size <= condition.at_most)
    )


def breaks(limit: AnyLimit, counts: Counts, labels: Mapping[str, str]) -> Broken | None:
    """What is broken, where the counts break the limit; its conditions are not looked at."""
    if isinstance(limit, RoomLimit):
        return _room(limit, counts, labels)
    if isinstance(limit, BoundLimit):
        return _bound(limit, counts, labels)
    if isinstance(limit, (ExcludeLimit, RequireLimit)):
        return _among(limit, counts, labels)
    if isinstance(limit, RatioLimit):
        return _ratio(limit, counts, labels)
    return _total(limit, counts, labels)


def names_in(limit: AnyLimit) -> tuple[str, ...]:
    """Every option that a limit names, those of its conditions included."""
    return (*(condition.option for condition in limit.when), *named_options(limit))


def named_options(limit: AnyLimit) -> tuple[str, ...]:
    """The options that a limit is about, without those of its conditions."""
    if isinstance(limit, RoomLimit):
        return (limit.count, limit.space)
    if isinstance(limit, RatioLimit):
        return (limit.option, limit.to)
    if isinstance(limit, TotalLimit):
        return limit.options
    return (limit.option,)


def _name(labels: Mapping[str, str], option: str) -> str:
    return labels.get(option, option)


def _room(limit: RoomLimit, counts: Counts, labels: Mapping[str, str]) -> Broken | None:
    count = counts.size(limit.count)
    in_a_row = (count / limit.rows).to_integral_value(ROUND_CEILING)
    needed, space = in_a_row * limit.each + limit.margin, counts.size(limit.space)
    if count == 0 or needed <= space:
        return None
    rows = say("row", count=plain(count))
    if limit.rows > 1:
        rows = say("rows", count=plain(count), rows=limit.rows, each=plain(in_a_row))
    parts = {"rows": rows, "each": plain(limit.each), "needed": plain(needed), "size": plain(space)}
    return Broken(
        limit, limit.count, say("room", label=_name(labels, limit.count), space=_name(labels, limit.space), **parts)
    )


def _bound(limit: BoundLimit, counts: Counts, labels: Mapping[str, str]) -> Broken | None:
    size = counts.size(limit.option)
    if not counts.given(limit.option):
        return None
    return _outside(limit, limit.option, size, limit.at_least, limit.at_most, labels)


def _ratio(limit: RatioLimit, counts: Counts, labels: Mapping[str, str]) -> Broken | None:
    if not (counts.given(limit.option) and counts.given(limit.to)):
        return None
    base = counts.size(limit.to)
    least = None if limit.at_least is None else limit.at_least * base
    most = None if limit.at_most is None else limit.at_most * base
    return _outside(limit, limit.option, counts.size(limit.option), least, most, labels)


def _outside(
    limit: AnyLimit, option: str, size: Decimal, least: Decimal | None, most: Decimal | None, labels: Mapping[str, str]
) -> Broken | None:
    label = _name(labels, option)
    if least is not None and size < least:
        return Broken(limit, option, say("under", label=label, size=plain(size), least=plain(least)))
    if most is not None and size > most:
        return Broken(limit, option, say("over", label=label, size=plain(size), most=plain(most)))
    return None


def _among(limit: ExcludeLimit | RequireLimit, counts: Counts, labels: Mapping[str, str]) -> Broken | None:
    label, chosen = _name(labels, limit.option), set(counts.chosen.get(limit.option, ()))
    met = bool(chosen & set(limit.among)) if limit.among else counts.given(limit.option)
    if isinstance(limit, ExcludeLimit) and met:
        return Broken(limit, limit.option, say("excluded", label=label))
    if isinstance(limit, RequireLimit) and not met:
        return Broken(limit, limit.option, say("needed", label=label))
    return None


def _total(limit: TotalLimit, counts: Counts, labels: Mapping[str, str]) -> Broken | None:
    total = sum((counts.size(name) for name in limit.options), Decimal(0))
    if total <= limit.at_most:
        return None
    names = "、".join(f"“{_name(labels, name)}”" for name in limit.options)
    what = say("total", names=names, size=plain(total), most=plain(limit.at_most))
    return Broken(limit, limit.options[-1], what)
