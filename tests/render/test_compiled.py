"""Compiled templates: one is compiled where its source is new, nothing where anything else of the theme is; no more are kept than may be."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from ichsite.render.compiled import MOST_KEPT, tidy
from tests.sites_support import ichsite, laid_out

THEMES = Path(__file__).parents[2] / "themes"


def _kept(place: Path) -> set[str]:
    return {path.name for path in place.rglob("__ichsite_*.cache")}


def test_only_what_was_edited_is_compiled_again(tmp_path: Path) -> None:
    root, place = laid_out(tmp_path / "site"), tmp_path / "tmp"
    place.mkdir()
    own = root / "themes/own"
    (own / "pages").mkdir(parents=True)
    (own / "static/css").mkdir(parents=True)
    (own / "theme.yaml").write_text("name: own\nversion: 0.1.0\nrequires: 0.1.0\nextends: default\n", "utf-8")
    shutil.copy(THEMES / "default/static/css/print.css", own / "static/css/print.css")
    page = own / "pages/craft.html"
    page.write_text('{% extends "default:pages/craft.html" %}\n', "utf-8")
    site = root / "site.yaml"
    site.write_text(site.read_text("utf-8") + "theme: {name: own}\n", "utf-8")

    def built() -> int:
        before = _kept(place)
        run = ichsite(root, "build", env={"TMPDIR": str(place)})
        assert run.code == 0, run.err
        assert before <= _kept(place)
        return len(_kept(place) - before)

    assert built() > 40
    page.write_text(page.read_text("utf-8") + "{# 改了一处 #}\n", "utf-8")
    assert built() == 1
    style = own / "static/css/print.css"
    style.write_text(style.read_text("utf-8") + "@media print { h1 { color: #000 } }\n", "utf-8")
    assert built() == 0
    (own / "theme.yaml").write_text(
        (own / "theme.yaml").read_text("utf-8").replace("0.1.0\nrequires", "0.2.0\nrequires")
    )
    assert built() == 0
    shutil.rmtree(own)
    site.write_text(site.read_text("utf-8").replace("theme: {name: own}\n", ""), "utf-8")
    assert built() <= 2, "what the theme had from the default one is the default one's"


def test_what_is_worked_out_while_a_template_is_compiled_follows_its_settings(tmp_path: Path) -> None:
    """Words and the base path stand in the code: none of an earlier one may come out of the cache."""
    root, place = laid_out(tmp_path / "site"), tmp_path / "tmp"
    place.mkdir()
    own, site = root / "themes/own", root / "site.yaml"
    (own / "locales").mkdir(parents=True)
    (own / "theme.yaml").write_text("name: own\nversion: 0.1.0\nrequires: 0.1.0\nextends: default\n", "utf-8")
    site.write_text(site.read_text("utf-8") + "theme: {name: own}\n", "utf-8")

    def home() -> str:
        run = ichsite(root, "build", env={"TMPDIR": str(place)})
        assert run.code == 0, run.err
        return (root / "output/index.html").read_text("utf-8")

    first = home()
    assert "跳到正文甲" not in first and 'href="/crafts/"' in first
    words = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Skip to the content"\nmsgstr "跳到正文甲"\n'
    (own / "locales/zh-CN.po").write_text(words, "utf-8")
    assert "跳到正文甲" in home()
    site.write_text(site.read_text("utf-8").replace("https://shop.example/", "https://shop.example/repo/"), "utf-8")
    assert 'href="/repo/crafts/"' in home() and 'href="/crafts/"' not in home()


def test_no_more_are_kept_than_may_be(tmp_path: Path) -> None:
    foreign = [tmp_path / "__jinja2_somebody.cache", tmp_path / "notes.txt"]
    for one in foreign:
        one.touch()
    ours = [tmp_path / f"__ichsite_{at:05}.cache" for at in range(MOST_KEPT + 1)]
    for age, one in enumerate(ours):
        one.touch()
        os.utime(one, (1_700_000_000 + age, 1_700_000_000 + age))
        if age == MOST_KEPT - 1:
            tidy(tmp_path)
            assert all(path.exists() for path in ours[:MOST_KEPT])
    tidy(tmp_path)
    assert [one for one in ours if one.exists()] == ours[-(MOST_KEPT // 2) :]
    assert all(one.exists() for one in foreign)
    tidy(tmp_path / "nowhere")
