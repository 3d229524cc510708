"""docs/content/pages/themes.md and its Chinese: their examples are those that work, their lists are whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ichsite.decode.compose import compose
from ichsite.decode.typed import typed
from ichsite.model.site import Site
from ichsite.render.filters import FILTERS
from ichsite.render.theme import load_theme
from tests.render.samples import THEME_FOLDER, default_theme
from tests.sites_support import BASE

PAGES = {
    name: (Path(__file__).parents[2] / "docs/content/pages" / name).read_text("utf-8")
    for name in ("themes.md", "themes.zh-CN.md")
}
PAGE = PAGES["themes.md"]


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_what_it_sets_in_site_yaml_can_be_set() -> None:
    text = (BASE / "site.yaml").read_text("utf-8") + blocks("yaml")[0]
    site, findings = typed("site.yaml", compose(text), Site)
    assert findings == ()
    assert site is not None
    made = load_theme(THEME_FOLDER, choice=site.theme)
    assert dict(made.options)["seal"] == "山川"
    assert {one.name: one.dark for one in made.tokens}["cinnabar"] == "#f2a08c"


def test_its_theme_is_a_theme(tmp_path: Path) -> None:
    folder = tmp_path / "moon"
    (folder / "pages").mkdir(parents=True)
    (folder / "static/css").mkdir(parents=True)
    (folder / "theme.yaml").write_text(blocks("yaml")[1], "utf-8")
    (folder / "pages/craft.html").write_text(blocks("jinja")[0], "utf-8")
    (folder / "static/css/moon.css").write_text(".motto { color: var(--ink) }\n", "utf-8")
    made = load_theme(folder, THEME_FOLDER)
    assert dict(made.options)["motto"] == "月白风清"
    assert b".motto" in dict(made.static)["site.css"]


@pytest.mark.parametrize("name", PAGES)
def test_every_filter_is_listed(name: str) -> None:
    rows = re.findall(r"^\| (`.*?) \|", PAGES[name], re.M)
    told = {one for row in rows for one in re.findall(r"`([a-z_]+)(?:\([^`]*\))?`", row)}
    assert {*FILTERS, "asset"} <= told


@pytest.mark.parametrize("name", PAGES)
def test_every_template_is_listed_with_its_view(name: str) -> None:
    for path in sorted((THEME_FOLDER / "pages").iterdir()):
        view = re.search(r"View: (\w+)", path.read_text("utf-8"))
        assert view is not None, path.name
        (row,) = re.findall(rf"^\| .*`{re.escape(path.name)}`.*", PAGES[name], re.M)
        assert view[1] in row


@pytest.mark.parametrize("name", PAGES)
def test_every_block_is_named(name: str) -> None:
    blocks = {block for _, source in default_theme().templates for block in re.findall(r"{% block (\w+)", source)}
    assert {block for block in blocks if f"`{block}`" not in PAGES[name]} == set()


@pytest.mark.parametrize("name", PAGES)
def test_every_option_of_the_default_theme_is_listed(name: str) -> None:
    assert all(re.search(rf"`{option}`|^ +{option}:", PAGES[name], re.M) for option, _ in default_theme().options)
