"""Where the site may be written to, and where it may not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.invariants.trees import tree
from tests.sites_support import ichsite, laid_out


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "home/site")


def _refused(root: Path, before: dict[str, bytes], *options: str, home: Path | None = None) -> str:
    run = ichsite(root, "build", *options, env={"HOME": str(home)} if home else None)
    assert run.code == 2, run.err
    assert "Traceback" not in run.err and run.err.strip()
    assert _but_the_state(tree(root)) == _but_the_state(before)
    return run.err


def _but_the_state(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if not path.startswith(".ichsite/")}


@pytest.mark.parametrize(
    "folder", [".", "..", "/", "../..", "content", "content/site", "themes", ".git", ".ichsite/out", "site.yaml", "~"]
)
@pytest.mark.parametrize("by", ["option", "setting"])
def test_refused(folder: str, by: str, root: Path) -> None:
    if by == "setting":
        site = root / "site.yaml"
        site.write_text(site.read_text("utf-8") + f"output: {folder!r}\n", "utf-8")
        if folder == "~":
            pytest.skip("in site.yaml it is a folder of that name")
    before = tree(root)
    absolute = folder if folder in ("/", "~") else str(root / folder)
    _refused(root, before, *(("--output", absolute) if by == "option" else ()), home=root.parent)


def test_a_setting_may_not_leave_the_project(root: Path, tmp_path: Path) -> None:
    (root / "way-out").symlink_to(tmp_path)
    for folder in ("../site-output", str(tmp_path / "anywhere"), "way-out/site"):
        site = root / "site.yaml"
        kept = [line for line in site.read_text("utf-8").splitlines() if not line.startswith("output:")]
        site.write_text("\n".join((*kept, f"output: {folder}", "")), "utf-8")
        _refused(root, tree(root))
        assert not (tmp_path / "anywhere").exists() and not (tmp_path / "site").exists()


def test_a_folder_with_foreign_files_is_left_alone(root: Path, tmp_path: Path) -> None:
    thesis = tmp_path / "documents/thesis.txt"
    thesis.parent.mkdir()
    thesis.write_text("years of work")
    said = _refused(root, tree(root), "--output", str(thesis.parent))
    assert "documents" in said
    assert tree(thesis.parent) == {"thesis.txt": b"years of work"}


def test_a_link_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()
    (root / "output").symlink_to(tmp_path / "target")
    _refused(root, tree(root))
    assert not list((tmp_path / "target").iterdir())


def test_the_spare_as_a_link_is_not_followed(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    (target / "mine.txt").write_text("mine")
    (target / ".ichsite-output").write_text("")
    assert ichsite(root, "build").code == 0
    (root / ".output.next").symlink_to(target)
    about = root / "content/pages/about.md"
    about.write_text(about.read_text("utf-8") + "\n新。\n", "utf-8")
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    assert tree(target) == {"mine.txt": b"mine", ".ichsite-output": b""}
    assert (root / "output").is_dir() and not (root / "output").is_symlink()


def test_the_output_is_never_read_as_content(root: Path) -> None:
    assert ichsite(root, "build", "--output", str(root / "public/site")).code == 0
    run = ichsite(root, "check", "--strict")
    assert run.code == 0, run.err


def test_an_empty_folder_and_a_new_one_are_taken(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "a/b/new"):
        run = ichsite(root, "build", "--output", str(folder))
        assert run.code == 0, run.err
        assert (folder / "index.html").is_file()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_without_the_right_to_write_is_left(root: Path) -> None:
    assert ichsite(root, "build").code == 0
    before = tree(root / "output")
    (root / "output").chmod(0o555)
    try:
        assert ichsite(root, "build", "--clean").code == 2
    finally:
        (root / "output").chmod(0o755)
    assert tree(root / "output") == before
