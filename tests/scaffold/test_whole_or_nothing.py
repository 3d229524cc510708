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
from tests.scaffold.struck_at import FILES


def struck(root: Path, last: int, sign: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.scaffold.struck_at", str(last), sign, str(root)]
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False, timeout=60)


def without_leftovers(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(root).items() if not path.startswith(ASIDE)}


@pytest.mark.parametrize("here", ["", "content/crafts/vase/index.md"])
def test_killed_at_any_change_there_is_no_half_of_anything(tmp_path: Path, here: str) -> None:
    """In an empty folder there are three moves, and a site is none without its last; in a project each is one item."""

    def laid(root: Path) -> Path:
        root.mkdir()
        if here:
            (root / here).parent.mkdir(parents=True)
            (root / here).write_bytes(b"mine")
        return root

    whole = laid(tmp_path / "whole")
    changes = int(struck(whole, 0, "SIGKILL").stdout)
    after = tree(whole)
    assert FILES.items() <= after.items() and not any(path.startswith(ASIDE) for path in after)
    seen: set[int] = set()
    for last in range(1, changes + 1):
        root = laid(tmp_path / str(last))
        before = tree(root)
        assert struck(root, last, "SIGKILL").returncode == -9
        now = without_leftovers(root)
        assert now == before or now.items() <= after.items()
        assert now == after or "site.yaml" not in now
        assert ("content/crafts/cup/index.md" in now) == ("content/crafts/cup/customization.yaml" in now)
        seen.add(len(now))
    assert len(seen) >= 3, "some die before the moves, some between them and some after"


def test_ctrl_c_at_every_second_change_leaves_all_or_nothing(tmp_path: Path) -> None:
    changes = int(struck(tmp_path / "whole", 0, "SIGINT").stdout)
    after = tree(tmp_path / "whole")
    for last in range(1, changes + 1, 2):
        root = tmp_path / str(last)
        root.mkdir()
        (root / "README.md").write_bytes(b"mine")
        assert struck(root, last, "SIGINT").returncode == 130
        mine = tree(root)
        assert mine.pop("README.md") == b"mine"
        assert without_leftovers(root).keys() - {"README.md"} in (set(), set(after))


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
