"""A process that dies is traced to what it held; the rest is done; nothing is left behind."""

from __future__ import annotations

import faulthandler
import os
import signal
import time
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import Any

import pytest

from ichsite.engine import pool as pool_module
from ichsite.engine.pool import Ended, Pool
from ichsite.engine.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache.sqlite")


def work(one: Any, _shelf: object) -> Any:
    """What the input says is to be done."""
    faulthandler.disable()  # pytest's would tell of every death
    match one:
        case ("dies", how):
            os.kill(os.getpid(), how)
        case ("dies once", path):
            if not Path(path).exists():
                Path(path).touch()
                os.kill(os.getpid(), signal.SIGSEGV)
        case ("leaves", code):
            os._exit(code)
        case ("sleeps", seconds):
            time.sleep(seconds)
        case ("raises", words):
            raise ValueError(words)
        case ("large", size):
            return bytes(size)
        case _:
            pass
    return one


def done(pool: Pool, inputs: list[Any], **options: bool) -> dict[int, Any]:
    try:
        found = list(pool.run(work, inputs, **options))
    finally:
        pool.close()
    assert len(found) == len(inputs), "each input has one result"
    return dict(found)


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 3, 40, 1000])
def test_every_input_has_its_result(store: Store, jobs: int, count: int) -> None:
    assert done(Pool(store, jobs), list(range(count))) == {number: number for number in range(count)}
    assert done(Pool(store, jobs), list(range(min(count, 40))), alone=True) == {
        number: number for number in range(min(count, 40))
    }


def test_large_inputs_and_results_do_not_stop_each_other(store: Store) -> None:
    """Full pipes on both sides at once would be a deadlock."""
    inputs = [("large", 3_000_000), bytes(2_000_000), ("large", 10), bytes(10)] * 12
    found = done(Pool(store, 2), inputs)
    assert all(len(found[at]) == (one[1] if isinstance(one, tuple) else len(one)) for at, one in enumerate(inputs))


@pytest.mark.parametrize("jobs", [1, 2])
def test_who_died_is_known_and_the_rest_is_done(store: Store, jobs: int) -> None:
    inputs: list[Any] = list(range(12))
    inputs[3], inputs[4], inputs[11] = ("dies", int(signal.SIGSEGV)), ("dies", int(signal.SIGABRT)), ("leaves", 7)
    found = done(Pool(store, jobs), inputs, alone=True)
    assert {at: one.code for at, one in found.items() if isinstance(one, Ended)} == {3: -11, 4: -6, 11: 7}
    assert all(found[at] == at for at in range(12) if at not in (3, 4, 11))


def test_one_death_is_forgiven(store: Store, tmp_path: Path) -> None:
    """Whatever ended the process the first time, such as want of memory, may be over."""
    inputs = [1, ("dies once", str(tmp_path / "died")), 3]
    assert done(Pool(store, 2), inputs, alone=True)[1] == inputs[1]
    assert (tmp_path / "died").exists()


def test_what_takes_too_long_is_ended(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "_ALONE_SECONDS", 5.0)  # on a busy machine a process takes a second to begin
    monkeypatch.setattr(pool_module, "_LOOK_SECONDS", 0.1)
    inputs = [1, ("sleeps", 600), ("sleeps", 0.2), 4]
    found = done(Pool(store, 2), inputs, alone=True)
    assert found == {0: 1, 1: Ended(0), 2: inputs[2], 3: 4}


def test_other_work_that_dies_is_a_trouble(store: Store) -> None:
    pool = Pool(store, 2)
    with pytest.raises(BrokenExecutor):
        done(pool, [*range(40), ("dies", int(signal.SIGKILL))])


def test_what_work_raises_comes_here_with_its_place(store: Store) -> None:
    pool = Pool(store, 2)
    with pytest.raises(ValueError, match="no good") as raised:
        done(pool, [*range(40), ("raises", "no good")])
    assert "in work" in "".join(raised.value.__notes__)


def test_leaving_early_leaves_no_process(store: Store) -> None:
    others = _children()  # a browser's driver, say
    pool = Pool(store, 2)
    results = pool.run(work, [("sleeps", 0.0), *[("sleeps", 60)] * 40], alone=True)
    next(results)
    children = _children() - others
    assert children
    began = time.monotonic()
    results.close()
    pool.close()
    assert time.monotonic() - began < 5
    assert not _children() & children


def test_a_pool_goes_on_after_a_death(store: Store) -> None:
    pool = Pool(store, 2)
    assert isinstance(dict(pool.run(work, [("dies", int(signal.SIGSEGV))], alone=True))[0], Ended)
    assert done(pool, list(range(40))) == {number: number for number in range(40)}


def _children() -> set[int]:
    own = Path(f"/proc/{os.getpid()}/task")
    return {int(one) for task in own.iterdir() for one in (task / "children").read_text().split()}


def test_where_a_library_with_threads_is_at_work_processes_start_afresh(store: Store) -> None:
    import pyvips  # pyright: ignore[reportMissingTypeStubs]

    pyvips.Image.black(64, 64).jpegsave_buffer()  # its threads are here now, and a fork would wait for them
    pool = Pool(store, 2)
    made = dict(pool.run(work, [("sleeps", 0.0)] * 3, alone=True))
    pool.close()
    assert sorted(made) == [0, 1, 2]
