"""What changed is said in a terminal as it is on a page: the theme's macros and its catalogue are the measure."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.pofile import read_po

from ichsite.brief import change_words, limit_words
from ichsite.brief.change_words import PARTS, TERMS, WHATS, told_changes
from ichsite.brief.clause import Part, What
from ichsite.brief.terms import Terms, offer_of
from ichsite.model.span import DayRange
from ichsite.plan.promise_page import changed_view
from ichsite.plan.views import Head
from ichsite.render.page import render_page
from ichsite.text.address import UrlPath
from ichsite.text.words import LANGUAGES, Language, Words
from tests.brief.dossiers import every_terms
from tests.brief.promised import terms
from tests.render.promise_samples import OLD as OTHER
from tests.render.promise_samples import otherwise, promise_views
from tests.render.samples import RANDOMNESS, chrome, default_environment, offer

LOCALES = Path(__file__).parents[2] / "themes" / "default" / "locales"
HEAD = Head("题目", "一句话", UrlPath("/x/"))
_, HOLDS, _, _ = promise_views(chrome(), HEAD, offer("function", waits=DayRange(2, 3), seasonal=True), RANDOMNESS)
LIMITS = (
    "kind: bound, option: width, at_least: 38",
    "kind: bound, option: width, at_least: 20, at_most: 38, when: [{option: rim, among: [wide]}]",
    "kind: room, count: words, each: 8, space: width, rows: 2, margin: 4",
    "kind: exclude, option: paint, among: [blue, red], when: [{option: sketch, given: false}, {option: width, at_most: 20}]",
    "kind: require, option: sketch, when: [{option: paint, given: true}]",
    "kind: ratio, option: body.wrist, to: body.neck, at_most: 0.5",
    "kind: ratio, option: words, to: width, at_least: 0.1, at_most: 0.5",
    "kind: total, options: [body.neck, body.wrist], at_most: 90",
)


def pairs() -> list[tuple[Terms, Terms]]:
    """Versions of which everything is otherwise, one way and the other."""
    found = [(terms(*LIMITS), otherwise(terms(*LIMITS[4:])))]
    every = [one for one in every_terms().values() if one.stages]
    found += [(one, otherwise(one)) for one in every[::3]]
    found += list(zip(every[::4], every[1::4], strict=False))
    return [each for old, new in found for each in ((old, new), (new, old))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_terminal_says_what_the_page_says(language: Language) -> None:
    told = 0
    environment = default_environment(language)
    for old, new in pairs():
        view = replace(HOLDS, former=changed_view(OTHER, old, new))
        page = render_page("pages/promise.html", view, environment)
        assert isinstance(page, str), page
        rows = re.findall(
            r'<tr role="row">\n<th role="rowheader".*?</tr>',
            page.partition('id="former"')[2].partition("</section>")[0],
            re.DOTALL,
        )
        ours = [
            tuple(tidy(one.said(language)) for one in (each.about, each.before, each.after))
            for each in told_changes(old, new)
        ]
        assert [
            tuple(tidy(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)) for row in rows
        ] == ours
        told += len(ours)
    assert told > 200


def tidy(text: str) -> str:
    """What is read; a currency's sign stands before each amount on a page, once in a line; months are short on a page."""
    plain = re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", text))).strip()
    plain = re.sub(r"–(¥|CN¥|US\$|\$)", "–", plain)
    return re.sub(r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b", r"\1", plain)


def catalogue(language: Language) -> dict[str, str]:
    """The theme's words by their message, in one order in every language."""
    with (LOCALES / f"{language}.po").open("rb") as file:
        found = {str(one.id): str(one.string or one.id) for one in read_po(file) if isinstance(one.id, str) and one.id}
    return dict(sorted(found.items()))


def test_every_word_is_the_themes_own() -> None:
    ours: dict[str, Words] = {f"promise-part.{name}": words for name, words in PARTS.items()}
    ours |= {f"promise-what.{name}": words for name, words in WHATS.items()}
    ours |= {f"{group}.{key}": words for group, terms in TERMS.items() for key, words in terms.items()}
    ours |= {f"unit.{unit}": words for unit, words in limit_words.UNITS.items()}
    for name in ("comma", "semicolon", "colon", "or", "and"):
        ours[f"list.{name}"] = getattr(limit_words, name.upper())
    catalogues = [catalogue(language) for language in LANGUAGES]
    for msgid, words in ours.items():
        assert (words.zh, words.en) == tuple(one[msgid] for one in catalogues), msgid
    both = set(zip(*(one.values() for one in catalogues), strict=True))
    said = (
        change_words.NOT_THERE,
        change_words.THERE,
        change_words.ONLY_WRITTEN,
        change_words.SHARE,
        change_words.A_LIMIT,
    )
    for words in (*limit_words.SENTENCES, *said):
        assert (words.zh, words.en) in both
    assert (set(PARTS), set(WHATS)) == (set(get_args(Part)), set(get_args(What)))


def test_terms_that_say_the_same_have_no_changes() -> None:
    assert told_changes(terms(), replace(terms(), schema=1)) == ()
    assert offer_of(terms()).options
