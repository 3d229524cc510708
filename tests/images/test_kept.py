"""Pictures are made once for their content and the settings: kept across clean builds, made anew where they must be."""

from __future__ import annotations

import shutil
import signal
import sqlite3
from pathlib import Path

import pytest

from ichsite.images.ai_label import AI_XMP
from tests.images.samples import jpeg, scene
from tests.invariants.trees import differences, tree
from tests.sites_support import ichsite, laid_out
from tests.write.processes import started


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = laid_out(tmp_path / "site")
    assert ichsite(root, "build").code == 0
    return root


def decoded(root: Path, *options: str) -> bool:
    """Whether a build decodes any picture: with a decoder that dies of each."""
    process = started(root, *options, program=("-m", "tests.images.dies_of", str(int(signal.SIGSEGV)), ""))
    _, said = process.communicate(timeout=120)
    assert (process.returncode == 0) != (b"picture-crash" in said), said.decode()
    return b"picture-crash" in said


def test_a_clean_build_decodes_nothing_again(root: Path) -> None:
    assert not decoded(root, "--clean")
    before = tree(root / "output")
    shutil.rmtree(root / "output")
    assert not decoded(root, "--clean")
    assert not differences(tree(root / "output"), before)


def test_without_the_kept_pictures_they_are_made_again(root: Path) -> None:
    before = tree(root / "output")
    (root / ".ichsite/pictures.sqlite").unlink()
    assert decoded(root)
    assert ichsite(root, "build", "--clean").code == 0
    assert not differences(tree(root / "output"), before)


@pytest.mark.parametrize("setting", ["widths: [400, 900]", "quality: 60", "avif: true"])
def test_other_settings_make_other_pictures(setting: str, root: Path) -> None:
    (root / "content/crafts/vase/cover.jpg").write_bytes(jpeg(scene(1200, 900)))
    assert ichsite(root, "build").code == 0
    before = _pictures(root)
    site = root / "site.yaml"
    plain = site.read_text("utf-8")
    site.write_text(plain + f"pictures: {{{setting}}}\n", "utf-8")
    assert ichsite(root, "build").code == 0
    after = _pictures(root)
    assert after.keys() - before.keys()
    assert all(before[path] == after[path] for path in after.keys() & before.keys()), "one name, one content"
    assert any(path.endswith(".avif") for path in after) == ("avif" in setting)
    page = (root / "output/crafts/vase/index.html").read_text("utf-8")
    assert ('type="image/avif"' in page) == ("avif" in setting)
    assert ("900w" in page) == ("900" in setting)
    site.write_text(plain, "utf-8")
    assert not decoded(root), "going back costs nothing"


def test_a_picture_said_to_be_of_ai_is_labelled_in_its_files(root: Path) -> None:
    before = _pictures(root)
    craft = root / "content/crafts/vase/index.md"
    plain = craft.read_text("utf-8")
    craft.write_text(plain.replace("file: cover.jpg,", "file: cover.jpg, ai_generated: true,"), "utf-8")
    assert ichsite(root, "build").code == 0
    made = _pictures(root)
    fresh = {path: data for path, data in made.items() if path not in before}
    assert {path.rsplit(".", 1)[1] for path in fresh} == {"webp", "jpg"}
    assert all(AI_XMP in data for data in fresh.values())
    assert not any(AI_XMP in data for data in before.values())
    craft.write_text(plain, "utf-8")
    assert not decoded(root), "going back costs nothing"
    assert _pictures(root) == before


def _pictures(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(root / "output").items() if path.startswith("assets/pictures/")}


def test_the_same_picture_under_two_names_is_published_once(root: Path) -> None:
    shutil.copy(root / "content/crafts/vase/cover.jpg", root / "content/crafts/plaque/cover.jpg")
    assert ichsite(root, "build").code == 0
    digests = [data for path, data in tree(root / "output").items() if path.startswith("assets/pictures/")]
    assert len(digests) == len(set(digests))


def test_a_damaged_picture_is_made_anew(root: Path) -> None:
    before = tree(root / "output")
    with sqlite3.connect(root / ".ichsite/pictures.sqlite") as connection:
        (kept,) = connection.execute("SELECT count(*) FROM large").fetchone()
        connection.execute("UPDATE large SET data = x'0000' WHERE key = (SELECT min(key) FROM large)")
    connection.close()
    shutil.rmtree(root / "output")
    run = ichsite(root, "build")
    assert run.code == 0, run.err
    assert not differences(tree(root / "output"), before)
    with sqlite3.connect(root / ".ichsite/pictures.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM large").fetchone() == (kept,)
    connection.close()


def test_unused_pictures_leave_the_cache(root: Path) -> None:
    def kept() -> int:
        with sqlite3.connect(root / ".ichsite/pictures.sqlite") as connection:
            count: int = connection.execute("SELECT count(*) FROM result").fetchone()[0]
        connection.close()
        return count

    used = kept()
    page = root / "content/pages/about.md"
    for turn in range(25):
        (root / "content/crafts/vase/cover.jpg").write_bytes(jpeg(scene(80 + turn % 24, 60)))
        page.write_text(page.read_text("utf-8") + "\n又一段。\n", "utf-8")
        assert ichsite(root, "build").code == 0
        assert kept() <= used + 20
    assert kept() < used + 24
