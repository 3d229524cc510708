"""Themes that extend each other, and themes that lie where none may be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ichsite.render import theme as theme_module
from ichsite.render.theme import load_theme
from ichsite.render.theme_source import DEEPEST
from ichsite.render.theme_yaml import ThemeRefused
from ichsite.stage.theme_chain import LONGEST, theme_chain
from ichsite.text.place import FieldOf
from tests.sites_support import ichsite, laid_out

ASKED = FieldOf("site.yaml", ("theme",))


def lay(root: Path, name: str, extends: str | None = None) -> Path:
    folder = root / "themes" / name
    folder.mkdir(parents=True)
    text = f"name: {name}\nversion: 1.0.0\nrequires: 0.1.0\n"
    (folder / "theme.yaml").write_text(text + (f"extends: {extends}\n" if extends else ""), "utf-8")
    return folder


def refusal(root: Path, name: str) -> str:
    with pytest.raises(ThemeRefused) as refused:
        theme_chain(root.resolve(), name, ASKED)
    return f"{refused.value.finding.code} {refused.value.finding.where} {refused.value.finding.message.en}"


def test_a_chain(tmp_path: Path) -> None:
    lay(tmp_path, "a", "b")
    lay(tmp_path, "b", "default")
    assert [folder.name for folder in theme_chain(tmp_path, "a", ASKED)] == ["a", "b", "default"]


@pytest.mark.parametrize("circle", [["a"], ["a", "b"], ["a", "b", "c"]])
def test_a_circle(tmp_path: Path, circle: list[str]) -> None:
    for at, name in enumerate(circle):
        lay(tmp_path, name, circle[(at + 1) % len(circle)])
    assert refusal(tmp_path, "a") == (
        f"theme-loop themes/{circle[-1]}/theme.yaml:4:10 "
        f"the themes extend each other in a circle: {' → '.join([*circle, 'a'])}"
    )


def test_a_theme_that_extends_the_one_of_its_own_name(tmp_path: Path) -> None:
    lay(tmp_path, "default", "default")
    assert refusal(tmp_path, "default").startswith("theme-loop themes/default/theme.yaml:4:10")


def test_too_many(tmp_path: Path) -> None:
    for number in range(LONGEST + 1):
        lay(tmp_path, f"t{number}", f"t{number + 1}")
    assert refusal(tmp_path, "t0").startswith(f"theme-loop themes/t{LONGEST - 1}/theme.yaml:4:10 more than {LONGEST}")


def test_a_parent_that_is_not_there(tmp_path: Path) -> None:
    lay(tmp_path, "mine", "defualt")
    assert refusal(tmp_path, "mine") == "theme-missing themes/mine/theme.yaml:4:10 there is no theme `defualt`"


def test_a_parent_behind_a_link_out_of_the_project(tmp_path: Path) -> None:
    root = tmp_path / "project"
    lay(root, "mine", "other")
    (root / "themes/other").symlink_to(lay(tmp_path / "elsewhere", "other"))
    assert refusal(root, "mine").startswith("link-outside themes/other")


@pytest.mark.parametrize("name", ["../x", "/etc", "a/b", "", ".", "Default", "x" * 60, "a\0b"])
def test_a_name_is_no_path(tmp_path: Path, name: str) -> None:
    lay(tmp_path, "x")
    (tmp_path / "x").mkdir()
    (tmp_path / "x/theme.yaml").write_text("name: x\n")
    assert refusal(tmp_path, name).startswith("theme-missing")


def test_a_theme_that_was_asked_for_and_is_not_there(tmp_path: Path) -> None:
    run = ichsite(laid_out(tmp_path / "site"), "build", "--theme", "defualt")
    assert run.code == 1
    assert "--theme error[theme-missing]" in run.err
    assert "`default`" in run.err


def test_a_theme_for_a_newer_ichsite(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    settings = lay(root, "mine", "default") / "theme.yaml"
    settings.write_text(settings.read_text("utf-8").replace("requires: 0.1.0", "requires: 9.0"), "utf-8")
    run = ichsite(root, "build", "--theme", "mine")
    assert run.code == 1
    assert "themes/mine/theme.yaml:3:11 error[theme-unreadable]" in run.err
    assert not (root / "output").exists()


def test_a_text_that_doubles_itself_stops_the_build_and_no_machine(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    page = lay(root, "mine", "default") / "pages/craft.html"
    page.parent.mkdir()
    page.write_text(
        '{% set n = namespace(x="ab") %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}', "utf-8"
    )
    run = ichsite(root, "build", "--theme", "mine", timeout=60)
    assert run.code == 1
    assert "themes/mine/pages/craft.html:1:1 error[template-filter]" in run.err


def load_refusal(folder: Path) -> str:
    with pytest.raises(ThemeRefused) as refused:
        load_theme(folder)
    return f"{refused.value.finding.code} {refused.value.finding.where} {refused.value.finding.message.en}"


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    folder = lay(tmp_path, "mine")
    os.mkfifo(folder / "tokens.yaml")
    assert load_refusal(folder) == "theme-unreadable themes/mine/tokens.yaml cannot be read: no regular file"


@pytest.mark.parametrize("version", ["²", "9" * 5000, "v9.0", "1..2", "latest"])
def test_what_is_no_version_is_said_so(tmp_path: Path, version: str) -> None:
    folder = lay(tmp_path, "mine")
    (folder / "theme.yaml").write_text(f'name: mine\nversion: 1.0.0\nrequires: "{version}"\n', "utf-8")
    assert load_refusal(folder).startswith("theme-unreadable themes/mine/theme.yaml:3:11 `requires` should be")


@pytest.mark.parametrize("name", [b"\xff.png", b"a\nb.png", b"a\\b.png", b"a" * 230 + b".png"])
def test_a_file_whose_name_cannot_be_published(tmp_path: Path, name: bytes) -> None:
    folder = lay(tmp_path, "mine")
    (folder / "static").mkdir()
    Path(os.fsdecode(os.fsencode(folder / "static") + b"/" + name)).write_bytes(b"x")
    assert "a file of this name cannot be published" in load_refusal(folder)


def test_folders_without_end(tmp_path: Path) -> None:
    folder = lay(tmp_path, "mine")
    (folder / "static" / "/".join("a" * (DEEPEST + 1))).mkdir(parents=True)
    assert load_refusal(folder).endswith(f"themes/mine/static folders are nested more than {DEEPEST} deep")


def test_a_catalogue_that_would_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_module, "MEMORY", 100_000_000)
    folder = lay(tmp_path, "mine")
    (folder / "locales").mkdir()
    (folder / "locales/en.po").write_text(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=900000000; plural=(n>1);\\n"\n\n'
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\n',
        "utf-8",
    )
    assert load_refusal(folder) == "theme-unreadable themes/mine there is too much of this theme to be read"


def test_a_stylesheet_that_takes_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_module, "SECONDS", 0.3)
    folder = lay(tmp_path, "mine")
    (folder / "static").mkdir()
    (folder / "static/a.css").write_text("url( " * 900_000, "utf-8")
    assert load_refusal(folder) == "theme-unreadable themes/mine there is too much of this theme to be read"
