"""What a template may not do, and the findings that say so."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from jinja2.compiler import CodeGenerator
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ichsite.render.environment import ThemeEnvironment, environment
from ichsite.render.page import render_or_finding, render_page
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.place import Place
from ichsite.text.words import Language
from tests.render.samples import BASE, LANGUAGES, default_environment, default_theme, every_page, theme_of


@dataclass(frozen=True)
class Small:
    """A view of two names."""

    title: str = "瓶 & <花>"
    story: str = "<p>火</p>"


@dataclass(frozen=True)
class Nested:
    """A view with another value in it."""

    card: Small


def shown(view: object = None, **templates: str) -> str:
    env = environment(theme_of(**templates), BASE, "zh-CN", "CNY")
    return render_page("pages/a.html", view or Small(), env)


def finding(view: object = None, **templates: str) -> Diagnostic:
    env = environment(theme_of(**templates), BASE, "zh-CN", "CNY")
    made = render_or_finding("pages/a.html", view or Small(), env, "/a/")
    assert isinstance(made, Diagnostic), made
    assert made.severity == "error"
    assert "/a/" in made.message.zh
    assert "/a/" in made.message.en
    return made


def test_fields_of_the_view_are_escaped():
    assert shown(pages__a="{{ title }}") == "瓶 &amp; &lt;花&gt;"


def test_a_story_is_the_one_thing_that_is_not_escaped():
    assert shown(pages__a="{{ story|story }}{{ story }}") == "<p>火</p>&lt;p&gt;火&lt;/p&gt;"


def test_a_percent_sign_in_a_sentence():
    assert (
        shown(pages__a='{{ _("a 95%% interval of %(what)s", what=title) }}') == "a 95% interval of 瓶 &amp; &lt;花&gt;"
    )
    assert shown(pages__a='{{ _("a 95%% interval") }}') == "a 95% interval"


def test_undefined_name_with_its_line_and_the_nearest():
    found = finding(pages__a="<p>\n\n{{ titel }}")
    assert (found.code, found.where) == ("template-undefined", Place("themes/trial/pages/a.html", 3, 1))
    assert found.help is not None
    assert "`title`" in found.help.en


def test_undefined_field_of_a_value():
    found = finding(Nested(Small()), pages__a="{{ card.stroy }}")
    assert found.code == "template-undefined"
    assert found.help is not None
    assert "`story`" in found.help.en


def test_undefined_in_a_condition_is_no_silence():
    assert finding(pages__a="{% if nothing %}x{% endif %}").code == "template-undefined"


def test_undefined_in_a_partial_is_found_in_the_partial():
    found = finding(pages__a='{% include "partials/b.html" %}', partials__b="\n{{ nothing }}")
    assert found.where == Place("themes/trial/partials/b.html", 2, 1)


def test_a_term_without_a_word():
    found = finding(pages__a='{{ "nationl"|label("level") }}')
    assert found.code == "template-undefined"
    assert found.help is not None
    assert "`level.national`" in found.help.en


@pytest.mark.parametrize(
    "attempt",
    [
        "{{ cycler.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ title.__class__ }}",
        "{{ story|attr('__class__') }}",
        "{{ self.__init__.__globals__ }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{% set x = [] %}{{ x.append(1) }}",
    ],
)
def test_the_sandbox_holds(attempt: str):
    assert finding(pages__a=attempt).code in ("template-security", "template-undefined")


def test_an_escape_is_named_as_one():
    assert finding(pages__a="{{ cycler.__init__.__globals__ }}").code == "template-security"


@pytest.mark.parametrize("name", ["../../x", "/etc/passwd", "partials/../../x.html", "partials/none.html"])
def test_nothing_outside_the_theme_is_included(name: str):
    found = finding(pages__a=f'\n{{% include "{name}" %}}')
    assert (found.code, found.where) == ("template-missing", Place("themes/trial/pages/a.html", 2, 1))


def test_missing_partial_with_the_nearest():
    found = finding(pages__a='{% include "partials/fooder.html" %}', partials__footer="")
    assert found.help is not None
    assert "`partials/footer.html`" in found.help.en


def test_missing_page():
    env = environment(theme_of(pages__a=""), BASE, "zh-CN", "CNY")
    made = render_or_finding("pages/b.html", Small(), env, "/b/")
    assert isinstance(made, Diagnostic)
    assert (made.code, made.where) == ("template-missing", Place("themes/trial"))


@pytest.mark.parametrize(
    "templates",
    [
        {"pages__a": '{% include "pages/a.html" %}'},
        {"pages__a": '{% extends "pages/a.html" %}'},
        {"pages__a": '{% include "partials/b.html" %}', "partials__b": '{% include "pages/a.html" %}'},
        {"pages__a": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"},
    ],
)
def test_templates_without_end(templates: dict[str, str]):
    found = finding(**templates)
    assert found.code == "template-recursion"
    assert isinstance(found.where, Place)
    assert found.where.path.startswith("themes/trial/")


def test_syntax():
    found = finding(pages__a="{% if title %}\n{% endfor %}")
    assert (found.code, found.where) == ("template-syntax", Place("themes/trial/pages/a.html", 2, 1))


@pytest.mark.parametrize(("wrong", "near"), [("{{ title|hreff }}", "`href`"), ("{{ title is defind }}", "`defined`")])
def test_unknown_filter_or_test(wrong: str, near: str):
    found = finding(pages__a=wrong)
    assert found.code == "template-filter"
    assert found.help is not None
    assert near in found.help.en


@pytest.mark.parametrize("gone", ["{{ title|safe }}", "{{ [1, 2]|random }}", "{{ lipsum() }}"])
def test_what_is_left_out(gone: str):
    assert finding(pages__a=gone).code in ("template-filter", "template-undefined")


@pytest.mark.parametrize("wrong", ["{{ 1 / 0 }}", "{{ title + 1 }}", "{{ range(999999999) }}", "{{ title|day }}"])
def test_what_cannot_be_worked_out(wrong: str):
    found = finding(pages__a=f"\n{wrong}")
    assert (found.code, found.where) == ("template-filter", Place("themes/trial/pages/a.html", 2, 1))


def test_text_files_are_not_escaped():
    theme = replace(theme_of(), templates=(("pages/robots.txt", "{{ title }}"), ("pages/feed.xml", "{{ title }}")))
    env = environment(theme, BASE, "zh-CN", "CNY")
    assert render_page("pages/robots.txt", Small(), env) == "瓶 & <花>"
    assert render_page("pages/feed.xml", Small(), env) == "瓶 &amp; &lt;花&gt;"


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_code_makes_the_page_that_jinjas_makes(language: Language, monkeypatch: pytest.MonkeyPatch):
    """What is made short in `ichsite.render.theme_code` changes no byte of any page."""
    ours = {name: render_page(name, view, default_environment(language)) for name, view in every_page().items()}
    monkeypatch.setattr(ThemeEnvironment, "code_generator_class", CodeGenerator)
    monkeypatch.setattr(ThemeEnvironment, "call", ImmutableSandboxedEnvironment.call)
    plain = environment(default_theme(), BASE, language, "CNY")
    plain.install_gettext_callables(plain.say, lambda one, many, n: plain.say(one if n == 1 else many), newstyle=True)  # type: ignore[attr-defined]
    assert ours == {name: render_page(name, view, plain) for name, view in every_page().items()}


@pytest.mark.parametrize(
    "source",
    [
        "{{ card.title }}{{ card.title|upper }}{{ (card.title ~ card.story)|length }}",
        "{% macro m(x) %}{{ x.title }}{% set y = x %}{{ y.story }}{% endmacro %}{{ m(card) }}",
        "{% for a in [card, card] %}{{ a.title }}{{ loop.index }}{{ loop.last|int }}{% endfor %}",
        "{{ [card, card]|map(attribute='title')|join }}{{ card.title.upper() }}{{ card['title'] }}",
        "{% set n = namespace(card=card) %}{{ n.card.title }}{% macro c() %}{{ caller(card.title) }}{% endmacro %}"
        "{% call(t) c() %}{{ t }}{{ card.title }}{% endcall %}",
        "{{ card.title if card.story else card.titel }}{{ (card.titel is defined)|int }}{{ (card.from is defined)|int }}",
        '{% for c in [card] %}{{ _("a %(b)s", b=c.title) }}{{ ngettext("%(num)s", "%(num)s", 2) }}{% endfor %}',
        "{% trans x=card.title %}a {{ x }}{% endtrans %}",
        "{% block b %}{{ card.title }}{% for x in card.title %}{{ x }}{% endfor %}{% endblock %}{{ self.b() }}",
    ],
)
def test_our_code_reads_what_jinjas_reads(source: str, monkeypatch: pytest.MonkeyPatch):
    view = Nested(Small())
    ours = shown(view, pages__a=source)
    monkeypatch.setattr(ThemeEnvironment, "code_generator_class", CodeGenerator)
    monkeypatch.setattr(ThemeEnvironment, "call", ImmutableSandboxedEnvironment.call)
    env = environment(theme_of(pages__a=source), BASE, "zh-CN", "CNY")
    env.install_gettext_callables(env.say, lambda one, many, n: env.say(one if n == 1 else many), newstyle=True)  # type: ignore[attr-defined]
    assert ours == render_page("pages/a.html", view, env)


def test_a_story_is_said_so_where_it_stands():
    """`|map("story")` would hide from the lint what is written unescaped."""
    found = finding(pages__a='{{ [title]|map("story")|first }}')
    assert (found.code, "`story`" in found.message.en) == ("template-security", True)
    assert shown(pages__a='{{ ["b"]|map("upper")|first }}') == "B"


@pytest.mark.parametrize(
    "way",
    [
        '{% include "pages/raw.txt" %}',
        '{% extends "pages/raw.txt" %}',
        '{% import "pages/raw.txt" as raw %}{{ raw.m(title) }}',
    ],
)
def test_a_page_takes_nothing_from_where_values_are_not_escaped(way: str):
    theme = theme_of(pages__a=way)
    raw = ("pages/raw.txt", "{{ title }}{% macro m(x) %}{{ x }}{% endmacro %}")
    env = environment(replace(theme, templates=(*theme.templates, raw)), BASE, "zh-CN", "CNY")
    made = render_or_finding("pages/a.html", Small(), env, "/a/")
    assert isinstance(made, Diagnostic), made
    assert (made.code, made.where) == ("template-security", Place("themes/trial/pages/a.html", 1, 1))
    assert render_page("pages/raw.txt", Small(), env) == "瓶 & <花>"


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in [1] %}" * 25 + "{% endfor %}" * 25,
        "{% if title %}" * 120 + "{% endif %}" * 120,
        "{% macro m(a, a) %}{% endmacro %}",
        "{{ dict(a=1, a=2) }}",
    ],
)
def test_what_jinja_takes_and_python_does_not(source: str):
    found = finding(pages__a=source)
    assert found.code == "template-syntax"
    assert found.where.path == "themes/trial/pages/a.html"


def test_a_wrong_call_is_a_finding():
    assert finding(pages__a="{{ cycler() }}").code == "template-filter"
