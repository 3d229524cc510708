"""docs/views.md and its Chinese: every view with its fields, as they are."""

from __future__ import annotations

import re

import pytest

from ichsite.text.words import Language
from tools.views import PAGES, fields_without_meaning, meanings_of_nothing, page_text, texts_without_chinese


@pytest.mark.parametrize("language", PAGES)
def test_the_page_is_current(language: Language) -> None:
    assert PAGES[language].read_text("utf-8") == page_text(language), "run `python -m tools.views`"


def test_every_field_says_what_it_means() -> None:
    assert fields_without_meaning() == [], "write the meaning below the field, or into tools/view_meanings.py"


def test_what_the_code_says_is_said_in_chinese() -> None:
    assert texts_without_chinese() == [], "write the Chinese into tools/view_texts.py, or take out what is gone"


def test_nothing_is_explained_that_is_not_there() -> None:
    assert meanings_of_nothing() == []


@pytest.mark.parametrize("language", PAGES)
def test_no_row_is_without_words(language: Language) -> None:
    rows = re.findall(r"^\| `.*$", page_text(language), re.M)
    assert len(rows) > 600
    assert [row for row in rows if re.search(r"\|\s*\|$", row)] == []


def test_the_number_of_things_is_not_said_of_a_list() -> None:
    counted = [row for row in page_text().splitlines() if "| list of" in row and "| how many" in row]
    assert counted == []


def test_every_page_template_is_there() -> None:
    text = page_text()
    assert all(
        f"`pages/{name}`" in text for name in ("home.html", "craft.html", "search.html", "feed.xml", "robots.txt")
    )
