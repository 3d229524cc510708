"""Results of pure functions, each with what it was made from, for a process that makes them again and again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

Made = TypeVar("Made")


@dataclass
class Lasts:
    """The last result under each name."""

    _made: dict[str, tuple[tuple[object, ...], Any]] = field(default_factory=dict[str, tuple[tuple[object, ...], Any]])

    def again(self, name: str, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made under this name the last time, where the same was given; made now where it was not."""
        last = self._made.get(name)
        if last is None or last[0] != given:
            last = self._made[name] = given, make()
        return last[1]
