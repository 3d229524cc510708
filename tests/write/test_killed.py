"""SIGKILL at any moment: the output is the old site or the new one, byte for byte, and the next build heals."""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path

from tests.invariants.trees import built, differences, tree
from tests.write.processes import left_behind, started
from tests.write.two_sites import TwoSites

MOMENTS = 3
EARLY = 4
EDGE = 2


def test_killed_at_any_moment(states: TwoSites, tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311
    root = tmp_path / "site"
    states.put(root, 0)
    began = time.monotonic()
    assert started(root, "--jobs", "2").wait(60) == 0
    whole = time.monotonic() - began
    for turn in range(1, MOMENTS + 1):
        states.put(root, turn % 2)
        clean = ("--clean",) if turn % 3 == 0 else ()  # without the cache there is more to be killed in
        process = started(root, "--jobs", "2", *clean)
        time.sleep(chance.uniform(0.1, 1.1) * whole)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert not left_behind(process.pid)
        _old_or_new(states, root, turn % 2)
        _healed(states, root, turn % 2)


def test_killed_at_any_change_of_the_disk(states: TwoSites, tmp_path: Path) -> None:
    root = tmp_path / "site"
    states.put(root, 0)
    built(root)
    _changes(states, root, 1)  # what only a first run does is not counted
    counted = [_changes(states, root, state) for state in (0, 1)]
    chance = random.Random(11)  # noqa: S311
    early = chance.sample(range(1, min(exchange for exchange, _ in counted) - EDGE), EARLY)
    seen: set[int] = set()
    for turn in range(EARLY + 2 * EDGE):
        state = turn % 2
        exchange, changes = counted[state]
        last = early[turn] if turn < EARLY else exchange + turn - EARLY - EDGE + 1
        if last > changes:
            break
        states.put(root, state)
        process = started(root, program=("-m", "tests.write.dies_at", str(last)))
        process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL, "each of these builds dies"
        seen.add(_old_or_new(states, root, state))
        _healed(states, root, state)
    assert seen == {0, 1}, "some builds die before the exchange and some after it"


def _changes(states: TwoSites, root: Path, state: int) -> tuple[int, int]:
    """Builds a state, and says how many changes the build made up to the exchange and in all."""
    states.put(root, state)
    out, said = started(root, program=("-m", "tests.write.dies_at", "0")).communicate(timeout=60)
    assert b"pages" in said, said.decode()
    exchange, changes = map(int, out.split())
    return exchange, changes


def test_killed_at_the_first_build(states: TwoSites, tmp_path: Path) -> None:
    chance = random.Random(13)  # noqa: S311
    for turn in range(3):
        root = tmp_path / f"site-{turn}"
        states.put(root, 0)
        started(root, program=("-m", "tests.write.dies_at", str(chance.randrange(1, 120)))).communicate(timeout=60)
        if (root / "output").exists():
            assert not differences(tree(root / "output"), states.site[0])
        _healed(states, root, 0)


def _old_or_new(states: TwoSites, root: Path, new: int) -> int:
    found = tree(root / "output")
    assert found in (states.site[new], states.site[1 - new]), differences(found, states.site[new])
    return int(found == states.site[new])


def _healed(states: TwoSites, root: Path, state: int) -> None:
    built(root)
    assert not differences(tree(root / "output"), states.site[state])
