"""Full disks, projects that cannot be written to, files that change meanwhile: said in words, the output as it was."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.invariants.trees import differences, tree
from tests.sites_support import ichsite, laid_out
from tests.write.processes import started
from tests.write.two_sites import TwoSites


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of twelve megabytes, which hold two sites; skipped where this process may not mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_output(states: TwoSites, small_disk: Path, tmp_path: Path) -> None:
    root, output, filler = tmp_path / "site", small_disk / "output", small_disk / "filler"
    states.put(root, 0)
    assert started(root, "--output", str(output)).wait(60) == 0
    for turn, space in enumerate((0, 40_000, 700_000), 1):
        before, after = states.site[1 - turn % 2], states.site[turn % 2]
        assert not differences(tree(output), before)
        shutil.rmtree(
            small_disk / ".output.next", ignore_errors=True
        )  # the other site, whose files would be taken again
        left = os.statvfs(small_disk)
        filler.write_bytes(bytes(max(0, left.f_bavail * left.f_frsize - space)))
        states.put(root, turn % 2)
        process = started(root, "--output", str(output))
        _, said = process.communicate(timeout=60)
        if process.returncode == 0:
            assert space >= 300_000, "so little is not enough"
            assert not differences(tree(output), after)
        else:
            assert process.returncode == 2
            assert b"disk is full" in said and b"Traceback" not in said, said.decode()
            assert not differences(tree(output), before)
        filler.unlink()
        assert started(root, "--output", str(output)).wait(60) == 0
        assert not differences(tree(output), after)


def test_a_file_that_cannot_grow_leaves_the_output(states: TwoSites, tmp_path: Path) -> None:
    """A limit on the size of files hits the cache first: it must not be taken for a fault of ours."""
    root = tmp_path / "site"
    states.put(root, 0)
    assert started(root).wait(60) == 0
    for turn, largest in enumerate((2_000, 300_000), 1):
        before, after = states.site[1 - turn % 2], states.site[turn % 2]
        assert not differences(tree(root / "output"), before)
        states.put(root, turn % 2)
        process = _limited(root, largest)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 2, said.decode()
        assert b"Traceback" not in said and b"itself failed" not in said, said.decode()
        assert not differences(tree(root / "output"), before), said.decode()
        assert started(root).wait(60) == 0
        assert not differences(tree(root / "output"), after)


def _limited(root: Path, largest: int) -> subprocess.Popen[bytes]:
    """A clean build that may write no file larger than so many bytes."""
    return started(root, "--clean", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest)))


def test_a_project_that_cannot_be_written_to_is_built_elsewhere(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    (root / ".ichsite").write_text("in the way of the state folder")
    run = ichsite(root, "build", "--output", str(tmp_path / "out"))
    assert run.code == 0, run.err
    first = tree(tmp_path / "out")
    assert ichsite(root, "build", "--output", str(tmp_path / "out")).code == 0
    assert not differences(tree(tmp_path / "out"), first)
    assert (root / ".ichsite").read_text() == "in the way of the state folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_project_is_built_elsewhere(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    root.chmod(0o555)
    try:
        run = ichsite(root, "build", "--output", str(tmp_path / "out"))
        assert run.code == 0, run.err
        assert ichsite(root, "build").code == 2
    finally:
        root.chmod(0o755)


def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    root = laid_out(tmp_path / "site")
    (root / "content/posts/first.md").chmod(0)
    (root / "content/pages/about.md").write_text("no front matter")
    run = ichsite(root, "check")
    assert run.code == 1
    assert "posts/first.md error[file-unreadable]" in run.err and "pages/about.md" in run.err


def test_editing_during_builds_gives_one_consistent_site(states: TwoSites, tmp_path: Path) -> None:
    """An editor saves one title all the time; each site that comes out shows one title on every page."""
    root = tmp_path / "site"
    states.put(root, 0)
    craft = root / "content/crafts/piece-00007/index.md"
    text = craft.read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    over = threading.Event()

    def edit() -> None:
        number = 0
        while not over.wait(0.03):
            number += 1
            fresh = craft.with_name(".index.md.swap")
            fresh.write_text(text.replace(title, f"title: 第{number}版的名字"), "utf-8")
            fresh.replace(craft)

    editor = threading.Thread(target=edit)
    editor.start()
    try:
        for _ in range(4):
            process = started(root, "--jobs", "2")
            _, said = process.communicate(timeout=60)
            assert process.returncode in (0, 2), said.decode()
            assert process.returncode == 0 or b"kept changing" in said
            if process.returncode == 0:
                assert len(_titles(root / "output")) == 1
    finally:
        over.set()
        editor.join()
    assert started(root).wait(60) == 0
    assert len(_titles(root / "output")) == 1


def test_a_picture_that_changes_back_is_published(tmp_path: Path) -> None:
    """What was wrong with a picture for a moment is not remembered of its bytes."""
    root = laid_out(tmp_path / "site")
    cover = root / "content/crafts/vase/cover.jpg"
    good, over = cover.read_bytes(), threading.Event()

    def swap() -> None:
        while not over.wait(0.002):
            cover.write_bytes(good[:-40])
            cover.write_bytes(good)

    editor = threading.Thread(target=swap)
    editor.start()
    try:
        for _ in range(4):
            started(root, "--clean").communicate(timeout=60)
    finally:
        over.set()
        editor.join()
    cover.write_bytes(good)
    run = ichsite(root, "build")
    assert run.code == 0, run.err


def _titles(output: Path) -> set[str]:
    import re

    found: set[str] = set()
    for page in output.rglob("*.html"):
        if page.is_relative_to(output / "promises"):
            continue  # what was promised under a title stays promised under it
        found |= set(re.findall("第[0-9]+版的名字", page.read_text("utf-8")))
    return found
