"""A build that is killed, or meets a full disk, while it writes down what is promised: no version is lost, the next mends."""

from __future__ import annotations

import re
import shutil
import signal
from pathlib import Path

import pytest

from ichsite.brief.promise import name_of, read_promise
from tests.invariants.trees import built, differences, tree
from tests.sites_support import laid_out
from tests.write.processes import started

WHERE = "content/promises"


def promises(root: Path) -> dict[str, bytes]:
    """The terms of every promise in its place, by path; each is whole and what its name says."""
    found: dict[str, bytes] = {}
    for path in sorted((root / WHERE).iterdir()) if (root / WHERE).exists() else ():
        name = name_of(f"{WHERE}/{path.name}")
        if name is None:
            continue  # a file beside another, which was not put in its place yet
        promise, version = read_promise(path.read_bytes())
        assert (promise.terms.craft, promise.terms.tier, version) == (name.craft, name.tier, name.version)
        found[path.name] = path.read_bytes().partition(b"\n")[2]
    return found


def otherwise(root: Path) -> None:
    """Every offer promises something else: another price, another inspection."""
    for path in sorted((root / "content/crafts").glob("*/customization.yaml")):
        path.write_text(re.sub(r"inspection_days: \d+", "inspection_days: 9", path.read_text("utf-8")), "utf-8")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A site that was built once and promises something else now, and the same after the build that it needs."""
    folder = tmp_path_factory.mktemp("struck")
    root, after = laid_out(folder / "before"), folder / "after"
    built(root)
    otherwise(root)
    shutil.copytree(root, after)
    built(after)
    return root, after


def struck(root: Path, how: str, at: int) -> tuple[int, bytes, bytes]:
    process = started(root, "--jobs", "1", program=("-m", "tests.write.struck_in", WHERE, how, str(at)))
    out, said = process.communicate(timeout=60)
    return process.returncode, out, said


@pytest.mark.parametrize("how", ["kill", "full"])
def test_no_version_is_lost(how: str, published: tuple[Path, Path], tmp_path: Path) -> None:
    before, after = published
    whole = tmp_path / "whole"
    shutil.copytree(before, whole)
    code, out, said = struck(whole, how, 0)
    assert code == 0, said.decode()
    known, due = promises(before), promises(after)
    assert known.items() < due.items() and promises(whole) == due
    partly = 0
    changes = int(out)
    # a full disk is met where a file is begun, and where one is put in its place
    for at in range(1, changes + 1) if how == "kill" else (1, 2, 3, changes):
        root = tmp_path / f"at-{at}"
        shutil.copytree(before, root)
        code, _, said = struck(root, how, at)
        assert code == (-signal.SIGKILL if how == "kill" else 2), said.decode()
        assert b"Traceback" not in said
        left = promises(root)
        assert known.items() <= left.items() <= due.items()
        partly += known.items() < left.items() < due.items()
        # what was not written down is not published: the old site stands, and each of its promises answers
        assert not differences(tree(root / "output"), tree(before / "output"))
        if how == "full" or known.items() < left.items() < due.items():
            built(root)
            assert promises(root) == due
            assert not differences(tree(root / "output"), tree(after / "output"))
            assert all((root / "output/promises" / name.split(".")[-2] / "terms.json").is_file() for name in due)
            assert [path.name for path in (root / WHERE).iterdir() if path.name not in due] == [], (
                "nothing lies beside them"
            )
        shutil.rmtree(root)
    assert partly, "some are struck between two files"


def test_the_first_promises_are_made_in_the_end(tmp_path: Path) -> None:
    for at in (1, 4):
        root = laid_out(tmp_path / f"site-{at}")
        assert struck(root, "kill", at)[0] == -signal.SIGKILL
        assert not (root / "output").exists()
        built(root)
        assert len(promises(root)) == 2


@pytest.mark.parametrize("lost", ["edited", "deleted"])
def test_what_was_promised_is_not_taken_back(lost: str, published: tuple[Path, Path], tmp_path: Path) -> None:
    """The build refuses, says how to mend it, and leaves site, ledger and the other records as they were."""
    root = tmp_path / "site"
    shutil.copytree(published[1], root)
    file = min((root / WHERE).iterdir())
    right = file.read_bytes()
    if lost == "edited":
        file.write_bytes(right.replace(b'"inspection_days":9', b'"inspection_days":8'))
        assert file.read_bytes() != right
    else:
        file.unlink()
    output, records = tree(root / "output"), {path.name: path.read_bytes() for path in (root / WHERE).iterdir()}
    ledger = (root / "content/permalinks.yaml").read_bytes()
    process = started(root, "--jobs", "1")
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    code = "promise-broken" if lost == "edited" else "promise-missing"
    assert code in said.decode() and "git checkout content/promises" in said.decode()
    assert not differences(tree(root / "output"), output)
    assert {path.name: path.read_bytes() for path in (root / WHERE).iterdir()} == records
    assert (root / "content/permalinks.yaml").read_bytes() == ledger
    file.write_bytes(right)
    built(root)
    assert not differences(tree(root / "output"), output)
