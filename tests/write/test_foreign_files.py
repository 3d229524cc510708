"""What we did not write in the output stays; what we wrote there is put right."""

from __future__ import annotations

import shutil
from collections.abc import Callable
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


def edit(root: Path, number: int) -> None:
    page = root / "content/pages/about.md"
    page.write_text(page.read_text("utf-8") + f"\n第 {number} 段。\n", "utf-8")


def test_foreign_files_are_kept(root: Path) -> None:
    output = root / "output"
    (output / "CNAME").write_text("example.com\n")
    (output / ".git/refs/heads").mkdir(parents=True)
    (output / ".git/objects/info").mkdir(parents=True)
    (output / ".git/HEAD").write_text("ref: refs/heads/main\n")
    (output / "crafts/vase/price-list.pdf").write_bytes(b"%PDF")
    (output / "latest").symlink_to("CNAME")
    (output / "deploy.sh").write_text("#!/bin/sh\n")
    (output / "deploy.sh").chmod(0o755)
    foreign = {
        "CNAME",
        ".git/refs/heads/",
        ".git/objects/info/",
        ".git/HEAD",
        "crafts/vase/price-list.pdf",
        "latest",
        "deploy.sh",
    }
    before = tree(output)
    for number in range(4):
        edit(root, number)
        built(root, clean=number == 2)
        after = tree(output)
        assert {path: after.get(path) for path in foreign} == {path: before[path] for path in foreign}
        assert (output / "deploy.sh").stat().st_mode & 0o777 == 0o755
    shutil.rmtree(root / ".ichsite")
    edit(root, 9)
    built(root)
    assert foreign <= tree(output).keys()


def test_what_its_owner_takes_away_does_not_come_back(root: Path) -> None:
    output = root / "output"
    (output / ".git/refs/heads").mkdir(parents=True)
    (output / ".git/HEAD").write_text("x")
    (output / "CNAME").write_text("x")
    for number in range(2):
        edit(root, number)
        built(root)
    shutil.rmtree(output / ".git")
    (output / "CNAME").unlink()
    for number in range(2, 5):
        edit(root, number)
        built(root)
        assert not [path for path in tree(output) if path.startswith((".git", "CNAME"))]
        assert not (output / ".git").exists()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20])


def _into_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _into_a_link(path: Path) -> None:
    other = path.with_name("other-name")
    path.rename(other)
    path.symlink_to(other.name)
    other.unlink()


@pytest.mark.parametrize("harm", [Path.unlink, _cut, _into_a_folder, _into_a_link], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("page", ["index.html", "crafts/vase/index.html", "404.html"])
def test_our_own_files_are_healed(harm: Callable[[Path], None], page: str, root: Path) -> None:
    expected = tree(root / "output")
    harm(root / "output" / page)
    assert differences(tree(root / "output"), expected)
    built(root)
    assert not differences(tree(root / "output"), expected)
    edit(root, 1)
    built(root)
    edited = tree(root / "output")
    built(root, clean=True)
    assert not differences(tree(root / "output"), edited)


def test_a_page_written_into_in_place_is_healed(root: Path) -> None:
    for number in range(2):  # so that the spare holds links to the published files
        edit(root, number)
        built(root)
    expected = tree(root / "output")
    for path in ("crafts/vase/index.html", "robots.txt"):
        with (root / "output" / path).open("ab") as page:
            page.write(b"<script>bad()</script>")
    built(root)
    assert not differences(tree(root / "output"), expected)
    edit(root, 7)
    built(root)
    assert b"bad()" not in b"".join(tree(root / "output").values())


@pytest.mark.parametrize("where", ["late/index.html", "late", "posts/page/x"])
def test_a_foreign_file_in_the_way_is_named_and_left(where: str, root: Path) -> None:
    stranger = root / "output" / where
    stranger.parent.mkdir(parents=True, exist_ok=True)
    stranger.write_text("a stranger's\n", "utf-8")
    late = "---\nid: late\ntitle: 晚\nsummary: 后来有的\n---\n晚。\n"
    (root / "content/pages/late.md").write_text(late, "utf-8")
    before = tree(root / "output")
    run = ichsite(root, "build", "--lang", "en", env={"ICHSITE_LANG": "en"})
    if where == "posts/page/x":  # beside our pages, in nobody's way
        assert run.code == 0, run.err
        assert stranger.read_text("utf-8") == "a stranger's\n"
        return
    assert run.code == 1
    assert f"output/{where} error[output-in-the-way]" in run.err and "Traceback" not in run.err
    assert not differences(tree(root / "output"), before)
    stranger.unlink()
    assert ichsite(root, "build").code == 0
    assert (root / "output/late/index.html").is_file()


def test_a_link_in_place_of_our_folder_is_not_followed(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (root / "output/crafts").rename(elsewhere)
    (root / "output/crafts").symlink_to(elsewhere)
    before = tree(elsewhere)
    edit(root, 1)
    run = ichsite(root, "build")
    assert run.code == 1 and "output/crafts error[output-in-the-way]" in run.err
    assert tree(elsewhere) == before
