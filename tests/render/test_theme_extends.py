"""A theme that extends another, through whole builds: tests/themes/moon over the default theme."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.sites_support import Run, ichsite, laid_out

MOON = Path(__file__).parents[1] / "themes/moon"
CRAFT = "crafts/vase/index.html"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = laid_out(tmp_path / "site")
    shutil.copytree(MOON, made / "themes/moon")
    return made


def settings(root: Path, text: str) -> None:
    site = root / "site.yaml"
    site.write_text(site.read_text("utf-8") + text, "utf-8")


def built(root: Path, *arguments: str) -> Run:
    run = ichsite(root, "build", "--jobs", "1", *arguments)
    assert run.code == 0, run.err
    return run


def page(root: Path, path: str = CRAFT) -> str:
    return (root / "output" / path).read_text("utf-8")


def sheet(root: Path) -> str:
    (found,) = re.findall(r'<link rel="stylesheet" href="(/assets/site\.[0-9a-f]{10}\.css)">', page(root))
    return (root / "output" / found[1:]).read_text("utf-8")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The base site in the default theme, and in the moon theme."""
    plain, moon = laid_out(tmp_path_factory.mktemp("plain")), laid_out(tmp_path_factory.mktemp("moon"))
    shutil.copytree(MOON, moon / "themes/moon")
    settings(moon, "theme: moon\n")
    built(plain)
    built(moon)
    return plain, moon


def test_one_block_is_overridden_and_the_rest_is_the_parents(both: tuple[Path, Path]) -> None:
    plain, moon = page(both[0]), page(both[1])
    motto = '<p class="motto">月白风清</p>\n'
    assert motto in moon
    assert motto not in plain

    def bare(text: str) -> str:
        return re.sub(r"/assets/site\.[0-9a-f]+\.css|\s+", "", text.replace(motto, ""))

    assert bare(moon).replace("一件东西是怎么来的", "它怎么做出来，为什么这样做") == bare(plain).replace(
        re.findall(r'<h2 id="story-heading">([^<]*)</h2>', plain)[0], "它怎么做出来，为什么这样做"
    )


def test_words_are_laid_over_the_parents(both: tuple[Path, Path]) -> None:
    assert '<h2 id="story-heading">一件东西是怎么来的</h2>' in page(both[1])
    assert '<h2 id="story-heading">一件东西是怎么来的</h2>' not in page(both[0])


def test_tokens_are_merged(both: tuple[Path, Path]) -> None:
    plain, moon = sheet(both[0]), sheet(both[1])
    assert "--cinnabar: #1d4e79;" in moon
    assert "--cinnabar: #9cc9f0;" in moon
    assert "--moon: #d6e3ee;" in moon
    assert "--moon" not in plain
    for name in ("paper", "song", "size-body", "space-3", "measure"):
        (said,) = set(re.findall(rf"--{name}: [^;]+;", moon.split("@media")[0]))
        assert said in plain


def test_a_part_is_added_and_its_pictures_have_published_addresses(both: tuple[Path, Path]) -> None:
    moon = sheet(both[1])
    assert moon.index(".motto") > moon.index("@media print")
    (picture,) = re.findall(r'url\("([^"]+)"\)', moon)
    assert re.fullmatch(r"img/moon\.[0-9a-f]{10}\.svg", picture)
    assert (both[1] / "output/assets" / picture).read_bytes() == (MOON / "static/img/moon.svg").read_bytes()
    assert not list((both[1] / "output/assets").glob("css/*")), "parts are not published on their own"


def test_options_of_parent_and_child(root: Path) -> None:
    settings(root, "theme:\n  name: moon\n  options: {motto: 一期一会 <b>, motto_place: below, seal: 试}\n")
    built(root)
    text = page(root)
    assert text.index('id="change"') > text.index("一期一会 &lt;b&gt;") > text.index("<h1")
    assert '<span class="seal" aria-hidden="true">试</span>' in text


def test_tokens_in_site_yaml(root: Path) -> None:
    settings(root, 'theme:\n  tokens: {cinnabar: {light: "#8A1C1C"}, size-body: 1.125rem}\n')
    before = built(root)
    assert before.err.count("theme-contrast") == 0
    css = sheet(root)
    light, dark = css.split("@media (prefers-color-scheme: dark)")[:2]
    assert "--cinnabar: #8a1c1c;" in light
    assert "--cinnabar: #f29a8c;" in dark, "what is not set stays"
    assert "--size-body: 1.125rem;" in light


def test_a_theme_from_the_command_line(root: Path) -> None:
    settings(root, "theme:\n  options: {footer_note: 手作不赶时间}\n")
    built(root, "--theme", "moon")
    assert "月白风清" in page(root)
    assert "手作不赶时间" in page(root)
    built(root)
    assert "月白风清" not in page(root)


def test_settings_of_the_sites_theme_are_no_fault_of_another(root: Path) -> None:
    settings(root, 'theme:\n  name: moon\n  options: {motto: 月}\n  tokens: {moon: "#ffffff"}\n')
    built(root, "--theme", "default")


def test_a_change_of_a_setting_renders_again_and_nothing_else_does(root: Path) -> None:
    settings(root, "theme: {name: moon, options: {motto: 甲}}\n")
    built(root)
    built(root)
    site = root / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("甲", "乙"), "utf-8")
    built(root)
    assert '<p class="motto">乙</p>' in page(root)
    clean = root.parent / "clean"
    shutil.copytree(root, clean, ignore=shutil.ignore_patterns("output", ".ichsite"))
    built(clean)
    names = sorted(path.relative_to(clean) for path in (clean / "output").rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(root) for path in (root / "output").rglob("*") if path.is_file())
    assert all((clean / name).read_bytes() == (root / name).read_bytes() for name in names)


def test_a_fault_in_the_overriding_block_names_the_childs_file(root: Path) -> None:
    (root / "themes/moon/pages/craft.html").write_text(
        '{% extends "default:pages/craft.html" %}\n{% block hero %}{{ titel }}{% endblock %}\n', "utf-8"
    )
    settings(root, "theme: moon\n")
    run = ichsite(root, "build")
    assert run.code == 1
    assert "themes/moon/pages/craft.html:2:1 error[template-undefined]" in run.err
    assert "`title`" in run.err
    assert not (root / "output").exists()


@pytest.mark.parametrize(
    "source",
    [
        '{% extends "pages/craft.html" %}',
        '{% import "pages/craft.html" as me %}{{ me }}{% include "pages/craft.html" %}',
    ],
)
def test_a_template_that_extends_itself(root: Path, source: str) -> None:
    (root / "themes/moon/pages/craft.html").write_text(source, "utf-8")
    settings(root, "theme: moon\n")
    run = ichsite(root, "build")
    assert run.code == 1
    assert "themes/moon/pages/craft.html:1:1 error[template-recursion]" in run.err
    assert "/crafts/" in run.err
