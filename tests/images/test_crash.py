"""A decoder that crashes takes its own process along: the picture is named, the others are made, nothing is half written."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest

from tests.images.samples import jpeg, scene
from tests.invariants.trees import differences, tree
from tests.sites_support import ichsite, laid_out
from tests.write.processes import left_behind, started

MARK = b"CRASHES-THE-DECODER"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "site")


def crashing(root: Path, how: signal.Signals, *options: str) -> tuple[int, str]:
    process = started(root, *options, program=("-m", "tests.images.dies_of", str(int(how)), MARK.decode()))
    _, said = process.communicate(timeout=120)
    assert not left_behind(process.pid)
    return process.returncode, said.decode()


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("how", [signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL])
def test_a_crash_names_its_picture(how: signal.Signals, jobs: str, root: Path) -> None:
    (root / "content/crafts/vase/cover.jpg").write_bytes(jpeg(scene()) + MARK)
    code, said = crashing(root, how, "--jobs", jobs)
    assert code == 1, said
    assert re.search(r"^content/crafts/vase/index\.md:\d+:12 error\[picture-crash\]", said, re.MULTILINE), said
    assert "content/crafts/vase/cover.jpg: " in said
    assert ("out of memory" if how == signal.SIGKILL else f"signal {int(how)}") in said
    assert "Traceback" not in said and said.count("error[") == 1
    assert sorted(path.name for path in root.iterdir() if "output" in path.name) == []


def test_the_others_are_made_and_kept(root: Path) -> None:
    (root / "content/crafts/vase/cover.jpg").write_bytes(jpeg(scene()) + MARK)
    crashing(root, signal.SIGSEGV)
    (root / "content/crafts/vase/cover.jpg").write_bytes(jpeg(scene()))
    # a decoder that dies of every picture shows which are decoded again
    process = started(root, program=("-m", "tests.images.dies_of", str(int(signal.SIGSEGV)), ""))
    _, said = process.communicate(timeout=120)
    assert said.decode().count("error[picture-crash]") == 1, said.decode()
    assert ichsite(root, "build").code == 0


def test_the_published_site_stays_as_it_was(root: Path) -> None:
    assert ichsite(root, "build").code == 0
    before = tree(root / "output")
    (root / "content/crafts/vase/cover.jpg").write_bytes(jpeg(scene()) + MARK)
    code, said = crashing(root, signal.SIGSEGV)
    assert code == 1 and said.count("error[") == 1, said
    assert not differences(tree(root / "output"), before)
    (root / "content/crafts/vase/cover.jpg").write_bytes(jpeg(scene()))
    assert ichsite(root, "build").code == 0, "a crash is not remembered"
