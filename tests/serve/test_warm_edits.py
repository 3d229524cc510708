"""Whatever authors do to a site while one process goes on building it: each preview is the one of a clean build."""

from __future__ import annotations

import random
import shutil
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest

from ichsite.assess.card import CraftCard
from ichsite.plan import site_plan
from ichsite.plan.craft_page import craft_spec
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.request import Request
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


@pytest.mark.parametrize(("seed", "settings"), [(1, ()), (2, ("also_in: [en]",))])
def test_any_edits_give_the_clean_preview(seed: int, settings: tuple[str, ...], tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311
    root = showing_site(tmp_path / "site", *settings)
    edits = [edit for edit in EDITS if not settings or edit is not change_language]
    done: list[str] = []
    with workshop(root) as shop:
        shop.build()
        for step in range(1, STEPS + 1):
            for edit in chance.sample(edits, chance.choice((1, 2, 3))):
                edit(root, chance)
                done.append(edit.__name__)
            warm = shop.build()
            if step % COMPARED_EVERY == 0:
                assert not differences(files(warm), clean(root, tmp_path / f"clean-{step}")), done


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
