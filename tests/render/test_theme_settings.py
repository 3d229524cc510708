"""Tokens and options: what they may be, what a site may set, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.model.theme_choice import Settings, ThemeChoice
from ichsite.render.contrast import contrast, contrast_findings
from ichsite.render.environment import environment
from ichsite.render.page import render_or_finding, render_page
from ichsite.render.theme import ThemeRefused, load_theme
from ichsite.render.tokens import TokenRefused, css_of, token_of
from ichsite.text.diagnostic import Diagnostic
from tests.render.samples import BASE, THEME_FOLDER, default_theme
from tests.render.test_environment import Small

HEAD = "name: mine\nversion: 1.2.0\nrequires: 0.1.0\n"


def theme(tmp_path: Path, settings: str = "", tokens: str = "", **templates: str) -> Path:
    folder = tmp_path / "themes/mine"
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    (folder / "theme.yaml").write_text(HEAD + settings, "utf-8")
    if tokens:
        (folder / "tokens.yaml").write_text(tokens, "utf-8")
    for name, text in templates.items():
        (folder / "pages" / f"{name}.html").write_text(text, "utf-8")
    return folder


def said(folder: Path, options: Settings = (), tokens: Settings = ()) -> list[str]:
    with pytest.raises(ThemeRefused) as refused:
        load_theme(folder, choice=ThemeChoice(options=options, tokens=tokens))
    return [f"{one.code} {one.where} {one.message.en}" for one in refused.value.findings]


OPTIONS = """\
options:
  big: {type: boolean, default: true}
  note: {type: text, most: 5}
  hero: {type: choice, values: [wide, beside], default: wide}
  shown: {type: number, least: 2, most: 9, default: 3}
  wash: {type: colour, default: "#AABBCC"}
"""


def test_options_have_their_types(tmp_path: Path) -> None:
    folder = theme(tmp_path, OPTIONS)
    defaults = {"big": True, "note": "", "hero": "wide", "shown": 3, "wash": "#aabbcc"}
    assert dict(load_theme(folder).options) == defaults
    wanted = (("big", "否"), ("note", " 五个字 "), ("hero", "beside"), ("shown", "9"), ("wash", "#000000"))
    chosen = load_theme(folder, choice=ThemeChoice(options=wanted))
    assert dict(chosen.options) == {"big": False, "note": "五个字", "hero": "beside", "shown": 9, "wash": "#000000"}


def test_templates_see_them_and_nothing_else(tmp_path: Path) -> None:
    source = "{{ theme.shown + 1 }}{% if theme.big %}{{ theme.hero }}{% endif %}"
    made = load_theme(theme(tmp_path, OPTIONS, a=source, b="{{ theme.heroo }}", c="{% set theme.hero = 1 %}"))
    env = environment(made, BASE, "zh-CN", "CNY")
    assert render_page("pages/a.html", Small(), env) == "4wide"
    wrong = render_or_finding("pages/b.html", Small(), env, "/b/")
    assert isinstance(wrong, Diagnostic)
    assert wrong.code == "template-undefined"
    assert wrong.help is not None
    assert "`hero`" in wrong.help.en
    assert isinstance(render_or_finding("pages/c.html", Small(), env, "/c/"), Diagnostic)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("options: [a]", "`options` should be"),
        ("options: {A: {type: boolean}}", "`A` cannot be an option's name"),
        ("options: {class: {type: boolean}}", "`class` cannot be"),
        ("options: {_a: {type: boolean}}", "cannot be"),
        ("options: {a: 5}", "`{type: …, default: …}` is expected"),
        ("options: {a: {type: colur}}", "no such type"),
        ("options: {a: {type: boolean}}", "the default cannot be"),
        ("options: {a: {type: boolean, default: maybe}}", "neither yes nor no"),
        ("options: {a: {type: choice, values: [b], default: c}}", "none of the values"),
        ("options: {a: {type: choice, values: [], default: c}}", "should be a list of words"),
        ("options: {a: {type: number, least: 5, default: 1}}", "not between 5"),
        ("options: {a: {type: number, most: x, default: 1}}", "not a whole number"),
        ("options: {a: {type: text, lenght: 5}}", "no field `lenght`"),
        ("options: {a: {type: text, label: [x]}}", "`label` should be"),
        ("options: {a: {default: 5}}", "no such type"),
    ],
)
def test_options_that_cannot_be(tmp_path: Path, settings: str, expected: str) -> None:
    (finding,) = said(theme(tmp_path, settings))
    assert finding.startswith("theme-settings themes/mine/theme.yaml:4:")
    assert expected in finding


def test_a_child_changes_a_default_and_keeps_the_type(tmp_path: Path) -> None:
    child = theme(tmp_path, "extends: default\noptions: {home_crafts: {default: 4}}\n")
    assert dict(load_theme(child, THEME_FOLDER).options)["home_crafts"] == 4
    child = theme(tmp_path, "extends: default\noptions: {home_crafts: {default: 400}}\n")
    with pytest.raises(ThemeRefused):
        load_theme(child, THEME_FOLDER)


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        ("colors: {a: '#000000'}", "no field `colors`"),
        ("colours: ['#000000']", "`name: value`"),
        ("colours: {a: red}", "this is no colour"),
        ("colours: {a: '#fff'}", "this is no colour"),
        ("colours: {a: '#000000;'}", "this is no colour"),
        ("colours: {a: {dark: '#000000'}}", "`light` is missing"),
        ("colours: {a: {light: '#000000', drak: '#000000'}}", "`drak` is not"),
        ("colours: {A: '#000000'}", "`A` cannot be a name"),
        ("colours: {'a: red; --b': '#000000'}", "cannot be a name"),
        ("sizes: {a: 1}", "no length"),
        ("sizes: {a: calc(1px + 2px)}", "no length"),
        ("sizes: {a: １rem}", "no length"),
        ("spaces: {1: {light: 1rem}}", "no length"),
        ("fonts: {a: ['x\"; } body']}", "is no font's name"),
        ("fonts: {a: []}", "no list of fonts"),
        ("fonts: {a: url(x)}", "is no font's name"),
        ("colours: {a: '#000000'}\nmeasures: {a: 1rem}", "one of the colours already"),
    ],
)
def test_tokens_that_cannot_be(tmp_path: Path, tokens: str, expected: str) -> None:
    (finding,) = said(theme(tmp_path, tokens=tokens))
    assert finding.startswith("theme-settings themes/mine/tokens.yaml:")
    assert expected in finding


@given(st.sampled_from(["colours", "fonts", "sizes", "measures"]), st.text(max_size=40))
def test_no_text_ends_its_declaration(group: str, text: str) -> None:
    try:
        token = token_of("a", group, text)
    except TokenRefused:
        return
    body = css_of([token]).removeprefix(":root {\n  --a: ").removesuffix(";\n}\n")
    assert not set(body) & set(";{}()\\/<>@!\n")
    assert body.count('"') % 2 == 0


def test_every_token_of_the_default_theme_may_be_set() -> None:
    for token in default_theme().tokens:
        same = ThemeChoice(tokens=((token.name, token.light),))
        made = {one.name: one for one in load_theme(THEME_FOLDER, choice=same).tokens}
        assert made[token.name].light == token.light
        assert made[token.name].value("dark") == token.light


def test_a_theme_that_does_not_know_a_setting(tmp_path: Path) -> None:
    folder = theme(tmp_path, OPTIONS)
    assert said(folder, options=(("heroo", "wide"),)) == [
        "theme-option FieldOf(path='site.yaml', field=('theme', 'options', 'heroo'), at_key=True) "
        "the theme has no option `heroo`"
    ]
    choice = ThemeChoice(options=(("heroo", "wide"), ("hero", "beside")), tokens=(("ink", "#000000"),))
    assert dict(load_theme(folder, choice=choice, strict=False).options)["hero"] == "beside"


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert contrast("#8a1c1c", "#8a1c1c") == 1


def test_the_default_theme_is_legible() -> None:
    assert list(contrast_findings(default_theme().tokens, frozenset(), "themes/default")) == []


def test_text_on_the_accent_counts_too() -> None:
    choice = ThemeChoice(tokens=(("cinnabar", (("light", "#ff9988"),)),))
    found = list(contrast_findings(load_theme(THEME_FOLDER, choice=choice).tokens, frozenset(["cinnabar"]), "t"))
    assert [one.message.en.partition(" is hard")[0] for one in found] == [
        "`cinnabar` on `paper`",
        "`cinnabar` on `sheet`",
        "`on-accent` on `cinnabar`",
    ]
    assert all(one.severity == "warning" and "light scheme" in one.message.en for one in found)
