"""Words are exchanged, and nothing else; where they may stand is known from the template alone."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from ichsite.catalog.texts import plain_text
from ichsite.catalog.translator import texts_of, translated
from ichsite.model.record import Record
from ichsite.model.story import Story
from ichsite.model.translation import Translation
from ichsite.rules.english_claims import claims_in
from ichsite.text.address import BaseUrl, Slug, UrlPath, output_of
from ichsite.text.foreign import Foreign
from tests.languages.templates import rendered
from tests.rules.sample import PLAQUE, VASE, dossier, record, said


def translation(of: str, words: dict[str, str], story: Story | None = None) -> Record[Translation]:
    path = of.replace(".yaml", ".en.yaml").replace(".md", ".en.md")
    value = Translation("en", of, (), tuple(words.items()))
    return Record("translation", path, Slug(path), value, story or Story())


def skeleton(value: Any, texts: frozenset[str]) -> Any:
    """A value without its prose."""
    if isinstance(value, str):
        return "…" if value in texts or value.startswith("EN ") else value
    if isinstance(value, tuple):
        return tuple(skeleton(one, texts) for one in value)  # pyright: ignore[reportUnknownVariableType]
    if is_dataclass(value):
        return type(value), tuple((one.name, skeleton(getattr(value, one.name), texts)) for one in fields(value))
    return value


@pytest.mark.parametrize("folder", [VASE, PLAQUE])
def test_only_prose_is_exchanged(folder: str) -> None:
    path = f"{folder}/customization.yaml"
    original = record(path)
    texts = frozenset(texts_of(original.value))
    own = translation(path, {text: f"EN {number}" for number, text in enumerate(sorted(texts))})
    new, account = translated(original, own, None, "zh-CN")
    assert account.texts == account.translated > 10
    assert len(account.own) == len({plain_text(text) for text in texts})
    assert new.value != original.value
    assert skeleton(new.value, texts) == skeleton(original.value, texts)
    assert not any("EN " in str(one.url) for offer in new.value.offers for one in [offer.order] if one is not None)


def test_how_a_key_is_typed_makes_no_difference() -> None:
    path = f"{VASE}/customization.yaml"
    new, account = translated(record(path), translation(path, {"口 径": "Mouth"}), None, "zh-CN")
    assert new.value.offers[0].options[0].label == "Mouth"
    assert account.translated == 1


def test_what_is_not_translated_is_marked_and_keeps_its_words() -> None:
    path = f"{VASE}/customization.yaml"
    old = record(path)
    new, account = translated(old, None, None, "zh-CN")
    assert new.value == old.value
    assert type(new.value.offers[0].options[0].label) is Foreign
    assert account.translated == 0


def test_a_text_that_is_too_long_is_told() -> None:
    path = f"{VASE}/customization.yaml"
    _, account = translated(record(path), translation(path, {"口径": "m" * 161}), None, "zh-CN")
    assert [one.code for one in account.findings] == ["too-long"]


@pytest.mark.parametrize(("words", "code"), [("x" * 4_000, "too-long"), ("two\nlines", "line-break"), ("Bag", None)])
def test_a_word_that_many_files_share_is_held_to_the_field_it_comes_to(words: str, code: str | None) -> None:
    craft = record(f"{VASE}/index.md")
    shared = translation("site.yaml", {craft.value.title: words})
    _, account = translated(craft, None, shared, "zh-CN")
    found = [(one.code, str(one.where)) for one in account.findings]
    assert [each for each, _ in found] == ([code] if code else [])
    assert all("site.en.yaml" in place for _, place in found)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("An entirely handmade vase", "handmade-claim"),
        ("Not entirely handmade", None),
        ("By a national master", "title-not-official"),
        ("A blind box of greens", "draw-mixed"),
        ("Orders cannot be cancelled", "no-cancelling"),
        ("Thrown by hand, glazed with a spray gun", None),
    ],
)
def test_claims_in_english(words: str, code: str | None) -> None:
    def machine(plain: Any) -> None:
        plain["authenticity"][0]["by"] = "machine"

    path = f"{VASE}/customization.yaml"
    found = list(claims_in(translation(path, {"改口径和高度": words}), dossier(VASE, craft=machine)))
    assert [one.code for one in found] == ([code] if code else [])
    assert all(field == ("改口径和高度",) for _, field in said(found))


TEXT = Foreign("釉 & 色")
SPAN = '<span lang="zh-CN">釉 &amp; 色</span>'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>{{ text }}</p>", f"<p>{SPAN}</p>"),
        ('<p title="{{ text }}">', '<p title="釉 &amp; 色">'),
        ('<p{% if text %} title="{{ text }}"{% endif %}>{{ text }}', f'<p title="釉 &amp; 色">{SPAN}'),
        ("<title>{{ text }}</title>{{ text }}", f"<title>釉 &amp; 色</title>{SPAN}"),
        ("<svg><text>{{ text }}</text></svg>{{ text }}", f"<svg><text>釉 &amp; 色</text></svg>{SPAN}"),
        ("{% set x %}{{ text }}{% endset %}<a title='{{ x }}'>{{ x }}</a>", f"<a title='釉 &amp; 色'>{SPAN}</a>"),
        (
            "{% macro m(x) %}{{ x }}{% endmacro %}<a title='{{ m(text) }}'>{{ m(text) }}",
            f"<a title='釉 &amp; 色'>{SPAN}",
        ),
        ('{{ _("of %(name)s", name=text) }}', f"of {SPAN}"),
        ("{{ text|truncate(90) }}", SPAN),
        ("{{ 'glaze' }} {{ plain }}", "glaze &lt;b&gt;"),
        ('<img alt="{{ text }}" lang="{{ text|lang }}">', '<img alt="釉 &amp; 色" lang="zh-CN">'),
        ('<img alt="{{ plain }}" lang="{{ plain|lang }}">', '<img alt="&lt;b&gt;" lang="en">'),
        ("{% if text is foreign %}yes{% endif %}{% if plain is foreign %}no{% endif %}", "yes"),
    ],
)
def test_marks_stand_where_an_element_may(source: str, expected: str) -> None:
    assert rendered(source, "zh-CN", text=TEXT, plain="<b>") == expected


def test_without_a_second_language_nothing_is_wrapped() -> None:
    assert rendered("<p>{{ text }}</p>", None, text=TEXT) == "<p>釉 &amp; 色</p>"


def test_addresses_of_a_tree() -> None:
    base = BaseUrl("https://example.com", "/repo/", "en")
    assert base.link(UrlPath("/crafts/silver/")) == "/repo/en/crafts/silver/"
    assert base.link(UrlPath("/crafts/silver/"), "") == "/repo/crafts/silver/"
    assert base.link(UrlPath("/")) == "/repo/en/"
    assert base.link(UrlPath("/assets/site.css")) == "/repo/assets/site.css"
    assert base.absolute(UrlPath("/sitemap.xml")) == "https://example.com/repo/sitemap.xml"
    assert output_of(UrlPath("/"), "en") == "en/index.html"
    assert output_of(UrlPath("/404.html"), "en") == "404.html"
