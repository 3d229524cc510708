"""Results of pure functions, each with what it was made from, for a process that makes them again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import is_not
from typing import Any, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")

_FEW = 4
"""Where fewer than one item in so many is not what stood there, nobody looks whether it stood elsewhere."""


@dataclass(frozen=True)
class _Row:
    """Items side by side, what was made of each, and in whose light."""

    common: tuple[object, ...]
    items: tuple[Any, ...]
    made: tuple[Any, ...]

    def renewed(self, items: tuple[Any, ...], make: Callable[[Sequence[Any]], Iterable[Any]]) -> tuple[Any, ...]:
        """What is made of other items, of which most are these."""
        if len(items) == len(self.items):
            made = list(self.made)
            missing = list(compress(count(), map(is_not, items, self.items)))
            if not missing:
                return self.made
        else:
            made = [None] * len(items)
            missing = list(range(len(items)))
        if len(missing) * _FEW > len(items):
            at = {id(one): where for where, one in enumerate(self.items)}
            new: list[int] = []
            for position in missing:
                if (before := at.get(id(items[position]))) is None:
                    new.append(position)
                else:
                    made[position] = self.made[before]
            missing = new
        for position, one in zip(missing, make([items[at] for at in missing]) if missing else (), strict=True):
            made[position] = one
        return tuple(made)


@dataclass
class Lasts:
    """The last result under each name."""

    _made: dict[str, tuple[tuple[object, ...], Any]] = field(default_factory=dict[str, tuple[tuple[object, ...], Any]])
    _rows: dict[Hashable, _Row] = field(default_factory=dict[Hashable, _Row])

    def again(self, name: str, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made under this name the last time, where the same was given; made now where it was not."""
        last = self._made.get(name)
        if last is None or last[0] != given:
            last = self._made[name] = given, make()
        return last[1]

    def each(
        self,
        name: Hashable,
        common: tuple[object, ...],
        items: tuple[Item, ...],
        make: Callable[[Sequence[Item]], Iterable[Made]],
    ) -> tuple[Made, ...]:
        """What `make`, a pure function of frozen items one by one and of the frozen values `common`, gives of each.

        It is asked only about those that are not the very objects of the last time; where none is new, the very tuple
        of the last time comes back.
        """
        last = self._rows.get(name)
        made = tuple(make(items)) if last is None or last.common != common else last.renewed(items, make)
        self._rows[name] = _Row(common, items, made)
        return made

    def kept(self, name: Hashable, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """The items, and where the one that stood there last time was equal, that very object."""
        last = self._rows.get(name)
        if last is not None and len(last.items) == len(items):
            items = tuple([old if old == new else new for old, new in zip(last.items, items, strict=True)])
        self._rows[name] = _Row((), items, items)
        return items
