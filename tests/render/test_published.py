"""What a theme publishes: bundles, names with hashes, addresses in stylesheets; and the filter that knows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ichsite.render.environment import environment
from ichsite.render.page import render_or_finding, render_page
from ichsite.render.stylesheet import addressed, without_comments
from ichsite.render.theme import ThemeFiles, ThemeRefused, load_theme
from ichsite.text.diagnostic import Diagnostic
from tests.render.samples import BASE
from tests.render.test_environment import Small

HEAD = "name: mine\nversion: 1.2.0\nrequires: 0.1.0\n"


def theme(tmp_path: Path, settings: str, name: str = "mine", **files: str) -> Path:
    folder = tmp_path / "themes" / name
    for path, text in {"theme.yaml": HEAD + settings, **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def published(made: ThemeFiles) -> dict[str, str]:
    return {name: data.decode() for name, data in made.static}


def said(folder: Path, *parents: Path) -> list[str]:
    with pytest.raises(ThemeRefused) as refused:
        load_theme(folder, *parents)
    return [f"{one.code} {one.where} {one.message.en}" for one in refused.value.findings]


PARTS = {
    "static/css/a.css": "a{b:url( ../i/p.png#x )} /* c */",
    "static/css/b.css": '.b { content: "/* kept */ url(x)" }',
    "static/js/a.js": "(function () {})() // end",
    "static/js/b.js": "(function () {})()",
    "static/i/p.png": "png",
}
BUNDLES = "bundles:\n  site.css: [css/b.css, tokens, css/a.css]\n  site.js: [js/a.js, js/b.js]\n"


def test_bundles(tmp_path: Path) -> None:
    files = {**PARTS, "tokens.yaml": "measures: {wide: 9rem}\n"}
    made = load_theme(theme(tmp_path, BUNDLES, **files))
    assets = dict(made.assets)
    assert sorted(assets) == ["i/p.png", "site.css", "site.js"]
    assert published(made)["site.js"] == "(function(){})()\n;\n(function(){})()\n;\n"
    picture = assets["i/p.png"].removeprefix("assets/")
    assert published(made)["site.css"] == (
        f'.b {{ content: "/* kept */ url(x)" }}\n:root {{\n  --wide: 9rem;\n}}\na{{b:url("{picture}#x")}} \n'
    )


def test_a_name_changes_with_what_it_names(tmp_path: Path) -> None:
    before = dict(load_theme(theme(tmp_path / "a", BUNDLES, **PARTS)).assets)
    after = dict(load_theme(theme(tmp_path / "b", BUNDLES, **{**PARTS, "static/i/p.png": "other"})).assets)
    assert before["i/p.png"] != after["i/p.png"]
    assert before["site.css"] != after["site.css"], "the stylesheet names the picture"
    assert before["site.js"] == after["site.js"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("bundles: {site.css: [css/aa.css]}", "theme-asset themes/mine/theme.yaml:4:22 the theme's static/ has no"),
        ("bundles: {site.css: [../../x.css]}", "theme-asset themes/mine/theme.yaml:4:22"),
        ("bundles: {site.css: [js/a.js]}", "theme-settings themes/mine/theme.yaml:4:22 a .css file"),
        ("bundles: {site.js: [tokens]}", "theme-settings themes/mine/theme.yaml:4:21 a .js file"),
        ("bundles: {../x.css: [css/a.css]}", "cannot be the name of a published file"),
        ("bundles: {site.html: [css/a.css]}", "cannot be the name of a published file"),
        ("bundles: [site.css]", "`bundles` should be"),
        ("bundles: {site.css: {add: [css/a.css]}}", "no theme above has it"),
        ("bundles: {site.css: {ad: [css/a.css]}}", "a list of parts"),
        ("extends: ../x", "`extends` should be"),
        ("bundels: {}", "no field `bundels`"),
    ],
)
def test_bundles_that_cannot_be(tmp_path: Path, settings: str, expected: str) -> None:
    (finding,) = said(theme(tmp_path, settings, **PARTS))
    assert expected in finding


def test_a_file_that_has_the_name_of_a_bundle(tmp_path: Path) -> None:
    (finding,) = said(theme(tmp_path, BUNDLES, **PARTS, **{"static/site.css": "x{}"}))
    assert finding.startswith("theme-asset themes/mine/theme.yaml:5:3")


@pytest.mark.parametrize(
    "css",
    [
        '@import "a.css";',
        "@IMPORT url(a.css);",
        "a{b:url(https://x.example/a.png)}",
        "a{b:URL( '//x.example/a.png' )}",
        'a{b:url("data:image/png;base64,AA")}',
        "a{b:url(/assets/a.png)}",
        r"a{b:url(\68ttps://x.example/a.png)}",
        r"a{b:u\72l(https://x.example/a.png)}",
        r"@\69mport 'x';",
        "a{b:image-set('https://x.example/a.png' 1x)}",
        "a{b:src('https://x.example/a.png')}",
        'a{b:"\f;}c{b:url(https://x.example/a.png)}d{b:"x"}',
        'a{b:"\r;}c{b:url(https://x.example/a.png)}d{b:"x"}',
        "a{b:url(a b)}",
        "a{b:url(javascript:alert(1))}",
    ],
)
def test_stylesheets_ask_nobody_else(css: str) -> None:
    _, findings = addressed(f"/* one */\n{css}", "css/a.css", "P", lambda _: "known.png")
    assert [(one.code, str(one.where)[:3]) for one in findings[:1]] == [("theme-remote", "P:2")]


def test_what_only_looks_like_an_address() -> None:
    css = 'a{b:"url(https://x)"} /* url(https://x) @import */ c{d:url(#e)} .f\\:g{h:i}'
    assert addressed(css, "css/a.css", "P", lambda _: None) == (css, ())
    assert without_comments(css) == 'a{b:"url(https://x)"}  c{d:url(#e)} .f\\:g{h:i}'


@pytest.mark.parametrize("target", ["../../theme.yaml", "p.png", "../i/none.png", "%2e%2e/%2e%2e/theme.yaml"])
def test_an_address_of_nothing(tmp_path: Path, target: str) -> None:
    files = {**PARTS, "static/css/a.css": f"a{{}}\nb{{c:url({target})}}"}
    (finding,) = said(theme(tmp_path, BUNDLES, **files))
    assert finding.startswith("theme-asset themes/mine/static/css/a.css:2:5")


def test_the_filter_knows_every_published_file(tmp_path: Path) -> None:
    source = '{{ "site.css"|asset|href }} {{ "i/p.png"|asset|absolute }} {% set n = "site.js" %}{{ n|asset }}'
    made = load_theme(
        theme(tmp_path, BUNDLES, **PARTS, **{"pages/a.html": source, "pages/b.html": '\n{{ "sit.css"|asset }}'})
    )
    env = environment(made, BASE, "zh-CN", "CNY")
    assets = dict(made.assets)
    assert render_page("pages/a.html", Small(), env) == (
        f"/shop/{assets['site.css']} https://example.com/shop/{assets['i/p.png']} /{assets['site.js']}"
    )
    wrong = render_or_finding("pages/b.html", Small(), env, "/b/")
    assert isinstance(wrong, Diagnostic)
    assert (wrong.code, str(wrong.where)) == ("template-asset", "themes/mine/pages/b.html:2:1")
    assert wrong.help is not None
    assert "`site.css`" in wrong.help.en


def test_what_a_template_is_compiled_to_knows_no_file_of_its_theme(tmp_path: Path) -> None:
    """So that code can be kept while stylesheets change; addresses of pages are worked out once."""
    source = '{{ "site.css"|asset|href }}{{ "/crafts/"|href }}{{ "#000000"|contrast("paper") }}'
    themes = [
        load_theme(theme(tmp_path, BUNDLES, name, **PARTS | {"static/css/a.css": f"a{{color:{name}}}"}))
        for name in ("red", "blue")
    ]
    assert dict(themes[0].assets)["site.css"] != dict(themes[1].assets)["site.css"]
    codes = [environment(one, BASE, "zh-CN", "CNY").compile(source, "a.html", "a.html", raw=True) for one in themes]
    assert codes[0] == codes[1] and "'/shop/crafts/'" in codes[0]
    for one in themes:
        page = environment(one, BASE, "zh-CN", "CNY").from_string('{{ "site.css"|asset|href }}').render()
        assert page == f"/shop/{dict(one.assets)['site.css']}"


def test_a_chain_of_three(tmp_path: Path) -> None:
    first = theme(tmp_path, BUNDLES, "first", **PARTS, **{"pages/a.html": "1{% block x %}1{% endblock %}"})
    second = theme(
        tmp_path,
        "extends: first\nbundles: {site.css: {add: [css/c.css]}}\n",
        "second",
        **{
            "pages/a.html": '{% extends "first:pages/a.html" %}{% block x %}2{{ super() }}{% endblock %}',
            "static/css/c.css": "c{}",
            "static/css/b.css": "b{}",
        },
    )
    third = theme(
        tmp_path,
        "extends: second\n",
        "third",
        **{"pages/a.html": '{% extends "second:pages/a.html" %}{% block x %}3{{ super() }}{% endblock %}'},
    )
    made = load_theme(third, second, first)
    env = environment(made, BASE, "zh-CN", "CNY")
    assert render_page("pages/a.html", Small(), env) == "1321"
    picture = dict(made.assets)["i/p.png"].removeprefix("assets/")
    assert published(made)["site.css"] == f'b{{}}\na{{b:url("{picture}#x")}} \nc{{}}\n'


def test_a_fault_in_a_parents_template_names_the_parents_file(tmp_path: Path) -> None:
    first = theme(tmp_path, "", "first", **{"pages/a.html": "\n\n{{ titel }}"})
    second = theme(tmp_path, "extends: first\n", "second")
    env = environment(load_theme(second, first), BASE, "zh-CN", "CNY")
    wrong = render_or_finding("pages/a.html", Small(), env, "/a/")
    assert isinstance(wrong, Diagnostic)
    assert str(wrong.where) == "themes/first/pages/a.html:3:1"
