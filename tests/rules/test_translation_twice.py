"""One word for two names: however they come to it, one of two pages would have no counterpart."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from ichsite.model.record import Record
from ichsite.model.story import Story
from ichsite.model.translation import Translation
from ichsite.rules.translation_twice import twice


def found(tags: tuple[str, ...], region: str, **words: str) -> list[str]:
    shared = Record(
        kind="site",
        slug=cast("Any", "site"),
        path="site.en.yaml",
        value=Translation("en", "site.yaml", (), tuple(words.items())),
        story=Story(()),
    )
    card = cast("Any", SimpleNamespace(tags=tags, region=region))
    return [one.message.en for one in twice(shared, [card])]


@pytest.mark.parametrize(
    ("tags", "region", "words", "said"),
    [
        (("花器", "花瓶"), "浙江", {"花器": "vases", "花瓶": "vases"}, "“花器” and “花瓶” are both “vases”"),
        (("龙泉窑",), "龙泉", {"龙泉窑": "Longquan", "龙泉": "Longquan"}, "“龙泉窑” and “龙泉” are both “Longquan”"),
        (
            ("青瓷", "celadon"),
            "浙江",
            {"青瓷": "celadon"},
            "“青瓷” is “celadon”, which another tag or region is called",
        ),
    ],
)
def test_one_word_for_two(tags: tuple[str, ...], region: str, words: dict[str, str], said: str) -> None:
    assert found(tags, region, **words) == [said]


def test_one_name_for_a_tag_and_a_region_is_one() -> None:
    assert found(("浙江", "青瓷"), "浙江", 浙江="Zhejiang", 青瓷="celadon", 没用="celadon") == []
