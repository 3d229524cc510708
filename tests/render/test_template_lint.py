"""What is found in a template before any page is made of it."""

from __future__ import annotations

import pytest

from ichsite.render.template_lint import template_findings
from tests.render.samples import default_theme


def codes(source: str, name: str = "pages/a.html") -> list[str]:
    return [f"{one.code}:{getattr(one.where, 'line', 0)}" for one in template_findings(name, source, "P")]


@pytest.mark.parametrize(
    ("name", "source"), default_theme().templates, ids=[name for name, _ in default_theme().templates]
)
def test_the_default_theme_is_clean(name: str, source: str) -> None:
    assert list(template_findings(name, source, name)) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p style='x'>",
        '<p {% if a %}style="x"{% endif %}>',
        "<p STYLE = x>",
        '<svg onload="x">',
        "<body\nonload=x>",
        '<a href=" javascript:x">',
        '<a href="JavaScript:x">',
        "<script>x</script>",
        '<script type="module">x</script>',
        '<script type="{{ kind }}">x</script>',
        "<style>a{}</style>",
        '<base href="/x">',
        '<iframe srcdoc="x">',
        "<!-- a > b --><p style=x>",
    ],
)
def test_inline(source: str) -> None:
    assert codes(source)[0].startswith("theme-inline:")


@pytest.mark.parametrize(
    "source",
    [
        '<script src="https://x.example/a.js"></script>',
        '<script src="//x.example/a.js"></script>',
        r'<script src="\\x.example\a.js"></script>',
        '<link rel="stylesheet" href="http://x.example/a.css">',
        '<img src="https://x.example/{{ name }}.png">',
        '<img src="{{ "https://x.example/a.png" }}">',
        "<img srcset='https://x.example/a.png 1x'>",
        '<video poster="https://x.example/a.png">',
        '<iframe src="data:text/html,x">',
        '<use xlink:href="https://x.example/a.svg#b">',
        '{% macro m() %}<img src="HTTPS://x">{% endmacro %}',
    ],
)
def test_remote(source: str) -> None:
    assert codes(source) == ["theme-remote:1"]


@pytest.mark.parametrize(
    "source",
    [
        "<a href={{ x }}>",
        "<a {{ x }}>",
        "<a data-{{ x }}='1'>",
        "<{{ x }}>",
        '<a title="{{ x|tojson }}">',
        '<script type="application/ld+json">{"a": "{{ x }}"}</script>',
        "{{ x|safe }}",
        "{{ x|story }}",
        "{{ _(x) }}",
        '{{ ngettext("a", x, 1) }}',
        '{{ _("a" ~ x) }}',
        "{% set say = _ %}",
        "{% autoescape false %}{{ x }}{% endautoescape %}",
    ],
)
def test_unescaped(source: str) -> None:
    assert codes(source) == ["theme-unescaped:1"]


@pytest.mark.parametrize(
    "source",
    [
        '<a class="a {{ b }}" href="{{ x|href }}"{% if c %} aria-current="page"{% endif %}>',
        "<a title='{{ x|tojson }}'>{{ x|tojson }}</a>",
        '<a href="https://x.example/">elsewhere</a>',
        '<h{{ level }} class="a"><a href="{{ x }}">b</a></h{{ level }}>',
        '<script type="application/ld+json">{"a": {{ x|tojson }}}</script>',
        '<script defer src="{{ "site.js"|asset|href }}"></script>',
        '<link rel="canonical" href="{{ head.url|absolute }}">',
        '<!-- <p style="x"> <script> -->',
        '{# <p style="x"> #}{{ _("a %(b)s", b=x) }}{{ ngettext("a", "b", n) }}{{ story|story(3) }}{{ card.story|story }}',
        "{% trans %}a{% endtrans %}",
        "<p>1 < 2, a style=b onclick=c</p>",
        '<circle r="{{ r }}" fill="currentColor"/>',
    ],
)
def test_what_is_well(source: str) -> None:
    assert codes(source) == []


def test_lines() -> None:
    assert codes('{% if a %}\n\n{% endif %}\n{{ a\n}}<p>\n<p\n  style="x">') == ["theme-inline:6"]


@pytest.mark.parametrize(
    "source",
    [
        "{% if %}",
        "{{ a",
        "{# a",
        "<p style='",
        "{{ 'a }}",
        "<a " * 5000,
        "<a '" * 5000,
        "{{ 1" + "+1" * 20000 + " }}",
        "{{ " + "9" * 5000 + " }}",
    ],
)
def test_what_cannot_be_read_is_said_elsewhere(source: str) -> None:
    assert codes(source) == []


def test_other_files_hold_no_markup_of_a_page() -> None:
    assert codes('<link href="https://x.example/">', "pages/feed.xml") == []
    assert codes("{{ x|safe }}", "pages/feed.xml") == ["theme-unescaped:1"]
