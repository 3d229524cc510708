"""docs/views.md: every view with its fields, as they are."""

from __future__ import annotations

from tools.views import PAGE, fields_without_meaning, page_text


def test_the_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page_text(), "run `python -m tools.views`"


def test_every_field_says_what_it_means() -> None:
    assert fields_without_meaning() == [], "write the meaning below the field, or into tools/view_meanings.py"


def test_every_page_template_is_there() -> None:
    text = page_text()
    assert all(
        f"`pages/{name}`" in text for name in ("home.html", "craft.html", "search.html", "feed.xml", "robots.txt")
    )
