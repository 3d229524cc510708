"""Can the thresholds of an offer be met at all, and which values can never be chosen?

A search over what the limits name: every choice takes each set of its values, a number each of its steps,
a text each of its lengths. A limit is held against an assignment as soon as everything that it names is
assigned. The search has a cap, and an option may have too many ways to try them all; then nothing is
claimed, for what is claimed stops a build.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations, islice

from ichsite.assess.limits import Counts, breaks, holds, names_in
from ichsite.model.limit import AnyLimit
from ichsite.model.offer import Offer
from ichsite.model.option import (
    AnyOption,
    ChoiceOption,
    ChoiceValue,
    Colour,
    ColourOption,
    NumberOption,
    SizeTableOption,
    TextOption,
)

MAX_NODES = 20_000
MAX_STEPS = 400


@dataclass(frozen=True)
class Candidate:
    """One way to choose an option: what it counts for, and the ids (or a stand-in) that are chosen."""

    size: Decimal
    chosen: tuple[str, ...]


@dataclass(frozen=True)
class Satisfiable:
    """Whether anything at all can be ordered, and the values (option, value) that never can."""

    possible: bool
    dead: tuple[tuple[str, str], ...]


NOTHING_SAID = Satisfiable(True, ())
_ABSENT = Candidate(Decimal(0), ())


def satisfiable(offer: Offer) -> Satisfiable:
    """The answer for one offer; nothing is claimed where the search would be too long."""
    domains = _domains(offer)
    if domains is None:
        return NOTHING_SAID
    search = _Search(offer.limits, domains)
    try:
        if search.find(None) is None:
            return Satisfiable(False, ())
        wanted = {(name, value) for name, value in _values(offer) if name in domains}
        dead: set[tuple[str, str]] = set()
        while wanted:
            one = min(wanted)
            found = search.find(one)
            if found is None:
                dead.add(one)
            reached = {(name, value) for name, candidate in (found or {}).items() for value in candidate.chosen}
            wanted -= reached | {one}
    except _TooLong:
        return NOTHING_SAID
    return Satisfiable(True, tuple(sorted(dead)))


def possible(offer: Offer) -> bool:
    """Whether anything at all can be ordered; True where the search would be too long."""
    domains = _domains(offer)
    try:
        return domains is None or _Search(offer.limits, domains).find(None) is not None
    except _TooLong:
        return True


def dearest(offer: Offer) -> dict[str, int] | None:
    """What each option adds, in minor units, in the dearest order that breaks no limit; None where nothing is claimed.

    Options that no limit names take their dearest value.
    """
    domains = _domains(offer)
    if domains is None:
        return None
    # a table with a line that no limit names adds its price in any case
    free = {one.id: most_added(one) for one in offer.options if not all(name in domains for name in _names(one))}
    try:
        bound = _Dearest(offer, domains).run()
    except _TooLong:
        return None
    return None if bound is None else {**bound, **free}


class _TooLong(Exception):
    pass


@dataclass
class _Search:
    limits: Sequence[AnyLimit]
    domains: dict[str, list[Candidate]]
    nodes: int = 0
    due: dict[str, list[AnyLimit]] = field(default_factory=dict[str, list[AnyLimit]])

    def find(self, wanted: tuple[str, str] | None) -> dict[str, Candidate] | None:
        """An assignment that breaks nothing and takes the wanted value; None where there is none."""
        order = list(self.domains)
        if wanted is not None:
            order.remove(wanted[0])
            order.insert(0, wanted[0])
        self._arrange(order)
        return self._extend({}, order, wanted)

    def _arrange(self, order: list[str]) -> None:
        """Each limit is due at the last of its options in `order`."""
        place = {name: at for at, name in enumerate(order)}
        self.due = {name: [] for name in order}
        for limit in self.limits:
            names = [name for name in names_in(limit) if name in place]
            if names:
                self.due[max(names, key=lambda name: place[name])].append(limit)
        self.nodes = 0

    def _extend(
        self, assigned: dict[str, Candidate], order: list[str], wanted: tuple[str, str] | None
    ) -> dict[str, Candidate] | None:
        if not order:
            return dict(assigned)
        name = order[0]
        for candidate in self.domains[name]:
            if wanted is not None and wanted[0] == name and wanted[1] not in candidate.chosen:
                continue
            self.nodes += 1
            if self.nodes > MAX_NODES:
                raise _TooLong
            assigned[name] = candidate
            if not self._broken(name, assigned) and (found := self._extend(assigned, order[1:], wanted)) is not None:
                return found
            del assigned[name]
        return None

    def _broken(self, name: str, assigned: dict[str, Candidate]) -> bool:
        if not self.due[name]:
            return False
        counts = Counts(
            {key: one.size for key, one in assigned.items() if one.chosen},
            {key: one.chosen for key, one in assigned.items()},
        )
        return any(
            all(holds(condition, counts) for condition in limit.when) and breaks(limit, counts, {}) is not None
            for limit in self.due[name]
        )


class _Dearest(_Search):
    """Branch and bound: the dearest candidates first, and no branch that cannot come out over the best one found."""

    def __init__(self, offer: Offer, domains: dict[str, list[Candidate]]) -> None:
        self.owner = {name: option for option in offer.options for name in _names(option) if name in domains}
        ranked = {
            name: sorted(domain, key=lambda one, name=name: -_adds(self.owner[name], one))
            for name, domain in domains.items()
        }
        super().__init__(offer.limits, ranked)
        self.most = {name: _adds(self.owner[name], domain[0]) if domain else 0 for name, domain in ranked.items()}
        self.best: dict[str, int] | None = None

    def run(self) -> dict[str, int] | None:
        """What each named option adds in the dearest assignment; None where there is none at all."""
        order = sorted(self.domains, key=lambda name: -self.most[name])
        self._arrange(order)
        self._dearer({}, {}, order)
        return self.best

    def _dearer(self, assigned: dict[str, Candidate], added: dict[str, int], order: list[str]) -> None:
        if not order:
            self.best = dict(added)
            return
        name, option = order[0], self.owner[order[0]]
        before = added.get(option.id, 0)
        for candidate in self.domains[name]:
            # a table's lines share what the table adds, once
            added[option.id] = max(before, _adds(option, candidate))
            if self.best is not None and self._reach(added, order[1:]) <= sum(self.best.values()):
                break
            self.nodes += 1
            if self.nodes > MAX_NODES:
                raise _TooLong
            assigned[name] = candidate
            if not self._broken(name, assigned):
                self._dearer(assigned, added, order[1:])
            del assigned[name]
        added[option.id] = before

    def _reach(self, added: dict[str, int], order: list[str]) -> int:
        most = dict(added)
        for name in order:
            most[self.owner[name].id] = max(most.get(self.owner[name].id, 0), self.most[name])
        return sum(most.values())


def _names(option: AnyOption) -> tuple[str, ...]:
    if isinstance(option, SizeTableOption):
        return tuple(f"{option.id}.{line.id}" for line in option.measures)
    return (option.id,)


def _adds(option: AnyOption, candidate: Candidate) -> int:
    """What a candidate adds to the price, in minor units."""
    if not candidate.chosen:
        return 0
    if isinstance(option, (ChoiceOption, ColourOption)):
        return sum(one.adds for one in _listed(option) if one.id in candidate.chosen)
    if isinstance(option, NumberOption):
        return int((candidate.size - option.lowest) / option.step) * option.adds_per_step
    if isinstance(option, TextOption):
        return option.adds + int(candidate.size) * option.adds_per_character
    return option.adds


def most_added(option: AnyOption) -> int:
    """The most that an option adds where no limit holds it back, in minor units."""
    if isinstance(option, (ChoiceOption, ColourOption)):
        return sum(sorted((one.adds for one in _listed(option)), reverse=True)[: option.at_most])
    most = option.highest if isinstance(option, NumberOption) else getattr(option, "most_characters", 1)
    return _adds(option, Candidate(Decimal(most), ("most",)))


def _listed(option: ChoiceOption | ColourOption) -> Sequence[ChoiceValue | Colour]:
    return option.values if isinstance(option, ChoiceOption) else option.palette


def _values(offer: Offer) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for option in offer.options:
        if isinstance(option, ChoiceOption):
            found += [(option.id, one.id) for one in option.values]
        elif isinstance(option, ColourOption):
            found += [(option.id, one.id) for one in option.palette]
    return found


def _domains(offer: Offer) -> dict[str, list[Candidate]] | None:
    """What each option that a limit names can be; None where one has too many ways to be chosen."""
    used = {name for limit in offer.limits for name in names_in(limit)}
    domains: dict[str, list[Candidate]] = {}
    for option in offer.options:
        absent = [] if option.required else [_ABSENT]
        if isinstance(option, SizeTableOption):
            for line in option.measures:
                if (name := f"{option.id}.{line.id}") in used:
                    domains[name] = absent + _steps(line.lowest, line.highest, option.step)
        elif option.id not in used:
            continue
        elif isinstance(option, NumberOption):
            domains[option.id] = absent + _steps(option.lowest, option.highest, option.step)
        elif isinstance(option, TextOption):
            lengths = range(option.least_characters, option.most_characters + 1)
            domains[option.id] = absent + [Candidate(Decimal(count), ("text",)) for count in lengths]
        elif isinstance(option, ChoiceOption):
            domains[option.id] = absent + _choices(
                [(one.id, one.measure if one.measure is not None else Decimal(1)) for one in option.values],
                option.at_most,
            )
        elif isinstance(option, ColourOption):
            domains[option.id] = absent + _choices([(one.id, Decimal(1)) for one in option.palette], option.at_most)
        else:
            files = range(1, option.most_files + 1)
            domains[option.id] = absent + [Candidate(Decimal(count), ("picture",) * count) for count in files]
    return None if any(len(domain) > MAX_STEPS + 1 for domain in domains.values()) else domains


def _steps(lowest: Decimal, highest: Decimal, step: Decimal) -> list[Candidate]:
    count = int((highest - lowest) / step) + 1 if highest >= lowest else 0
    return [Candidate(lowest + step * at, ("number",)) for at in range(min(count, MAX_STEPS + 2))]


def _choices(values: list[tuple[str, Decimal]], at_most: int) -> list[Candidate]:
    """Single values with their sizes; where more may be chosen, every set of them, cut off just above the cap."""
    if at_most == 1:
        return [Candidate(size, (name,)) for name, size in values]
    names = [name for name, _ in values]
    several = (chosen for count in range(1, min(at_most, len(names)) + 1) for chosen in combinations(names, count))
    return [Candidate(Decimal(len(chosen)), chosen) for chosen in islice(several, MAX_STEPS + 2)]
