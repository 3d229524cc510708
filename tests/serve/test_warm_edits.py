"""Whatever authors do to a site while one process goes on building it: each preview is the one of a clean build."""

from __future__ import annotations

import os
import random
import shutil
from contextlib import closing, nullcontext
from datetime import date
from pathlib import Path

import pytest

from ichsite.assess.card import CraftCard
from ichsite.plan import site_plan
from ichsite.plan.craft_page import craft_spec
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.read.rescan import rescanned
from ichsite.read.tree import scan
from ichsite.request import Request
from ichsite.serve.watch import Watch
from ichsite.serve.workshop import Built, Workshop
from tests.invariants.edits import EDITS, add_craft, add_showcase, change_language, edit_story, rename_site
from tests.invariants.showing_theme import lay_showing_theme
from tests.invariants.trees import differences
from tests.sites_support import TODAY, laid_out

STEPS, COMPARED_EVERY = 8, 4


def showing_site(root: Path, *settings: str) -> Path:
    """The base site with further crafts and a showcase, and the theme that shows everything."""
    laid_out(root)
    lay_showing_theme(root)
    for number, first in enumerate((add_craft, add_craft, add_showcase)):
        first(root, random.Random(number))  # noqa: S311
    site = root / "site.yaml"
    site.write_text("\n".join((site.read_text("utf-8"), *settings, "")), "utf-8")
    return root


def workshop(root: Path) -> Workshop:
    return Workshop(Request(root, date.fromisoformat(TODAY), jobs=1), lambda: nullcontext(lambda *_: None))


def files(built: Built) -> dict[str, bytes]:
    assert built.publication is not None, built.findings
    found = (path for path in built.folder.rglob("*") if path.is_file())
    return {str(path.relative_to(built.folder)): path.read_bytes() for path in found}


def clean(root: Path, elsewhere: Path) -> dict[str, bytes]:
    """The preview of a process that knows nothing; pictures are kept, for they take their time."""
    shutil.copytree(root, elsewhere, ignore=shutil.ignore_patterns(".ichsite"))
    (elsewhere / ".ichsite").mkdir()
    for file in (root / ".ichsite").glob("pictures.sqlite*"):
        shutil.copy(file, elsewhere / ".ichsite")
    with workshop(elsewhere) as shop:
        return files(shop.build())


@pytest.mark.parametrize(
    ("seed", "settings", "watched"), [(1, (), True), (2, ("also_in: [en]",), False)], ids=["watched", "languages"]
)
def test_any_edits_give_the_clean_preview(seed: int, settings: tuple[str, ...], watched: bool, tmp_path: Path) -> None:
    """Where it is `watched`, a build looks at nothing but what the system told of, as the server's do."""
    chance = random.Random(seed)  # noqa: S311
    root = showing_site(tmp_path / "site", *settings)
    edits = [edit for edit in EDITS if not settings or edit is not change_language]
    done: list[str] = []
    glances = 0
    with closing(Watch(root)) as watch, workshop(root) as shop:
        shop.build()
        for step in range(1, STEPS + 1):
            for edit in chance.sample(edits, chance.choice((1, 2, 3))):
                edit(root, chance)
                done.append(edit.__name__)
            warm = shop.build(_touched(watch) if watched else None)
            glances += shop.glanced
            assert not shop.missed(), done
            if step % COMPARED_EVERY == 0:
                assert not differences(files(warm), clean(root, tmp_path / f"clean-{step}")), done
    assert glances >= STEPS // 2 if watched else not glances


def _touched(watch: Watch) -> frozenset[str] | None:
    """Every path of the edits: a burst ends where nothing happens for a moment, and a busy machine has such moments."""
    if watch.polling:
        pytest.skip("the system watches no more folders")
    touched: frozenset[str] = frozenset()
    while (paths := watch.burst(0.5 if touched else 10.0)) is not None:
        touched |= paths
    return touched


def test_what_nobody_saw_change_is_found_when_it_is_quiet(tmp_path: Path) -> None:
    root = showing_site(tmp_path / "site")
    for path in (root / "content").rglob("*"):
        os.utime(path, (1e9, 1e9))  # long settled: what was written just now is read again anyway
    with workshop(root) as shop:
        shop.build()
        before = files(shop.build())
        edit_story(root, random.Random(1))  # noqa: S311
        assert files(shop.build(frozenset())) == before
        assert shop.missed()
        assert not shop.missed(), "it is told once"
        assert files(shop.build()) != before
        assert not shop.missed()


def test_folders_and_files_change_places(tmp_path: Path) -> None:
    """Whatever stands where something else stood: a glance at what was touched finds what a look at all finds."""
    root = showing_site(tmp_path / "site").resolve()
    content = root / "content"
    before = scan(root)

    def glance(*touched: str) -> None:
        nonlocal before
        found, before = rescanned(before, frozenset(touched)), scan(root)
        assert found in (before, None)

    (content / "calls/spring").mkdir(parents=True)
    (content / "calls/spring/index.md").write_text("a", "utf-8")
    glance("content/calls", "content/calls/spring", "content/calls/spring/index.md")
    assert rescanned(before, frozenset({"content/calls/spring"})) == before
    (content / "calls/spring").rename(content / "calls/autumn")
    glance("content/calls/spring", "content/calls/autumn")
    (content / "calls/spring.md").write_text("b", "utf-8")
    (root / "site.en.yaml").write_text("words: {}", "utf-8")
    glance("content/calls/spring.md", "site.en.yaml")
    shutil.rmtree(content / "calls")
    (content / "calls").write_text("a file in place of a folder", "utf-8")
    glance("content/calls", "content/calls/autumn", "content/calls/spring.md")
    (content / "calls").unlink()
    (content / "calls").symlink_to(content / "posts")
    assert rescanned(before, frozenset({"content/calls"})) is None
    glance("content/calls")
    assert rescanned(before, frozenset({"content/posts/a.md"})) is None, "nobody watches where a link leads"


def test_one_craft_is_planned_again_for_one_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned: list[str] = []

    def counted(material: Material, card: CraftCard) -> PageSpec:
        planned.append(card.slug)
        return craft_spec(material, card)

    monkeypatch.setattr(site_plan, "craft_spec", counted)
    root = showing_site(tmp_path / "site")
    crafts = sorted(path.name for path in (root / "content/crafts").iterdir())
    with workshop(root) as shop:
        shop.build()
        assert sorted(planned) == crafts
        planned.clear()
        edit_story(root, random.Random(1))  # noqa: S311
        assert files(shop.build())
        assert len(planned) == 1
        planned.clear()
        rename_site(root, random.Random(1))  # noqa: S311
        assert files(shop.build())
        assert sorted(planned) == crafts
