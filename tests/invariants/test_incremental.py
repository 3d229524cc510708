"""An incremental build is the clean one, byte for byte, after any edits; and it renders what changed, no more."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.invariants.edits import EDITS, Edit, add_asset, add_craft, add_showcase
from tests.invariants.showing_theme import lay_showing_theme
from tests.invariants.trees import built, differences, stats, tree
from tests.sites_support import TODAY, ichsite, laid_out

DAYS = (TODAY, "2026-11-23", "2026-12-31")
NOT_SOURCES = (".ichsite", "output", ".output.next")


def showing_site(root: Path) -> Path:
    """The base site with a second craft, showcase and asset, and the theme that shows everything."""
    laid_out(root)
    lay_showing_theme(root)
    for first in (add_craft, add_showcase, add_asset):
        first(root, random.Random(1))  # noqa: S311
    return root


def clean_build(root: Path, elsewhere: Path, today: str, *, machine: bool = False) -> dict[str, bytes]:
    """The site that the same sources give where nothing was ever built; on another `machine` no template was compiled either."""
    shutil.copytree(root, elsewhere, ignore=shutil.ignore_patterns(*NOT_SOURCES))
    (elsewhere / "tmp").mkdir()
    run = ichsite(elsewhere, "build", "--today", today, env={"TMPDIR": str(elsewhere / "tmp")} if machine else None)
    assert run.code == 0, run.err
    return tree(elsewhere / "output")


@pytest.mark.parametrize("seed", range(2))
def test_any_edits_give_the_clean_site(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311
    root = showing_site(tmp_path / "site")
    built(root)
    done: list[str] = []
    for step in range(1, 13):
        today = chance.choice(DAYS) if chance.random() < 0.15 else TODAY
        for edit in chance.sample(EDITS, chance.choice((1, 1, 1, 2, 5))):
            edit(root, chance)
            done.append(edit.__name__)
        built(root, today=today)
        if step % 6 == 0:
            clean = clean_build(root, tmp_path / f"clean-{step}", today, machine=True)
            assert not differences(tree(root / "output"), clean), done


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site that one edit after the other is made to."""
    root = showing_site(tmp_path_factory.mktemp("edited") / "site")
    built(root)
    return root


THREES = [EDITS[at : at + 3] for at in range(0, len(EDITS), 3)]


@pytest.mark.parametrize("edits", THREES, ids=lambda edits: "+".join(edit.__name__ for edit in edits))
def test_an_edit_renders_the_pages_that_show_it(edits: tuple[Edit, ...], edited: Path, tmp_path: Path) -> None:
    """Each edit by itself; after three of them the site is compared with a clean one."""
    root = edited
    after = tree(root / "output")
    for edit in edits:
        before = after
        edit(root, random.Random(edit.__name__))  # noqa: S311
        rendered = {_file_of(page.url) for page in built(root).rendered}
        after = tree(root / "output")
        changed = {one for one in differences(before, after) if one in after and not one.startswith(("assets/", "."))}
        assert changed <= rendered, f"{edit.__name__}: a page that changed was not rendered again"
        if not edit.__name__.startswith(WHOLE_SITE):
            assert rendered == changed, f"{edit.__name__}: a page was rendered again that shows nothing of the edit"
    assert not differences(after, clean_build(root, tmp_path / "clean", TODAY))


WHOLE_SITE = ("edit_template", "edit_words", "edit_stylesheet", "add_asset", "remove_asset")
"""Edits of the theme render every page: which template shows what is not known."""


def test_a_setting_that_only_craft_pages_show_renders_them(tmp_path: Path) -> None:
    root = showing_site(tmp_path / "site")
    built(root)
    site = root / "site.yaml"
    site.write_text(site.read_text("utf-8") + "assessment: {small_sample: 500}\n", "utf-8")
    built(root)
    assert not differences(tree(root / "output"), clean_build(root, tmp_path / "clean", TODAY))


def test_a_build_without_changes_renders_and_writes_nothing(tmp_path: Path) -> None:
    root = showing_site(tmp_path / "site")
    built(root)
    before = stats(root / "output")
    again = built(root)
    assert (again.rendered, again.written) == ((), 0)
    assert stats(root / "output") == before


def test_touching_files_renders_nothing(tmp_path: Path) -> None:
    root = showing_site(tmp_path / "site")
    built(root)
    before = stats(root / "output")
    for path in (root / "content").rglob("*"):
        path.touch()
    assert built(root).rendered == ()
    assert stats(root / "output") == before


def test_there_and_back_is_the_first_site(tmp_path: Path) -> None:
    root = showing_site(tmp_path / "site")
    built(root)
    first = tree(root / "output")
    shutil.copytree(root / "content", tmp_path / "kept")
    chance = random.Random(5)  # noqa: S311
    for edit in (*EDITS[:22], *EDITS[:3]):
        edit(root, chance)
    built(root)
    assert differences(tree(root / "output"), first)
    shutil.rmtree(root / "content")
    shutil.copytree(tmp_path / "kept", root / "content")
    built(root)
    assert not differences(tree(root / "output"), first)


def _file_of(url: str) -> str:
    path = url.lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else path
