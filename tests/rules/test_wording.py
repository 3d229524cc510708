"""Words are found however they are spaced, and not where the text denies them."""

from __future__ import annotations

import re

import pytest

from ichsite.catalog.texts import story_text
from ichsite.decode.story import decode_story
from ichsite.rules.wording import passages_of, words_in
from tests.rules.sample import record

WANTED = re.compile("纯手工|100%手工|非遗大师")


@pytest.mark.parametrize(
    "text",
    [
        "纯手工",
        "纯 手 工",
        "纯\u3000手工制作",
        "１００％手工",
        "不只是好看，还是纯手工",
        "我们不是机器厂，纯手工",
        "非遗\n大师",
    ],
)
def test_found(text: str) -> None:
    assert words_in(text, WANTED) is not None


@pytest.mark.parametrize(
    "text",
    ["这不是纯手工", "不承诺纯手工", "没有“非遗大师”这个称号", "“非遗大师”不是称号", "并非真正的纯手工", "手工錾刻"],
)
def test_denied(text: str) -> None:
    assert words_in(text, WANTED) is None


def test_a_denial_does_not_cover_what_is_said_after_it() -> None:
    assert words_in("这不是纯手工；那一只才是纯手工", WANTED) == "纯手工"


def test_wishes_of_viewers_are_not_the_sellers_words() -> None:
    vase = record("content/crafts/vase/customization.yaml")
    texts = [passage.text for passage in passages_of(vase.value, vase.path)]
    assert "两只一模一样" not in texts
    assert "没有两只釉色相同" in texts


def test_every_passage_knows_its_field() -> None:
    vase = record("content/crafts/vase/index.md")
    found = {passage.text: passage.field for passage in passages_of(vase.value, vase.path)}
    assert found["青瓷花瓶"] == ("title",)
    assert found["拉坯"] == ("authenticity", 0, "step")


def test_a_story_is_read_without_its_tags() -> None:
    story, _ = decode_story("p.md", "一**段**&amp;话 ![图中](a.jpg)\n\n[链接](craft:vase)", 0)
    text = story_text(story)
    assert "一段&话" in text
    assert "图中" in text
    assert "<" not in text
