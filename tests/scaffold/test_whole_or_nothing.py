"""Killed, interrupted or out of disk: what is new is there whole or not at all, and what was there stays."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from ichsite.write.fresh import ASIDE, Occupied, put_fresh
from tests.invariants.trees import tree
from tests.scaffold.site import DAY, begun, made, said

NEW = ("new", "craft", "青瓷杯", "--today", DAY)


def run(module: str, number: int, root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", module, str(number), "-C", str(root), *arguments]
    env = {**os.environ, "ICHSITE_LANG": "en", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False, timeout=60)


def without_leftovers(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(root).items() if not path.startswith((ASIDE, ".ichsite/"))}


def test_killed_at_any_change_a_new_craft_is_whole_or_not_there(tmp_path: Path) -> None:
    whole = begun(tmp_path / "whole")
    before = without_leftovers(whole)
    changes = int(run("tests.write.dies_at", 0, whole, *NEW).stdout)
    after = without_leftovers(whole)
    assert len(after) == len(before) + 2
    seen: set[int] = set()
    for last in range(1, changes + 1):
        root = begun(tmp_path / str(last))
        assert run("tests.write.dies_at", last, root, *NEW).returncode == -9
        now = without_leftovers(root)
        assert now in (before, after)
        seen.add(len(now))
    assert seen == {len(before), len(after)}
    root = tmp_path / "1"
    assert said(root) == [] and made(root, *NEW[1:3]) == 0, "what a killed run leaves is in nobody's way"


def test_killed_at_any_change_a_site_is_whole_or_no_site(tmp_path: Path) -> None:
    def begin(root: Path, last: int) -> subprocess.CompletedProcess[str]:
        root.mkdir()
        return run("tests.write.dies_at", last, root, "init", "--today", DAY)

    changes = int(begin(tmp_path / "whole", 0).stdout)
    after = without_leftovers(tmp_path / "whole")
    moves = range(changes - 24, changes + 1, 3)
    for last in (1, changes // 3, *moves):
        root = tmp_path / str(last)
        assert begin(root, last).returncode == -9
        now = without_leftovers(root)
        assert now == after or "site.yaml" not in now
        again = run("tests.write.dies_at", 0, root, "init", "--today", DAY)
        if now:
            assert again.returncode == 2 and without_leftovers(root) == now and "Traceback" not in again.stderr
        else:
            assert again.returncode == 0 and without_leftovers(root) == after


@pytest.mark.parametrize("move", [1, 4, 8])
def test_ctrl_c_between_moves_takes_back_what_was_moved(tmp_path: Path, move: int) -> None:
    (tmp_path / "README.md").write_bytes(b"mine\n")
    done = run("tests.scaffold.interrupted_at", move, tmp_path, "init")
    assert done.returncode == 130 and "Traceback" not in done.stderr
    assert tree(tmp_path) == {"README.md": b"mine\n"}


def test_a_disk_that_takes_no_more_leaves_nothing(tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk: the pictures do not fit any more, the texts before them do."""
    root = tmp_path / "deep" / "site"
    command = [sys.executable, "-m", "ichsite", "init", str(root)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )
    assert done.returncode == 2 and "Traceback" not in done.stderr and done.stderr.strip()
    assert list(tmp_path.iterdir()) == [], "the folders that were made for it are gone too"


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        command = [sys.executable, "-m", "ichsite", "init", str(disk), "--lang", "en"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 2 and "the disk is full; nothing was written" in done.stderr
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_what_stands_there_is_never_replaced(tmp_path: Path) -> None:
    files = {"a/b/new.txt": b"new", "top.txt": b"top"}
    for there in ("a/b/new.txt/", "top.txt", "a"):
        root = tmp_path / there.replace("/", "-")
        place = root / there
        place.parent.mkdir(parents=True)
        place.mkdir() if there.endswith("/") else place.write_bytes(b"old")
        before = tree(root)
        with pytest.raises(Occupied):
            put_fresh(root, files)
        assert tree(root) == before
