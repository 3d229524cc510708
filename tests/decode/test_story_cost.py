"""What would take Python-Markdown for ever is refused at once; what is read is read in time."""

from __future__ import annotations

import time

import pytest

from ichsite.decode import story
from ichsite.decode.story import decode_story
from ichsite.decode.story_cost import MAX_CHARACTERS

LONG = {
    "brackets-across-comments": ("[" * 390 + "<!--\n\n-->") * 45,
    "footnotes": "[^1]: a\n\n" + "[^1]\n\n" * 3_000,
    "underlined-headings": "a\n=\n" * 4_900,
    "headings": "# a\n" * 4_900,
    "headings-in-lists": "- # a\n" * 3_300,
    "tilde-fences": "~~~a\n\n" * 3_300,
    "fences": "```\n\n" * 3_900,
    "brackets": ("[" * 390 + "\n\n") * 50,
    "open-comments": "<!--\n\n" * 3_300,
}


@pytest.mark.parametrize("name", LONG)
def test_many_of_one_mark_in_a_story(name: str) -> None:
    assert len(LONG[name]) <= MAX_CHARACTERS + 1_000
    started = time.process_time()
    _, findings = decode_story("a.md", LONG[name], 0)
    assert [one.code for one in findings] == ["markdown-too-costly"]
    assert time.process_time() - started < 0.5


def test_a_story_has_an_end() -> None:
    _, findings = decode_story("a.md", "字" * (MAX_CHARACTERS + 1), 0)
    assert [one.code for one in findings] == ["markdown-too-costly"]
    _, findings = decode_story("a.md", "一段话。\n\n" * (MAX_CHARACTERS // 6), 0)
    assert findings == ()


def test_a_comment_costs_nothing_and_moves_no_line() -> None:
    _, findings = decode_story("a.md", "a <!-- " + "[" * 800 + "\n\n --> b\n\n" + "[" * 401, 0)
    (only,) = findings
    assert str(only.where) == "a.md:5:1"


def test_the_time_is_the_net_under_the_caps(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_text: str) -> str:
        while True:
            pass

    monkeypatch.setattr(story, "_prepared", endless)
    monkeypatch.setattr(story, "SECONDS", 0.05)
    told, findings = decode_story("a.md", "一段话。", 3)
    assert told.parts == ()
    assert [(one.code, str(one.where)) for one in findings] == [("markdown-too-costly", "a.md:4:1")]
