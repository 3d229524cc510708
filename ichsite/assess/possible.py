"""What would be possible: for what a wish is refused for, the nearest values that would do, and the other tiers that can.

The rest of the wish is kept. Where no single value will do, a second one is changed with it. The browser does the same
(`themes/default/static/js/brief_terms.js`); a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cached_property
from typing import Literal

from ichsite.assess.counting import number, plain
from ichsite.assess.limits import (
    Counts,
    breaks,
    broken_by,
    broken_limits,
    counts_of,
    holds,
    labels_of,
    named_options,
    names_in,
)
from ichsite.assess.refused_words import TIER_WORDS, say, unit_words
from ichsite.assess.wish import Refusal, Values, Wish, option_names, option_refusals
from ichsite.model.limit import AnyLimit, RoomLimit
from ichsite.model.offer import Offer
from ichsite.model.option import (
    AnyOption,
    ChoiceOption,
    ColourOption,
    NumberOption,
    PictureOption,
    SizeTableOption,
    TextOption,
)
from ichsite.model.tier import TierName
from ichsite.text.words import Words

MOST_STEPS = 400
"""So many steps of a number are tried in each direction."""
MOST_OF_ONE = 3
"""So many ways are told by one option, and so many in all besides other tiers."""
_NOTHING = Decimal(0)


@dataclass(frozen=True)
class Way:
    """One way out. `changes` are what to choose instead, empty where the buyer has to write another text or take another
    tier."""

    words: Words
    changes: tuple[tuple[str, Values], ...] = ()
    tier: TierName | None = None


def ways_out(offer: Offer, wish: Wish, refusal: Refusal, others: Iterable[Offer] = ()) -> tuple[Way, ...]:
    """What would be possible instead of what `refusal` refuses; `others` are the craft's other offers."""
    within = _Bench(offer, wish).ways(refusal)[:MOST_OF_ONE]
    return (*within, *_tiers(offer, wish, refusal, others))


@dataclass(frozen=True)
class _Candidate:
    """Another value of one option, what it counts for and how it is said; `free` where it is to be written by the buyer.

    `exactly` is how a number is said where no limit is broken, but the option's own steps or bounds are.
    """

    name: str
    values: Values
    size: Decimal
    words: Words
    free: bool = False
    exactly: Words | None = None

    @property
    def absent(self) -> bool:
        return not self.values or self.size == 0


@dataclass(frozen=True)
class _Bench:
    """A wish and its offer, on which other values are tried."""

    offer: Offer
    wish: Wish

    @cached_property
    def counts(self) -> Counts:
        return counts_of(self.offer, self.wish)

    @cached_property
    def labels(self) -> dict[str, str]:
        return labels_of(self.offer)

    def ways(self, refusal: Refusal) -> list[Way]:
        limit = self.offer.limits[refusal.limit] if refusal.limit is not None else None
        if limit is None and not self._too_much(refusal.option):
            return []
        found: list[tuple[bool, Way]] = []
        for name in _names(refusal, limit):
            tried = list(self._of_name(name, limit))
            found += [one for one in tried if not one[0]][:MOST_OF_ONE] or tried[:1]
        ordered = [way for absent in (False, True) for one, way in found if one == absent]
        return list(dict.fromkeys(ordered))

    def _too_much(self, name: str) -> bool:
        """Whether another value of the option would do: one was chosen, and it is no text that is short enough."""
        option = _option(self.offer, name)
        short = isinstance(option, TextOption) and self.counts.size(name) <= option.most_characters
        return bool(self.wish.get(name)) and not short

    def _of_name(self, name: str, limit: AnyLimit | None) -> Iterator[tuple[bool, Way]]:
        """The ways by one option, and whether each means to do without it."""
        for group in _groups(self.offer, self.wish, name, self.counts):
            will_do = next((one for one in group if self._holds((one,))), None)
            if will_do is not None:
                yield will_do.absent, self._way((will_do,), limit)
                continue
            first = next((one for one in group if limit is None or not self._breaks(limit, one)), None)
            if first is None or first.absent:
                continue
            second = self._with(first)
            if second is not None:
                yield False, self._way((first, second), limit)
            elif limit is None:
                yield False, self._way((first,), limit)

    def _with(self, first: _Candidate) -> _Candidate | None:
        """A change of one more option with which nothing is broken any more."""
        broken = next(broken_by(self.offer, self._counted((first,)), {}), None)
        for name in _in_order(broken.limit) if broken is not None else ():
            if name == first.name:
                continue
            for group in _groups(self.offer, self.wish, name, self.counts):
                for one in group:
                    if not one.absent and self._holds((first, one)):
                        return one
        return None

    def _counted(self, changed: Sequence[_Candidate]) -> Counts:
        sizes, chosen = dict(self.counts.sizes), dict(self.counts.chosen)
        for one in changed:
            sizes.pop(one.name, None)
            if one.values:
                sizes[one.name] = one.size
            chosen[one.name] = one.values
        return Counts(sizes, chosen)

    def _holds(self, changed: Sequence[_Candidate]) -> bool:
        return next(broken_by(self.offer, self._counted(changed), {}), None) is None

    def _breaks(self, limit: AnyLimit, one: _Candidate) -> bool:
        counts = self._counted((one,))
        return all(holds(each, counts) for each in limit.when) and breaks(limit, counts, {}) is not None

    def _way(self, changed: Sequence[_Candidate], limit: AnyLimit | None) -> Way:
        said = [self._said(one, limit) for one in changed]
        joint = say("together")
        words = Words(joint.zh.join(one.zh for one in said), joint.en.join(one.en for one in said))
        free = any(one.free for one in changed)
        return Way(words, () if free else tuple((one.name, one.values) for one in changed))

    def _said(self, one: _Candidate, limit: AnyLimit | None) -> Words:
        if one.absent:
            return say("without", label=self.labels[one.name])
        if limit is None and one.exactly is not None:
            return one.exactly
        if not isinstance(limit, RoomLimit) or one.name != limit.space:
            return one.words
        option = _option(self.offer, limit.count)
        count = plain(self.counts.size(limit.count))
        text = isinstance(option, TextOption)
        held = say("holds-text", count=count) if text else say("holds", count=count, unit=unit_words(option))
        return Words(one.words.zh + held.zh, one.words.en + held.en)


def _names(refusal: Refusal, limit: AnyLimit | None) -> tuple[str, ...]:
    if limit is None:
        return (refusal.option,)
    return tuple(dict.fromkeys((*_in_order(limit), *(one.option for one in limit.when))))


def _in_order(limit: AnyLimit) -> tuple[str, ...]:
    """The options of a limit, those first whose change keeps more of the wish."""
    return (limit.space, limit.count) if isinstance(limit, RoomLimit) else named_options(limit)


def _option(offer: Offer, name: str) -> AnyOption | None:
    return next((one for one in offer.options if one.id == name.partition(".")[0]), None)


def _groups(offer: Offer, wish: Wish, name: str, counts: Counts) -> Iterator[list[_Candidate]]:
    """Other values of one option, the nearest first in each group: of each group the first that will do is told."""
    option, values = _option(offer, name), wish.get(name, ())
    if isinstance(option, NumberOption):
        yield from _numbers(option, name, option.label, (option.lowest, option.highest), values)
    elif isinstance(option, SizeTableOption):
        for line in option.measures:
            if f"{option.id}.{line.id}" == name:
                label = f"{option.label}·{line.label}"
                yield from _numbers(option, name, label, (line.lowest, line.highest), values)
    elif isinstance(option, TextOption) and values:
        most = min(int(counts.size(name)) - 1, option.most_characters)
        lengths = range(most, max(option.least_characters, most - MOST_STEPS) - 1, -1)
        yield [_text(option, name, values, length) for length in lengths]
    elif isinstance(option, ChoiceOption) and option.at_most == 1:
        for one in option.values:
            if (one.id,) != values:
                size = one.measure if one.measure is not None else Decimal(1)
                yield [_Candidate(name, (one.id,), size, say("choose", label=option.label, value=one.label))]
    elif isinstance(option, (ChoiceOption, ColourOption)):
        yield from _several(option, name, values)
    elif isinstance(option, PictureOption):
        counted = [*range(len(values) - 1, 0, -1)], [*range(len(values) + 1, option.most_files + 1)]
        for group in counted:
            yield [_pictures(option, name, count) for count in group if count <= option.most_files]
    if option is not None and values and not option.required:
        yield [_Candidate(name, (), _NOTHING, Words("", ""))]


def _numbers(
    option: NumberOption | SizeTableOption, name: str, label: str, bounds: tuple[Decimal, Decimal], values: Values
) -> Iterator[list[_Candidate]]:
    lowest, highest = bounds
    step, unit = option.step, unit_words(option)
    last = int((highest - lowest) / step)
    current = number(values[0]) if values else None
    at = (current - lowest) / step if current is not None else Decimal(-1)
    up, down = at.to_integral_value(ROUND_FLOOR) + 1, at.to_integral_value(ROUND_CEILING) - 1

    def one(steps: int, pattern: Literal["least", "most"]) -> _Candidate:
        value = lowest + step * steps
        parts = {"label": label, "value": plain(value), "unit": unit}
        return _Candidate(name, (plain(value),), value, say(pattern, **parts), exactly=say("exactly", **parts))

    first, end = max(int(up), 0), min(int(down), last)
    yield [one(steps, "least") for steps in range(first, min(last, first + MOST_STEPS) + 1)]
    yield [one(steps, "most") for steps in range(end, max(0, end - MOST_STEPS) - 1, -1)]


def _text(option: TextOption, name: str, values: Values, length: int) -> _Candidate:
    return _Candidate(name, values, Decimal(length), say("fewer", label=option.label, count=length), free=True)


def _several(option: ChoiceOption | ColourOption, name: str, values: Values) -> Iterator[list[_Candidate]]:
    listed = option.values if isinstance(option, ChoiceOption) else option.palette
    values = tuple(dict.fromkeys(one for one in values if any(one == each.id for each in listed)))
    for one in listed:
        if one.id in values and len(values) > 1:
            kept = tuple(each for each in values if each != one.id)
            if len(kept) <= option.at_most:
                words = say("drop", label=option.label, value=one.label)
                yield [_Candidate(name, kept, Decimal(len(kept)), words)]
        elif one.id not in values:
            more = (*values, one.id) if len(values) < option.at_most else (one.id,)
            yield [_Candidate(name, more, Decimal(len(more)), say("choose", label=option.label, value=one.label))]


def _pictures(option: PictureOption, name: str, count: int) -> _Candidate:
    values = tuple(str(one) for one in range(1, count + 1))
    return _Candidate(name, values, Decimal(count), say("pictures", label=option.label, count=count))


def _tiers(offer: Offer, wish: Wish, refusal: Refusal, others: Iterable[Offer]) -> Iterator[Way]:
    limit = offer.limits[refusal.limit] if refusal.limit is not None else None
    names = named_options(limit) if limit is not None else (refusal.option,)
    asked = names_in(limit) if limit is not None else names
    if limit is None and not wish.get(refusal.option):
        return
    for other in others:
        if other.tier != offer.tier and set(asked) <= set(option_names(other)) and _takes(other, wish, names):
            yield Way(say("tier", tier=TIER_WORDS[other.tier]), tier=other.tier)


def _takes(other: Offer, wish: Wish, names: Sequence[str]) -> bool:
    """Whether another tier takes the values of these options, with all else that it knows of the wish."""
    known = option_names(other)
    common = {name: values for name, values in wish.items() if name in known}
    if any(one.option in names for option in other.options for one in option_refusals(option, common)):
        return False
    return not any(set(named_options(one.limit)) & set(names) for one in broken_limits(other, common))
