"""A full-width `＃` before a heading is told with the line as it should be; hashtags and code are left alone."""

from __future__ import annotations

import time

import pytest

from ichsite.decode.story import decode_story
from ichsite.decode.story_heading import fullwidth_headings
from ichsite.text.place import Place


@pytest.mark.parametrize(
    ("body", "written", "place"),
    [
        ("＃ 开窑", "# 开窑", (11, 1, 2)),
        ("一段。\n\n＃＃开窑", "## 开窑", (13, 1, 3)),
        ("#＃\u3000开窑那天", "## 开窑那天", (11, 1, 3)),
        ("  ＃ 开窑", "# 开窑", (11, 3, 4)),
    ],
)
def test_a_heading_is_told_as_it_should_be(body: str, written: str, place: tuple[int, int, int]) -> None:
    _, [told] = decode_story("content/a.md", body, 10)
    line, column, end = place
    assert told.code == "heading-fullwidth" and told.where == Place("content/a.md", line, column, end)
    assert told.help is not None
    assert f"`{written}`" in told.help.zh and f"`{written}`" in told.help.en


@pytest.mark.parametrize(
    "body",
    ["# 开窑", "＃龙泉青瓷＃ 今天开窑", "编号＃3", "```\n＃ 注释\n```", "`＃ 代码`", "＃", "＃＃＃＃＃＃＃ 太深"],
)
def test_what_is_no_heading_is_left_alone(body: str) -> None:
    assert decode_story("content/a.md", body, 0)[1] == ()


def test_many_signs_cost_nothing() -> None:
    started = time.perf_counter()
    for body in ("＃" * 200_000, "#" * 200_000 + "＃", "＃ a\u3000" * 50_000 + "＃", "＃" + "\u3000" * 200_000):
        fullwidth_headings("content/a.md", body, 0)
    assert time.perf_counter() - started < 2
