"""One site, whatever builds it: one process or several, any zone, locale, hash seed, folder and path."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from benchmarks.generate import make_site
from ichsite.engine.pool import SERIAL_UNDER
from tests.invariants.trees import differences, tree
from tests.sites_support import ichsite

CRAFTS = SERIAL_UNDER * 2


@pytest.fixture(scope="module")
def serial(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A project with enough crafts to be spread over processes, and what one process makes of it."""
    sources = tmp_path_factory.mktemp("sources")
    make_site(sources, CRAFTS)
    return sources, published(sources, tmp_path_factory.mktemp("serial") / "site", "--jobs", "1")


def published(sources: Path, root: Path, *options: str, env: dict[str, str] | None = None) -> dict[str, bytes]:
    """The output of a clean build of the same sources at another path."""
    shutil.copytree(sources, root)
    run = ichsite(root, "build", *options, env=env)
    assert run.code == 0, run.err
    return tree(root / "output")


def test_several_processes_give_the_same(serial: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    sources, expected = serial
    assert len(expected) > CRAFTS
    assert not differences(published(sources, tmp_path / "site", "--jobs", "3"), expected)


@pytest.mark.parametrize(
    "around",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"},
        {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "4242", "LC_ALL": "C.UTF-8", "ICHSITE_LANG": "en"},
    ],
    ids=["east-and-ascii", "west-and-english"],
)
def test_the_machine_makes_no_difference(
    serial: tuple[Path, dict[str, bytes]], around: dict[str, str], tmp_path: Path
) -> None:
    sources, expected = serial
    assert not differences(published(sources, tmp_path / "另 一处 %20", env=around), expected)


def test_the_working_folder_makes_no_difference(
    serial: tuple[Path, dict[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources, expected = serial
    shutil.copytree(sources, tmp_path / "site")
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join((str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")))
    )
    monkeypatch.chdir(tmp_path)
    run = ichsite(Path("site"), "build")
    assert run.code == 0, run.err
    assert not differences(tree(tmp_path / "site/output"), expected)
