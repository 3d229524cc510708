"""Pages of promises: what holds leads to the craft, what held stands there whole, what changed is said with both sides."""

from __future__ import annotations

import re
from html import unescape

import pytest

from ichsite.model.span import DayRange
from ichsite.plan.views import Head
from ichsite.render.page import render_page
from ichsite.text.address import UrlPath
from ichsite.text.words import Language
from tests.render.promise_samples import FIRST, SECOND, promise_views
from tests.render.samples import LANGUAGES, RANDOMNESS, chrome, default_environment, offer

FRAME, HEAD = chrome(), Head("题目", "一句话", UrlPath("/x/"))
OLD, HOLDS, GONE, SAME = promise_views(FRAME, HEAD, offer("function", waits=DayRange(2, 3), seasonal=True), RANDOMNESS)


def shown(view: object, language: Language = "zh-CN") -> str:
    page = render_page("pages/promise.html", view, default_environment(language))
    assert isinstance(page, str), page
    return page


def words(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", page)))


def test_what_was_replaced_stands_there_whole() -> None:
    page = words(shown(OLD))
    for said in (
        "从前的承诺",
        FIRST,
        SECOND,
        "口径",
        "40–110 毫米",
        "拉坯",
        "所以叫青瓷",
        "山川手作社",
        "2026年11月22日 至 2026年12月1日",
    ):
        assert said in page, said
    assert 'rel="canonical"' not in shown(OLD)


def test_every_part_that_changed_is_told_with_both_sides() -> None:
    page = words(shown(OLD))
    for said in (
        "¥680–¥1,280",
        "US$680–US$1,280.50",
        "没有",
        "7–9 个工作日",
        "¥900" if "¥900" in page else "US$9",
        "412",
        "500",
    ):
        assert said in page, said
    assert "只改了写法" in words(shown(SAME))


def test_what_holds_leads_to_the_craft() -> None:
    page = shown(HOLDS)
    assert "/crafts/vase/#change-function" in page
    assert 'id="returns"' not in page
    assert "不再接" in shown(GONE)
    assert "/crafts/vase/" not in shown(GONE).partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_lacks_a_word(language: Language) -> None:
    for view in (OLD, HOLDS, GONE, SAME):
        assert FIRST in shown(view, language)
