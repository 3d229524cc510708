"""What the cache forgets, and when."""

from __future__ import annotations

from pathlib import Path

import pytest

from ichsite.engine.lane import Shelf
from ichsite.engine.memo import Held, Memo, Task
from ichsite.engine.pool import Pool
from ichsite.engine.store import CacheLost, Store
from ichsite.text.fingerprint import Fingerprint, of_parts

STAMP = Fingerprint(b"0" * 16)


def double(one: int, _shelf: Shelf) -> tuple[int, bytes]:
    return 2 * one, bytes(one)


DOUBLE: Task[int, int] = Task("double", double, lambda: STAMP)


def built(path: Path, inputs: list[int]) -> tuple[list[bool], list[Held]]:
    """One build that uses these: which were made anew, where they lie."""
    store = Store(path)
    memo = Memo(store, Pool(store, 1), idle_builds=3)
    results = memo.map(DOUBLE, [of_parts(str(one)) for one in inputs], inputs.__getitem__)
    assert [one.small for one in results] == [2 * one for one in inputs]
    memo.tidy()
    store.close()
    return [one.fresh for one in results], [one.held for one in results]


def test_what_some_builds_do_not_ask_for_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    assert built(path, [1, 2])[0] == [True, True]
    assert built(path, [1])[0] == built(path, [1])[0] == [False]
    assert built(path, [1, 2])[0] == [False, False], "two builds without it are not three"
    for _ in range(3):
        assert built(path, [1])[0] == [False]
    assert built(path, [1, 2])[0] == [False, True]


def test_what_is_forgotten_gives_its_room_back(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    built(path, [1])
    small = path.stat().st_size
    built(path, [1, 5_000_000])
    assert path.stat().st_size > 5_000_000
    for _ in range(3):
        built(path, [1])
    assert path.stat().st_size <= small + 8192


def test_one_lost_value_is_made_anew_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    _, (_, lost) = built(path, [1, 2])
    store = Store(path)
    store.connection.execute("UPDATE large SET data = x'00' WHERE key = ?", (lost.key,))
    store.connection.commit()
    with pytest.raises(CacheLost):
        Memo(store, Pool(store, 1)).take(lost)
    store.close()
    assert built(path, [1, 2])[0] == [False, True]
