"""What one build remembers for the next besides results: the stats of files, and what was written."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from ichsite.engine.freight import pack, unpack
from ichsite.read.tree import Stat
from ichsite.text.fingerprint import Fingerprint

Stats = dict[str, tuple[Stat, Fingerprint]]


@dataclass
class State:
    """`stats` as the last build left them; `next_stats` as this one found them."""

    stats: Stats = field(default_factory=dict[str, tuple[Stat, Fingerprint]])
    next_stats: Stats = field(default_factory=dict[str, tuple[Stat, Fingerprint]])


def load_state(path: Path) -> State:
    """The state of the last build; an empty one where there is none or it cannot be read."""
    try:
        stats = unpack(path.read_bytes())
    except (OSError, pickle.UnpicklingError, ValueError):
        return State()
    return State(cast(Stats, stats)) if isinstance(stats, dict) else State()


def save_state(path: Path, state: State) -> None:
    """Keeps the state, whole or not at all."""
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(pack(state.next_stats))
    fresh.replace(path)
