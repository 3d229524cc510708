"""What people are called, how things are counted, in which zone a stream begins."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any, cast

import pytest

from ichsite.assess.card import option_words
from ichsite.model.offer import Offer
from ichsite.model.option import NumberOption
from ichsite.model.span import DayRange
from ichsite.render.page import render_page
from tests.render.samples import MASTER, STREAM, craft_view, default_environment, every_page, offer

PAGES = every_page()


def rendered(name: str, **changes: object) -> str:
    view: object = replace(cast(Any, PAGES[name]), **changes)
    return re.sub(r"\s+", " ", render_page(name, view, default_environment("zh-CN")))


@pytest.mark.parametrize(("level", "word", "other"), [("none", "手艺人", "传承人"), ("county", "传承人", "手艺人")])
def test_a_master_is_called_by_the_level(level: str, word: str, other: str):
    stream = rendered("pages/stream.html", card=replace(STREAM, master_level=level))  # type: ignore[arg-type]
    assert f"<dt>{word}</dt>" in stream
    assert other not in stream
    person = rendered("pages/master.html", card=replace(MASTER, level=level), streams=())  # type: ignore[arg-type]
    assert f"这位{word}的作品" in person
    assert other not in person


def test_who_is_no_inheritor_is_not_called_one_on_the_page_of_a_craft():
    stream = replace(STREAM, master_level="none")
    view = craft_view(masters=(replace(MASTER, level="none"),), streams=(stream,))
    page = render_page("pages/craft.html", view, default_environment("zh-CN"))
    assert "传承人" not in page
    assert "师傅做的：" in page


@pytest.mark.parametrize(
    ("hours", "words"), [(8, "北京时间"), (9, "UTC+9"), (0, "UTC+0"), (5.5, "UTC+5:30"), (-3.5, "UTC−3:30")]
)
def test_a_stream_names_its_zone(hours: float, words: str):
    starts = datetime(2026, 11, 28, 20, 0, tzinfo=timezone(timedelta(hours=hours)))
    page = rendered("pages/stream.html", card=replace(STREAM, starts=starts))
    assert f"20:00</time> {words}" in page


def test_each_chip_of_the_answers_leads_to_its_own_section():
    page = render_page("pages/craft.html", craft_view(), default_environment("zh-CN"))
    answers = page[page.index('class="answers"') : page.index('class="jump"')]
    targets = re.findall(r'class="tier \w+" href="#([a-z-]+)"', answers)
    assert targets == ["change-function", "change-deep", "days-function", "days-deep"]
    assert all(f'id="{target}"' in page for target in targets)


def test_a_measure_word_stands_for_the_unit():
    page = re.sub(r"\s+", " ", render_page("pages/craft.html", craft_view(), default_environment("zh-CN")))
    assert "1–40 枝" in page
    assert " 件一档" not in page


class TestWordsForShowcases:
    """A counted number is said with its measure word, any other with its unit."""

    def with_stems(self, **changes: object) -> Offer:
        one = offer("function", waits=DayRange(2, 3))
        stems = next(option for option in one.options if option.id == "stems")
        assert isinstance(stems, NumberOption)
        return replace(one, options=(replace(stems, **changes),))  # type: ignore[arg-type]

    def test_the_measure_word_is_said_in_place_of_the_unit(self):
        words = option_words(self.with_stems())
        assert words["stems:measure"] == "枝"
        assert "stems:unit" not in words

    @pytest.mark.parametrize("changes", [{"measure_word": None}, {"unit": "mm"}])
    def test_otherwise_the_unit_is_said(self, changes: dict[str, object]):
        words = option_words(self.with_stems(**changes))
        assert "stems:unit" in words
        assert "stems:measure" not in words
