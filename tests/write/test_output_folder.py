"""Where the site may be written to, and where it may not."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ichsite.text.address import OutputPath
from ichsite.text.fingerprint import of_bytes
from ichsite.write.folder import MARKER, output_folder
from ichsite.write.manifest import Parts
from ichsite.write.publish import Publisher
from tests.invariants.trees import tree
from tests.sites_support import ichsite, laid_out


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "home/site")


def _refused(root: Path, before: dict[str, bytes], *options: str, home: Path | None = None) -> str:
    run = ichsite(root, "build", *options, env={"HOME": str(home)} if home else None)
    assert run.code == 1, run.err
    assert "error[output-folder]" in run.err, run.err
    assert ("--output error" if "--output" in options else "site.yaml:") in run.err, run.err
    assert "Traceback" not in run.err
    told = json.loads(ichsite(root, "build", "--json", *options, env={"HOME": str(home)} if home else None).out)
    assert [one["code"] for one in told["findings"]] == ["output-folder"]
    if not options:
        checked = ichsite(root, "check")
        assert checked.code == 1 and "site.yaml:" in checked.err and "error[output-folder]" in checked.err
    assert _but_the_state(tree(root)) == _but_the_state(before)
    return run.err


def _but_the_state(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if not path.startswith(".ichsite/")}


@pytest.mark.parametrize(
    "folder",
    [
        ".",
        "..",
        "/",
        "../..",
        "content",
        "content/site",
        "Content",
        "themes",
        ".git",
        ".ichsite/out",
        ".output.next",
        ".output.aside",
        "public/.site",
        "site.yaml",
        "site.yaml/x",
        "Site.yaml",
        "file.txt/below/it",
        "瓷" * 150,
        "~",
    ],
)
@pytest.mark.parametrize("by", ["option", "setting"])
def test_refused(folder: str, by: str, root: Path) -> None:
    if by == "setting":
        site = root / "site.yaml"
        site.write_text(site.read_text("utf-8") + f"output: {folder!r}\n", "utf-8")
        if folder == "~":
            pytest.skip("in site.yaml it is a folder of that name")
    (root / "file.txt").write_text("mine")
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


@pytest.mark.parametrize("folder", ["", " "])
def test_an_option_that_names_nothing_is_refused(folder: str, root: Path) -> None:
    _refused(root, tree(root), "--output", folder)


@pytest.mark.parametrize("written", ['""', '"a\\0b"'])
def test_a_setting_that_names_nothing_is_refused(written: str, root: Path) -> None:
    site = root / "site.yaml"
    site.write_text(site.read_text("utf-8") + f"output: {written}\n", "utf-8")
    before = tree(root)
    run = ichsite(root, "build")
    assert run.code == 1 and "site.yaml:" in run.err and "Traceback" not in run.err, run.err
    assert _but_the_state(tree(root)) == _but_the_state(before)


def test_a_name_with_nul_is_refused(tmp_path: Path) -> None:
    """No system call takes such a name; no command line can carry it either, but a caller can."""
    folder, (finding,) = output_folder(tmp_path, "a\0b", from_command_line=True)
    assert folder is None and finding.code == "output-folder"


def test_the_option_is_below_the_folder_of_dash_c(root: Path, tmp_path: Path) -> None:
    """As git and make have it: `-C site` is as if the command were started in `site`."""
    run = ichsite(root, "build", "--output", "out")
    assert run.code == 0, run.err
    assert (root / "out/index.html").is_file()
    assert not (Path.cwd() / "out").exists()


def test_a_marker_that_is_a_link_or_a_pipe_marks_nothing(root: Path, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(
        "This folder is written by ichsite. It keeps files that are not in this list.\nmine\n"
    )
    (root / "output").mkdir()
    (root / "output/mine").write_text("mine")
    (root / "output/.ichsite-output").symlink_to(tmp_path / "list")
    _refused(root, tree(root))
    (root / "output/.ichsite-output").unlink()
    os.mkfifo(root / "output/.ichsite-output")
    run = ichsite(root, "build", timeout=20)
    assert run.code == 1 and "[output-folder]" in run.err
    assert (root / "output/mine").read_text() == "mine"


def _folder_link(spare: Path, victim: Path) -> None:
    shutil.rmtree(spare / "posts")
    (spare / "posts").symlink_to(victim)


def _deep_link(spare: Path, victim: Path) -> None:
    shutil.rmtree(spare / "crafts/vase")
    (spare / "crafts/vase").symlink_to(victim)


def _stray_link(spare: Path, victim: Path) -> None:
    (spare / "stray").symlink_to(victim)


def _marker_link(spare: Path, victim: Path) -> None:
    (spare / ".ichsite-output").unlink()
    (spare / ".ichsite-output").symlink_to(victim / "index.html")


def _pipe(spare: Path, victim: Path) -> None:
    (spare / "index.html").unlink()
    os.mkfifo(spare / "index.html")


@pytest.mark.parametrize("harm", [_folder_link, _deep_link, _stray_link, _marker_link, _pipe])
def test_a_link_in_the_spare_is_not_written_through(
    harm: Callable[[Path, Path], None], root: Path, tmp_path: Path
) -> None:
    for number in range(2):
        _edit(root, number)
        assert ichsite(root, "build").code == 0
    victim = tmp_path / "victim"
    (victim / "first").mkdir(parents=True)
    (victim / "index.html").write_text("mine")
    (victim / "first/index.html").write_text("mine")
    before = tree(victim)
    harm(root / ".output.next", victim)
    (root / "output/posts/first/index.html").write_text("harmed")
    (root / "output/crafts/vase/index.html").write_text("harmed")
    _edit(root, 2)
    run = ichsite(root, "build", timeout=30)
    assert run.code == 0, run.err
    assert tree(victim) == before
    published = tree(root / "output")
    assert not [path for path, data in published.items() if data.startswith(b"-> ")]
    shutil.rmtree(root / "output")
    assert ichsite(root, "build", "--clean").code == 0
    assert tree(root / "output") == published


def test_a_spare_with_a_link_is_thrown_away_before_anything_is_put(tmp_path: Path) -> None:
    page = OutputPath("a/index.html")
    for data in (b"1", b"2"):
        publisher = Publisher(tmp_path / "output", tmp_path / "ledger", clean=False)
        wanted: dict[OutputPath, Parts] = {page: (("page", of_bytes(data)),)}
        publisher.begin(wanted.keys())
        publisher.put(page, wanted[page], data)
        publisher.commit(wanted)
    (tmp_path / ".output.next/stray").symlink_to(tmp_path)
    publisher = Publisher(tmp_path / "output", tmp_path / "ledger", clean=False)
    publisher.begin({page})
    assert tree(tmp_path / ".output.next").keys() == {MARKER}


def test_a_carried_link_does_not_cost_the_spare(root: Path) -> None:
    """What its owner put into the output is carried over, and the spare with it is used again."""
    assert ichsite(root, "build").code == 0
    (root / "output/latest").symlink_to("index.html")
    os.mkfifo(root / "output/pipe")
    for number in range(3):
        _edit(root, number)
        assert ichsite(root, "build").code == 0
        spare = (root / ".output.next").stat().st_ino
    _edit(root, 3)
    assert ichsite(root, "build").code == 0
    assert (root / "output").stat().st_ino == spare
    assert (root / "output/latest").readlink() == Path("index.html")
    assert (root / "output/pipe").is_fifo()


def _edit(root: Path, number: int) -> None:
    about = root / "content/pages/about.md"
    about.write_text(about.read_text("utf-8") + f"\n第 {number} 段。\n", "utf-8")


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
