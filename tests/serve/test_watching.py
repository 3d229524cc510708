"""Real files under a real watch: a save is one burst, however an editor saves; our own reading is none."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ichsite.read.tree import scan
from ichsite.serve import watch as watch_module
from ichsite.serve.watch import ProjectGone, Watch, only_styles

QUIET = 0.7
"""Seconds after which nothing more is taken to come."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    for path in ("content/crafts/vase/index.md", "content/tiers.yaml", "themes/own/static/site.css", "site.yaml"):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text("a: 1\n")
    (project / "output").mkdir()
    (project / ".ichsite").mkdir()
    return project


@pytest.fixture
def watch(root: Path) -> Iterator[Watch]:
    one = Watch(root)
    yield one
    one.close()


STORY = "content/crafts/vase/index.md"
BESIDE = ("index.md~", "~index.md", "#index.md#", ".index.md.swp", "index.md.tmp", "cover.jpg.part", "4913")


def bursts(watch: Watch) -> list[frozenset[str]]:
    """Every burst until nothing more comes."""
    found: list[frozenset[str]] = []
    while (burst := watch.burst(QUIET)) is not None:
        found.append(burst)
    return found


def _plainly(file: Path) -> None:
    file.write_text("b: 2\n")


def _as_vim_does(file: Path) -> None:
    swap = file.with_name(f".{file.name}.swp")
    swap.write_bytes(b"b0VIM")
    probe = file.with_name("4913")
    probe.touch()
    probe.unlink()
    backup = file.with_name(f"{file.name}~")
    file.rename(backup)
    file.write_text("b: 2\n")
    file.chmod(0o644)
    backup.unlink()
    swap.unlink()


def _as_code_does(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.truncate(0)
        opened.flush()
        opened.write(b"b: 2\n")
        opened.flush()
        os.fsync(opened.fileno())


def _at_once(file: Path) -> None:
    beside = file.with_name(f".{file.name}.tmp-1234")
    beside.write_text("b: 2\n")
    beside.replace(file)


@pytest.mark.parametrize("save", [_plainly, _as_vim_does, _as_code_does, _at_once])
@pytest.mark.parametrize("path", [STORY, "site.yaml", "themes/own/static/site.css"])
def test_a_save_is_one_burst(root: Path, watch: Watch, save: object, path: str) -> None:
    assert callable(save)
    save(root / path)
    (burst,) = bursts(watch)
    assert path in burst
    assert burst <= {path, path.replace("index.md", "4913")}


def test_reading_starts_nothing(root: Path, watch: Watch) -> None:
    for path in root.rglob("*"):
        if path.is_file():
            path.read_bytes()
    list(os.walk(root))
    assert bursts(watch) == []


def test_what_is_no_source_starts_nothing(root: Path, watch: Watch) -> None:
    (root / "output/index.html").write_text("")
    (root / ".ichsite/cache.sqlite").write_text("")
    (root / "notes.txt").write_text("")
    (root / "content/.DS_Store").write_text("")
    (root / "content/_drafts.md").write_text("")
    for name in BESIDE:
        (root / "content/crafts/vase" / name).write_text("")
        (root / "themes/own/static" / name).write_text("")
    # Emacs locks a file by a link that leads nowhere
    (root / "content/crafts/vase/.#index.md").symlink_to("author@machine.1234")
    assert bursts(watch) == []
    assert all(found.path.rpartition("/")[2] not in BESIDE for found in scan(root).files), (
        "what is not watched is not read"
    )


def test_a_folder_may_have_the_name_of_a_moment(root: Path, watch: Watch) -> None:
    for name in ("4913", "a.part"):
        (root / "content/posts" / name).mkdir(parents=True)
        bursts(watch)
        (root / "content/posts" / name / "index.md").write_text("x")
        assert f"content/posts/{name}/index.md" in frozenset().union(*bursts(watch))
        assert f"content/posts/{name}/index.md" in {found.path for found in scan(root).files}


def test_many_files_are_one_burst_and_their_folders_are_watched(root: Path, watch: Watch) -> None:
    for number in range(3000):
        file = root / f"content/crafts/piece-{number % 60}/text-{number}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text("a")
    assert len(bursts(watch)) == 1
    (root / "content/crafts/piece-59/text-59.md").write_text("b")
    assert bursts(watch) == [frozenset({"content/crafts/piece-59/text-59.md"})]


def test_a_flood_is_looked_at_anew(root: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_module, "_FLOOD", 10)
    for number in range(20):
        (root / f"content/{number}.md").write_text("a")
    assert len(bursts(watch)) == 1
    assert watch.renewed == 1
    (root / STORY).write_text("b")
    assert bursts(watch) == [frozenset({STORY})]


def test_a_new_folder_is_watched(root: Path, watch: Watch) -> None:
    shutil.rmtree(root / "themes")
    assert bursts(watch)
    (root / "themes/next").mkdir(parents=True)
    assert bursts(watch)
    (root / "themes/next/theme.yaml").write_text("name: 乙")
    assert bursts(watch) == [frozenset({"themes/next/theme.yaml"})]


def test_a_deleted_project_is_told(root: Path, watch: Watch) -> None:
    shutil.rmtree(root)
    with pytest.raises(ProjectGone):
        bursts(watch)


def test_where_the_system_watches_no_more_files_are_looked_at(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from watchdog.observers import Observer

    def refused(_self: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(Observer, "start", refused)
    watch = Watch(root)
    try:
        assert watch.polling
        (root / STORY).write_text("something else\n")
        burst = watch.burst(10)
        assert burst is not None
        assert STORY in burst
    finally:
        watch.close()


def test_a_linked_content_folder_is_watched(root: Path) -> None:
    (root / "content").rename(root / "catalogue")
    (root / "content").symlink_to("catalogue")
    watch = Watch(root)
    try:
        (root / "catalogue/tiers.yaml").write_text("b")
        assert bursts(watch) == [frozenset({"content/tiers.yaml"})]
    finally:
        watch.close()


def test_only_stylesheets_of_themes_are_styles() -> None:
    assert only_styles({"themes/own/static/site.css"})
    assert not only_styles({"themes/own/static/site.css", "content/tiers.yaml"})
    assert not only_styles({"themes/own/layouts/base.html"})
