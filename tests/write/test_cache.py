"""The cache may be lost, damaged, old or hostile: that costs time, and nothing else happens."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import sqlite3
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import pytest

from tests.invariants.showing_theme import lay_showing_theme
from tests.invariants.trees import built, differences, tree
from tests.sites_support import ichsite, laid_out


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = laid_out(tmp_path / "site")
    lay_showing_theme(root)
    built(root)
    return root


class Command:
    """A pickle that runs a command where it is read carelessly."""

    def __init__(self, command: str) -> None:
        self.command = command

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (self.command,)


def _truncated(state: Path) -> None:
    for path in state.iterdir():
        os.truncate(path, path.stat().st_size // 2)


def _empty(state: Path) -> None:
    for path in state.iterdir():
        path.write_bytes(b"")


def _garbage(state: Path) -> None:
    for path in state.iterdir():
        path.write_bytes(random.Random(3).randbytes(5000))  # noqa: S311


def _garbage_inside(state: Path) -> None:
    """Whole but for every fourth kilobyte after the first few: what SQLite notices late."""
    cache = state / "cache.sqlite"
    data = bytearray(cache.read_bytes())
    for start in range(20_000, len(data), 4096):
        data[start : start + 1024] = b"\xa5" * len(data[start : start + 1024])
    cache.write_bytes(bytes(data))


def _other_version(state: Path) -> None:
    with sqlite3.connect(state / "cache.sqlite") as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()


def _other_tables(state: Path) -> None:
    with sqlite3.connect(state / "cache.sqlite") as connection:
        connection.execute("DROP TABLE large")
    connection.close()


def _without_large(state: Path) -> None:
    with sqlite3.connect(state / "cache.sqlite") as connection:
        connection.execute("DELETE FROM large")
    connection.close()


@pytest.mark.parametrize(
    "harm",
    [_truncated, _empty, _garbage, _garbage_inside, _other_version, _other_tables, _without_large, shutil.rmtree],
    ids=lambda harm: harm.__name__.strip("_"),
)
def test_a_damaged_cache_is_made_anew(harm: Callable[[Path], None], root: Path) -> None:
    harm(root / ".ichsite")
    shutil.rmtree(root / ".output.next", ignore_errors=True)
    page = root / "content/pages/about.md"
    page.write_text(page.read_text("utf-8") + "\n又一段。\n", "utf-8")
    (root / "output/crafts/vase/index.html").write_text("harmed")  # so that a large value is asked for
    next((root / "output/assets/pictures").iterdir()).unlink()
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    after = tree(root / "output")
    shutil.rmtree(root / ".ichsite")
    shutil.rmtree(root / "output")
    built(root)
    assert not differences(tree(root / "output"), after)


def test_a_pickle_in_the_cache_runs_nothing(root: Path, tmp_path: Path) -> None:
    expected = tree(root / "output")
    trap = tmp_path / "trapped"
    bad = pickle.dumps(Command(f"touch '{trap}'"))
    digest = blake2b(bad, digest_size=16).digest()
    with sqlite3.connect(root / ".ichsite/cache.sqlite") as connection:
        connection.execute("UPDATE result SET small = ?, digest = ?", (bad, digest))
        connection.execute("UPDATE large SET data = ?, digest = ?", (bad, digest))
    connection.close()
    for path in (root / ".ichsite").iterdir():
        if path.name == "stats" or path.name.startswith("output-"):
            path.write_bytes(bad)
    (root / "output/index.html").write_text("harmed")
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    assert not trap.exists()
    assert not differences(tree(root / "output"), expected)
    pickle.loads(bad)  # noqa: S301  to see that it would have
    assert trap.exists(), "the trap is one"


def test_a_trap_among_the_large_values_alone_runs_nothing(root: Path, tmp_path: Path) -> None:
    expected = tree(root / "output")
    trap = tmp_path / "trapped"
    bad = pickle.dumps(Command(f"touch '{trap}'"))
    with sqlite3.connect(root / ".ichsite/cache.sqlite") as connection:
        digest = blake2b(bad, digest_size=16).digest()
        connection.execute("UPDATE large SET data = ?, digest = ?", (bad, digest))
    connection.close()
    (root / "output/crafts/vase/index.html").write_text("harmed")
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    assert not trap.exists()
    assert not differences(tree(root / "output"), expected)


def test_without_its_state_a_build_still_takes_removed_pages_away(root: Path) -> None:
    shutil.rmtree(root / ".ichsite")
    shutil.rmtree(root / "content/crafts/plaque")
    stream = root / "content/streams/evening.md"
    stream.write_text(stream.read_text("utf-8").replace("  - {craft: plaque, showing: shows}\n", ""), "utf-8")
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    left = (root / "output/crafts/plaque/index.html").read_text("utf-8")
    assert "刻字的小银牌" not in left, "its address answers, and says that it is gone"
    after = tree(root / "output")
    shutil.rmtree(root / "output")
    built(root, clean=True)
    assert not differences(tree(root / "output"), after)


def test_the_cache_does_not_grow_for_ever(root: Path) -> None:
    with sqlite3.connect(root / ".ichsite/cache.sqlite") as connection:
        used = connection.execute("SELECT count(*) FROM result").fetchone()[0]
    for day in range(1, 29):
        built(root, today=f"2026-12-{day:02}")
    with sqlite3.connect(root / ".ichsite/cache.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM result").fetchone()[0] <= used * 4 + 10
