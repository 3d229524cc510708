"""The picture page of a craft: its anchors, its words, and what renders it anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ichsite.render.page import render_page
from tests.invariants.pages import read_html
from tests.invariants.trees import built
from tests.render.samples import RANDOMNESS, craft_view, default_environment, pictures_view
from tests.sites_support import laid_out

OUTCOMES = {f"outcome-{one.id}" for one in RANDOMNESS.outcomes}


def page(view: object, language: Any = "en") -> str:
    return render_page("pages/pictures.html", view, default_environment(language))


def anchors(text: str) -> set[str]:
    return {one for one in read_html(text)[1] if one.startswith(("p-", "outcome-"))}


def test_a_picture_at_the_end_moves_no_anchor():
    assert anchors(page(pictures_view(own=1))) == {"p-1", *OUTCOMES}
    assert anchors(page(pictures_view(own=2))) == {"p-1", "p-2", *OUTCOMES}


def test_outcomes_have_the_anchors_of_the_crafts_page():
    craft = render_page("pages/craft.html", craft_view(), default_environment("en"))
    assert {one for one in read_html(craft)[1] if one.startswith("outcome-")} == OUTCOMES


def test_it_leads_back_to_the_craft_and_to_each_outcome():
    addresses, _ = read_html(page(pictures_view()))
    assert "/shop/crafts/vase/" in addresses
    assert {f"/shop/crafts/vase/#{one}" for one in OUTCOMES} <= set(addresses)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_each_picture_has_its_words(language: str):
    text = page(pictures_view(), language)
    share = craft_view().outcomes[0].share
    assert share is not None
    assert str(share.count) in text and str(share.pieces) in text
    assert all(one.name in text and one.words in text for one in RANDOMNESS.outcomes)
    assert "noindex" in text and "canonical" not in text


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = laid_out(tmp_path_factory.mktemp("pictures"))
    built(root)
    return root


def rendered(root: Path) -> set[str]:
    return {page.url for page in built(root).rendered}


def test_it_is_no_part_of_the_sitemap(site: Path):
    assert (site / "output/crafts/vase/pictures/index.html").is_file()
    assert "/pictures/</loc>" not in (site / "output/sitemap.xml").read_text("utf-8")


def test_it_is_rendered_for_what_it_shows_alone(site: Path):
    custom = site / "content/crafts/vase/customization.yaml"
    text = custom.read_text("utf-8")
    custom.write_text(text.replace("price: ", "price:  ", 1), "utf-8")
    assert "/crafts/vase/pictures/" not in rendered(site)
    custom.write_text(text.replace("words: 青绿", "words: 青里带绿", 1), "utf-8")
    assert {"/crafts/vase/", "/crafts/vase/pictures/"} <= rendered(site)
