"""A theme as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ichsite.render.theme import ThemeRefused, load_theme, theme_folder
from tests.render.samples import THEME_FOLDER, default_theme

SETTINGS = "name: mine\nversion: 1.2.0\nrequires: 0.1.0\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "themes" / "mine"
    files = {
        "theme.yaml": SETTINGS,
        "pages/home.html": "{{ title }}",
        "static/site.css": "body{}",
        "static/fonts/a.woff2": "x",
        "locales/zh-CN.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Price"\nmsgstr "价格"\n',
    }
    for name, text in files.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return made


def refusal(folder: Path) -> str:
    with pytest.raises(ThemeRefused) as refused:
        load_theme(folder)
    return f"{refused.value.finding.code} {refused.value.finding.where} {refused.value.finding.message.en}"


def test_loads(folder: Path):
    theme = load_theme(folder)
    assert (theme.name, theme.version) == ("mine", "1.2.0")
    assert theme.templates == (("pages/home.html", "{{ title }}"),)
    assert [name for name, _ in theme.static] == ["fonts/a.woff2", "site.css"]
    assert theme.catalogue("zh-CN") == {"Price": "价格"}
    assert theme.catalogue("en") == {}


def test_one_theme_is_one_value(folder: Path):
    assert load_theme(folder) == load_theme(folder)
    assert hash(load_theme(folder)) == hash(load_theme(folder))


def test_links_and_hidden_files_are_left_alone(folder: Path, tmp_path: Path):
    secret = tmp_path / "secret.html"
    secret.write_text("secret", "utf-8")
    (folder / "pages" / "leak.html").symlink_to(secret)
    (folder / "partials").symlink_to(tmp_path)
    for name in (".swap.html", "home.html~", "#home.html#", "home.html.tmp"):
        (folder / "pages" / name).write_text("x", "utf-8")
    assert load_theme(folder).templates == (("pages/home.html", "{{ title }}"),)


def test_settings_behind_a_link_are_refused(folder: Path, tmp_path: Path):
    (folder / "theme.yaml").rename(tmp_path / "elsewhere.yaml")
    (folder / "theme.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert refusal(folder).startswith("theme-unreadable themes/mine/theme.yaml")


def test_a_theme_behind_a_link_out_of_the_project_is_not_the_projects(folder: Path, tmp_path: Path):
    project = tmp_path / "project"
    (project / "themes").mkdir(parents=True)
    (project / "themes" / "mine").symlink_to(folder)
    with pytest.raises(ThemeRefused):
        theme_folder(project, "mine")


def test_plural_messages_are_two_entries():
    assert default_theme().catalogue("en")["%(count)s day"] == "%(count)s day"
    assert default_theme().catalogue("en")["%(count)s days"] == "%(count)s days"
    assert default_theme().catalogue("zh-CN")["%(count)s day"] == "%(count)s 天"
    assert default_theme().catalogue("zh-CN")["%(count)s days"] == "%(count)s 天"


def test_fuzzy_and_empty_words_do_not_count(folder: Path):
    text = (folder / "locales" / "zh-CN.po").read_text("utf-8")
    text += '\n#, fuzzy\nmsgid "Draw"\nmsgstr "画"\n\nmsgid "Rules"\nmsgstr ""\n'
    (folder / "locales" / "zh-CN.po").write_text(text, "utf-8")
    assert load_theme(folder).catalogue("zh-CN") == {"Price": "价格"}


def test_needs_a_newer_ichsite(folder: Path):
    (folder / "theme.yaml").write_text(SETTINGS.replace("0.1.0", "99.0"), "utf-8")
    assert refusal(folder).startswith("theme-unreadable themes/mine/theme.yaml")


@pytest.mark.parametrize("text", ["- a", "name: [", "name: mine\nversion: 1\n", "{a: b}: c", "*x", ""])
def test_settings_that_cannot_be_read(folder: Path, text: str):
    (folder / "theme.yaml").write_text(text, "utf-8")
    assert refusal(folder).startswith("theme-unreadable themes/mine/theme.yaml")


def test_template_that_is_not_utf8(folder: Path):
    (folder / "pages" / "home.html").write_bytes("价格".encode("gb18030"))
    assert refusal(folder).startswith("theme-unreadable themes/mine/pages/home.html")


def test_catalogue_that_cannot_be_read(folder: Path):
    (folder / "locales" / "en.po").write_text("msgid Price\nnonsense\n", "utf-8")
    assert refusal(folder).startswith("theme-unreadable themes/mine/locales/en.po")


def test_the_projects_own_theme_comes_first(folder: Path, tmp_path: Path):
    assert theme_folder(tmp_path, "mine") == folder
    assert theme_folder(tmp_path, "default") == THEME_FOLDER.resolve()


def test_unknown_theme_with_the_nearest(tmp_path: Path):
    with pytest.raises(ThemeRefused) as refused:
        theme_folder(tmp_path, "defualt")
    assert refused.value.finding.code == "theme-missing"
    assert refused.value.finding.help is not None
    assert "`default`" in refused.value.finding.help.en
