"""The doors through which files are read: what stands behind them may change after the scan."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ichsite.images import picture
from ichsite.images.picture import PictureChanged, PictureTask, prepare
from ichsite.images.recipe import Recipe
from ichsite.model.theme_choice import ThemeChoice
from ichsite.read.regular import FileTooLarge, read_regular
from ichsite.read.sources import ChangedMeanwhile, Source, bytes_of
from ichsite.read.tree import read_file, scan
from ichsite.render.theme import FILE_CAP, load_theme
from ichsite.stage import theme as theme_stage
from ichsite.stage.theme import ThemeTask, read_theme
from ichsite.text.fingerprint import of_bytes
from tests.sites_support import ichsite, laid_out

PACKAGED = Path(__file__).resolve().parents[2] / "themes/default"


def test_a_file_that_becomes_a_link_out_is_not_read(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    secret = tmp_path / "secret"
    secret.write_text("secret")
    path = "content/pages/about.md"
    data = (root / path).read_bytes()
    (root / path).unlink()
    (root / path).symlink_to(secret)
    with pytest.raises(OSError, match="leaves the project"):
        read_file(root, path)
    with pytest.raises(ChangedMeanwhile):
        bytes_of(root, Source(path, of_bytes(data), None))


def test_a_folder_that_becomes_a_link_out_is_not_read(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    (root / "content/pages").rename(tmp_path / "pages")
    (root / "content/pages").symlink_to(tmp_path / "pages")
    with pytest.raises(OSError, match="leaves the project"):
        read_file(root, "content/pages/about.md")


def test_a_link_inside_is_read(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    (root / "content/pages/again.md").symlink_to("about.md")
    assert read_file(root, "content/pages/again.md") == read_file(root, "content/pages/about.md")
    assert "content/pages/again.md" in {found.path for found in scan(root).files}


def test_a_pipe_a_folder_and_a_link_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"12345")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "loop").symlink_to("loop")
    for name in ("pipe", "folder", "link", "loop", "gone"):
        with pytest.raises(OSError):
            read_regular(tmp_path / name, 10)
    with pytest.raises(OSError):
        read_file(tmp_path, "pipe")
    assert read_regular(tmp_path / "file", 5) == b"12345"
    with pytest.raises(FileTooLarge):
        read_regular(tmp_path / "file", 4)


def test_a_picture_is_read_through_the_same_door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = laid_out(tmp_path / "site")
    cover = root / "content/crafts/vase/cover.jpg"
    digest = of_bytes(cover.read_bytes())
    (tmp_path / "link").symlink_to(cover)
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe"):
        with pytest.raises(PictureChanged):
            prepare(PictureTask(str(tmp_path / name), digest, Recipe()))
    monkeypatch.setattr(picture, "MAX_BYTES", 100)
    prepared, files = prepare(PictureTask(str(cover), digest, Recipe()))
    assert files is None and prepared.refusal is not None and prepared.refusal.code == "picture-too-large"


def test_a_picture_that_is_a_link_inside_is_published(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    cover = root / "content/crafts/vase/cover.jpg"
    cover.rename(cover.with_name("original.jpg"))
    cover.symlink_to("original.jpg")
    run = ichsite(root, "build")
    assert run.code == 0, run.err


def test_a_theme_that_is_edited_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its fingerprint is taken before, and must still be that of what was read."""
    folder = tmp_path / "themes/own"
    shutil.copytree(PACKAGED, folder)
    task = ThemeTask((str(folder),), theme_stage.chain_print([folder], ThemeChoice(), strict=True))
    assert read_theme(task, None)[0].findings == ()  # type: ignore[arg-type]

    def edited_first(place: Path, **_: object) -> object:
        (place / "static/site.css").write_text("body { color: red }")
        return load_theme(place)

    monkeypatch.setattr(theme_stage, "load_theme", edited_first)
    with pytest.raises(ChangedMeanwhile, match="themes/own"):
        read_theme(task, None)  # type: ignore[arg-type]


def test_a_large_file_of_a_theme_is_not_read_for_its_fingerprint(tmp_path: Path) -> None:
    """A file of many gigabytes in a theme is named, not read."""
    root = laid_out(tmp_path / "site")
    shutil.copytree(PACKAGED, root / "themes/default")
    with (root / "themes/default/static/film.bin").open("wb") as film:
        film.truncate(50_000_000_000)
    run = ichsite(root, "build", timeout=60)
    assert run.code == 1 and f"{FILE_CAP:,}" in run.err, run.err
    (root / "themes/default/static/film.bin").unlink()
    os.mkfifo(root / "themes/default/static/pipe")
    (root / "themes/default/node_modules").mkdir()
    run = ichsite(root, "build", timeout=60)
    assert run.code == 0, run.err
