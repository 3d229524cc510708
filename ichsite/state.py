"""What one build remembers for the next besides results: the stats of files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeGuard, cast

from ichsite.engine.keep import load_value, save_value
from ichsite.read.tree import Stat, is_stat
from ichsite.text.fingerprint import Fingerprint, is_fingerprint

Stats = dict[str, tuple[Stat, Fingerprint]]


@dataclass
class State:
    """`stats` as the last build left them; `next_stats` as this one found them."""

    stats: Stats = field(default_factory=dict[str, tuple[Stat, Fingerprint]])
    next_stats: Stats = field(default_factory=dict[str, tuple[Stat, Fingerprint]])


def load_state(path: Path) -> State:
    """The state of the last build; an empty one where there is none or it is none."""
    found = load_value(path)
    return State(found) if _are_stats(found) else State()


def save_state(path: Path, state: State) -> None:
    """Keeps the state, whole or not at all."""
    save_value(path, state.next_stats)


def _are_stats(value: object) -> TypeGuard[Stats]:
    if not isinstance(value, dict):
        return False
    for path, one in cast("dict[object, object]", value).items():
        if not isinstance(path, str) or not isinstance(one, tuple):
            return False
        known = cast("tuple[object, ...]", one)
        if len(known) != 2 or not is_stat(known[0]) or not is_fingerprint(known[1]):
            return False
    return True
