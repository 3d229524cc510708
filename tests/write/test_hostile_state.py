"""The state folder of a project that came from somebody else: nothing outside is touched, nothing hangs, the build goes on."""

from __future__ import annotations

import os
import pickle
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ichsite.engine.freight import unpack
from ichsite.engine.keep import load_value, save_value
from ichsite.read.tree import Stat
from ichsite.state import load_state
from ichsite.text.address import OutputPath
from ichsite.text.fingerprint import of_bytes
from ichsite.write.manifest import Ledger, Written, load_ledger
from tests.invariants.trees import differences, tree
from tests.sites_support import ichsite, laid_out


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = laid_out(tmp_path / "site")
    assert ichsite(root, "build").code == 0
    return root


def _state_names(root: Path) -> list[str]:
    ledger = next((root / ".ichsite").glob("output-*")).name
    files = ["lock", "stats", ledger, "stats.new", f"{ledger}.new", "cache.sqlite"]
    return [*files, *(f"cache.sqlite{ending}" for ending in ("-wal", "-shm", "-journal"))]


def _rebuilt(root: Path) -> None:
    """An edited page is published as a clean build would publish it."""
    _edited(root, "in the way")
    after = tree(root / "output")
    shutil.rmtree(root / ".ichsite")
    shutil.rmtree(root / "output")
    assert ichsite(root, "build").code == 0
    assert not differences(tree(root / "output"), after)


def _edited(root: Path, name: str) -> None:
    """An edited page is built, and the next build is one too; `name` is what had been done to the state."""
    about = root / "content/pages/about.md"
    about.write_text(about.read_text("utf-8") + "\n又一段。\n", "utf-8")
    for _ in range(2):
        run = ichsite(root, "build", timeout=30)
        assert run.code == 0, (name, run.err)


def _link(path: Path, victim: Path) -> None:
    path.symlink_to(victim)


def _hard_link(path: Path, victim: Path) -> None:
    path.hardlink_to(victim)


@pytest.mark.parametrize("bind", [_link, _hard_link])
@pytest.mark.parametrize("content", [b"years of work", b""])
def test_a_link_under_a_name_of_ours_is_not_written_through(
    bind: Callable[[Path, Path], None], content: bytes, root: Path, tmp_path: Path
) -> None:
    victims = tmp_path / "victims"
    victims.mkdir()
    for name in _state_names(root):
        (victims / name).write_bytes(content)
        (root / ".ichsite" / name).unlink(missing_ok=True)
        bind(root / ".ichsite" / name, victims / name)
    before = tree(victims)
    _rebuilt(root)
    assert tree(victims) == before


def test_a_dangling_link_makes_no_file_outside(root: Path, tmp_path: Path) -> None:
    (tmp_path / "victims").mkdir()
    for name in _state_names(root):
        (root / ".ichsite" / name).unlink(missing_ok=True)
        (root / ".ichsite" / name).symlink_to(tmp_path / "victims" / name)
    _rebuilt(root)
    assert not list((tmp_path / "victims").iterdir())


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "inside").write_text("x")


def test_a_database_outside_is_not_read(root: Path, tmp_path: Path) -> None:
    """A cache that is a link to a good cache is somebody else's all the same."""
    outside = tmp_path / "cache.sqlite"
    (root / ".ichsite/cache.sqlite").rename(outside)
    (root / ".ichsite/cache.sqlite").symlink_to(outside)
    before = outside.read_bytes()
    _rebuilt(root)
    assert outside.read_bytes() == before


@pytest.mark.parametrize("make", [os.mkfifo, _folder], ids=["pipe", "folder"])
def test_a_pipe_or_a_folder_under_a_name_of_ours_is_discarded(make: Callable[[Path], None], root: Path) -> None:
    for name in _state_names(root):
        path = root / ".ichsite" / name
        path.unlink(missing_ok=True)
        make(path)
        _edited(root, name)
    _rebuilt(root)


def test_a_flipped_byte_is_noticed(root: Path) -> None:
    path = root / ".ichsite/stats"
    os.utime(root / "site.yaml", ns=(1, 1))  # long settled, so that its stat is remembered
    assert ichsite(root, "build").code == 0
    data = path.read_bytes()
    assert len(load_state(path).stats) >= 1
    for at in range(len(data)):
        path.write_bytes(data[:at] + bytes((data[at] ^ 1,)) + data[at + 1 :])
        assert load_state(path).stats == {}
    ledger = next((root / ".ichsite").glob("output-*"))
    data = ledger.read_bytes()
    for at in range(0, len(data), 97):
        ledger.write_bytes(data[:at] + bytes((data[at] ^ 1,)) + data[at + 1 :])
        assert load_ledger(ledger).published == {}


def test_an_edit_that_the_stat_does_not_show_is_built_in_the_end(root: Path) -> None:
    """Size, time and inode stand still; where the cache is lost, the file is read and found to be another."""
    about = root / "content/pages/about.md"
    os.utime(about, ns=(10**18, 10**18))
    assert ichsite(root, "build").code == 0
    before = about.stat()
    with about.open("r+b") as opened:
        data = opened.read()
        opened.seek(0)
        opened.write(data.replace("关于".encode(), "说明".encode()) if "关于".encode() in data else data[:-2] + b"x\n")
    os.utime(about, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (about.stat().st_size, about.stat().st_ino) == (before.st_size, before.st_ino)
    (root / ".ichsite/cache.sqlite").unlink()
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    after = tree(root / "output")
    assert ichsite(root, "build", "--clean").code == 0
    assert not differences(tree(root / "output"), after)


PRINT = of_bytes(b"")
STAT = Stat(1, 2, 3)


def _hollow(kind: type) -> Any:
    return object.__new__(kind)


STATS: tuple[Any, ...] = (
    None,
    [],
    {"site.yaml": 1},
    {"site.yaml": (STAT,)},
    {"site.yaml": (STAT, PRINT, PRINT)},
    {"site.yaml": (STAT, b"short")},
    {"site.yaml": (STAT, None)},
    {"site.yaml": ((1, 2, 3), PRINT)},
    {"site.yaml": (Stat("1", 2, 3), PRINT)},  # type: ignore[arg-type]
    {"site.yaml": (Stat(True, 2, 3), PRINT)},
    {"site.yaml": (_hollow(Stat), PRINT)},
    {7: (STAT, PRINT)},
)


def test_stats_of_another_shape_are_discarded(root: Path) -> None:
    path = root / ".ichsite/stats"
    for at, value in enumerate(STATS):
        save_value(path, value)
        assert load_state(path).stats == {}, at
        _edited(root, f"STATS[{at}]")
    _rebuilt(root)


def _page(**fields: Any) -> dict[str, Any]:
    good = {"parts": (("theme", PRINT),), "digest": PRINT, "stat": STAT}
    return {"index.html": Written(**{**good, **fields})}


LEDGERS: tuple[Any, ...] = (
    None,
    Ledger(None, None),  # type: ignore[arg-type]
    Ledger({}, None),  # type: ignore[arg-type]
    Ledger([], False),  # type: ignore[arg-type]
    Ledger({1: Written((), PRINT, STAT)}, False),  # type: ignore[dict-item]
    Ledger({OutputPath("index.html"): None}, False),  # type: ignore[dict-item]
    Ledger({OutputPath("index.html"): _hollow(Written)}, False),
    _hollow(Ledger),
    Ledger(_page(parts=None), False),
    Ledger(_page(parts=(None,)), False),
    Ledger(_page(parts=(("theme",),)), False),
    Ledger(_page(parts=((1, PRINT),)), False),
    Ledger(_page(parts=(("theme", "x"),)), False),
    Ledger(_page(digest=None), False),
    Ledger(_page(stat=None), False),
    Ledger(_page(stat=_hollow(Stat)), False),
)


def test_a_ledger_of_another_shape_is_discarded(root: Path) -> None:
    path = next((root / ".ichsite").glob("output-*"))
    for at, value in enumerate(LEDGERS):
        save_value(path, value)
        assert load_ledger(path) == Ledger({}, False), at
        _edited(root, f"LEDGERS[{at}]")
    _rebuilt(root)


def test_a_good_ledger_is_read(tmp_path: Path) -> None:
    ledger = Ledger(_page(), True)
    save_value(tmp_path / "ledger", ledger)
    assert load_ledger(tmp_path / "ledger") == ledger


def test_a_pickle_with_a_good_digest_runs_nothing(root: Path, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> Any:
            return os.system, (f"touch '{tmp_path / 'trapped'}'",)

    for path in (root / ".ichsite/stats", next((root / ".ichsite").glob("output-*"))):
        data = pickle.dumps(Trap())
        path.write_bytes(of_bytes(data) + data)
        assert load_value(path) is None
    _rebuilt(root)
    assert not (tmp_path / "trapped").exists()


@pytest.mark.parametrize("wrong", [OverflowError, RecursionError])
def test_whatever_a_pickle_fails_with_is_one_error(wrong: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_self: object, _module: str, _name: str) -> None:
        raise wrong("deep")

    monkeypatch.setattr("ichsite.engine.freight._Reader.find_class", fail)
    with pytest.raises(pickle.UnpicklingError):
        unpack(pickle.dumps(STAT))


def test_the_lock_names_processes_only(root: Path) -> None:
    """What stands in the lock may come from anywhere: it is shown where it is a number."""
    import fcntl

    with (root / ".ichsite/lock").open("w") as lock:
        lock.write("\x1b[2Jgone")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        run = ichsite(root, "build")
    assert run.code == 2
    assert "\x1b" not in run.err and "gone" not in run.err


def test_the_cache_is_still_a_cache(root: Path) -> None:
    """None of this makes a build forget what is in order."""
    ichsite(root, "build")  # the one before wrote the ledger that this one reads
    with sqlite3.connect(root / ".ichsite/cache.sqlite") as connection:
        before = connection.execute("SELECT count(*) FROM result").fetchone()
    connection.close()
    assert ichsite(root, "build", "--explain").out == ""
    with sqlite3.connect(root / ".ichsite/cache.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM result").fetchone() == before
    connection.close()
