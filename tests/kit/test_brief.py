"""A craft in a few words: three spoken sentences, and the honest word on chance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ichsite.kit.brief import brief_of
from tests.kit.conftest import Demonstration


def test_a_craft_with_chance(demonstration: Demonstration):
    brief = brief_of(demonstration.dossiers["celadon-vase"], demonstration.speech("zh-CN"))
    function, deep = brief.tiers
    assert (function.name, function.price, function.takes_orders) == ("功能定制", "¥880–1,560", True)
    assert function.days.endswith(" 天")
    assert not deep.takes_orders
    assert brief.change.startswith("功能定制能改内口口径、瓶高、釉色意愿")
    assert brief.change.endswith("有 3 处从不改动。")
    assert brief.days.startswith("从书面确认那天算起，排队和路上都算在内，功能定制 ")
    assert "直播里不接单，请线下委托" in brief.days
    assert "最近 412 件里，" in brief.chance
    assert "粉青 187 件" in brief.chance
    assert brief.notice == "成色由窑火定，不保证与图片一致"


def test_a_craft_without_chance(demonstration: Demonstration):
    brief = brief_of(demonstration.dossiers["silver-plaque"], demonstration.speech("zh-CN"))
    assert brief.chance.startswith("照您确认的图做，允许的误差是牌的宽和高 ±0.3 毫米")
    assert brief.notice == ""


def test_in_english(demonstration: Demonstration):
    brief = brief_of(demonstration.english["celadon-vase"], demonstration.speech("en"))
    assert brief.change.startswith("In Function you choose Width of the mouth, inside, Height")
    assert "never ordered in a stream" in brief.days
    assert brief.chance.endswith("which one yours will be nobody can promise.")
    assert brief.notice == "The kiln decides: the picture is no promise"


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_each_sentence_is_one(demonstration: Demonstration, language: str):
    spoken = "zh-CN" if language == "zh-CN" else "en"
    dossiers = demonstration.dossiers if spoken == "zh-CN" else demonstration.english
    for slug, dossier in dossiers.items():
        brief = brief_of(dossier, demonstration.speech(spoken))
        for sentence in (brief.change, brief.days, brief.chance):
            assert sentence.count("。" if spoken == "zh-CN" else ". ") == (1 if spoken == "zh-CN" else 0), slug
            assert sentence.endswith("。" if spoken == "zh-CN" else "."), slug
            assert "\n" not in sentence


def test_without_stages_the_days_are_to_be_asked_for(demonstration: Demonstration):
    dossier = demonstration.dossiers["tie-dye-tote"]
    bare = replace(dossier.offers[0], window=None, verdicts=replace(dossier.offers[0].verdicts, cycle=None))
    brief = brief_of(replace(dossier, offers=(bare,)), demonstration.speech("zh-CN"))
    assert brief.tiers[0].days == ""
    assert brief.tiers[0].takes_orders
    assert brief.days == "元素定制 工期还没有写，下单前请先问。"


def test_what_is_not_customised_says_so(demonstration: Demonstration):
    dossier = demonstration.dossiers["tie-dye-tote"]
    custom = replace(dossier.customization, value=replace(dossier.customization.value, customisable=False))
    brief = brief_of(replace(dossier, customization=custom), demonstration.speech("zh-CN"))
    assert brief.change == "这件不做定制，照现样卖。"


def test_outcomes_that_were_not_counted_are_named_without_numbers(demonstration: Demonstration):
    dossier = demonstration.dossiers["celadon-vase"]
    value = dossier.customization.value
    bare = replace(value, randomness=replace(value.randomness, sample=None))
    brief = brief_of(
        replace(dossier, customization=replace(dossier.customization, value=bare)), demonstration.speech("zh-CN")
    )
    assert "出来过梅子青、粉青、豆青、意外开片" in brief.chance
    assert " 件" not in brief.chance
