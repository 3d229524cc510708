"""The texts of crafts and streams on every platform."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from ichsite.kit.brief import TierBrief
from ichsite.kit.counting import count
from ichsite.kit.fit_findings import fit_findings
from ichsite.kit.platform import PLATFORMS, platform_book, platform_rules
from ichsite.kit.platform_text import KitSettings, platform_texts, query_of
from ichsite.kit.read_aloud import read_aloud
from ichsite.kit.subject import CraftSubject, StreamSubject, Subject, Way, craft_subject, stream_subject, zone_of
from ichsite.model.site import LinkParameter, LinkSettings, PlatformLimit, PlatformLinks
from ichsite.text.address import UrlPath
from tests.kit.conftest import Demonstration

DAY = date(2026, 11, 22)
SETTINGS = KitSettings((), (), LinkSettings(hashtags=("非遗", "手作")), "山川", "山川")


def way(slug: str, code: str = "w3ka") -> Way:
    return Way(UrlPath(f"/s/{code}/" if code else f"/crafts/{slug}/"), code)


def crafts(demonstration: Demonstration) -> Iterator[CraftSubject]:
    speech = demonstration.speech("zh-CN")
    for slug, dossier in demonstration.dossiers.items():
        yield craft_subject(dossier, way(slug), speech)


def streams(demonstration: Demonstration) -> Iterator[StreamSubject]:
    for record in demonstration.known.catalog.streams:
        held = {one.craft: (demonstration.dossiers[one.craft], way(one.craft, "ab3k")) for one in record.value.crafts}
        yield stream_subject(record.slug, record.value, held, way(record.slug), demonstration.speech("zh-CN"))


def subjects(demonstration: Demonstration) -> list[Subject]:
    return [*crafts(demonstration), *streams(demonstration)]


def vase(demonstration: Demonstration) -> CraftSubject:
    return next(one for one in crafts(demonstration) if one.slug == "celadon-vase")


def test_every_text_is_within_its_limits(demonstration: Demonstration):
    for subject in subjects(demonstration):
        texts = platform_texts(subject, SETTINGS, demonstration.speech("zh-CN"))
        assert tuple(one.platform for one in texts) == PLATFORMS
        for text in texts:
            for fitted in (text.title, text.description):
                assert fitted.fits
                assert count(fitted.text, fitted.limit.counted_in) == fitted.count <= fitted.limit.most
            assert text.title.text.startswith(subject.title)
            assert text.description.text.count("#") <= text.rules.topics.most
            assert not any(char in text.description.text for char in text.rules.forbidden)
            assert "¥" not in text.description.text, "a price may change, a pasted text cannot"


def test_what_must_be_seen_stands_first(demonstration: Demonstration):
    subject = vase(demonstration)
    for text in platform_texts(subject, SETTINGS, demonstration.speech("zh-CN")):
        lines = text.description.text.split("\n")
        assert "w 3 k a" in lines[0] if text.rules.links == "barred" else "https://example.com/s/w3ka/" in lines[0]
        assert re.search("功能定制 \\d+–\\d+ 天到手", lines[1])
        assert lines[2] == "成色由窑火定，不保证与图片一致"
        assert not text.description.hidden


def test_where_links_are_barred_there_is_no_address(demonstration: Demonstration):
    hostile = "看 https://evil.example.com/x 或 shop。cn"
    for subject in subjects(demonstration):
        if isinstance(subject, CraftSubject):
            brief = replace(subject.brief, title=f"瓶 example.com {subject.title}"[:30], summary=hostile)
            subject = replace(subject, brief=brief)
        for text in platform_texts(subject, SETTINGS, demonstration.speech("zh-CN")):
            if text.rules.links != "barred":
                continue
            assert text.address == ""
            for said in (text.title.text, text.description.text):
                assert "://" not in said
                assert not re.search(r"[A-Za-z0-9-][.。．][A-Za-z]{2}", said)


def test_without_a_code_the_words_still_lead_there(demonstration: Demonstration):
    subject = replace(vase(demonstration), way=way("celadon-vase", ""))
    douyin = platform_texts(subject, SETTINGS, demonstration.speech("zh-CN"), ["douyin"])[0]
    assert douyin.description.text.startswith("看直播间里的二维码图，或点店铺的商品卡：龙泉青瓷花瓶\n")


def test_what_takes_no_stream_orders_is_never_offered(demonstration: Demonstration):
    offline = next(one for one in crafts(demonstration) if one.slug == "dongyang-screen")
    for text in platform_texts(offline, SETTINGS, demonstration.speech("zh-CN")):
        assert "不接单，请线下委托" in text.description.text or "深度定制请线下委托" in text.description.text
        assert text.title.text == "东阳木雕座屏"
    for stream in streams(demonstration):
        assert all(tier.takes_orders for tier in stream.sold)
    assert "不接单" in read_aloud(offline, demonstration.speech("zh-CN"))


def test_a_stream_says_when_and_every_craft(demonstration: Demonstration):
    stream = next(one for one in streams(demonstration) if one.slug == "small-gifts-daily")
    text = platform_texts(stream, SETTINGS, demonstration.speech("zh-CN"), ["xiaohongshu"])[0].description.text
    assert "11月28日 周六 20:00 北京时间开播" in text.split("\n")[1]
    assert all(f"· {line.brief.title}：" in text for line in stream.lines)


def test_zones_in_words(demonstration: Demonstration):
    said = demonstration.speech("zh-CN")
    for minutes, words in ((480, "北京时间"), (540, "UTC+9"), (-210, "UTC−3:30"), (0, "UTC+0")):
        zone = timezone(timedelta(minutes=minutes))
        assert zone_of(datetime(2026, 11, 28, 20, 0, tzinfo=zone), said) == words


def test_parameters_count_visits_and_stand_before_the_anchor(demonstration: Demonstration):
    parameters = (LinkParameter(name="from", value="{platform}"), LinkParameter(name="k", value="a.{b}"))
    settings = replace(SETTINGS, kit=LinkSettings(parameters=parameters))
    text = platform_texts(vase(demonstration), settings, demonstration.speech("zh-CN"), ["youtube"])[0]
    assert text.address == "https://example.com/s/w3ka/?from=youtube&k=a.%7Bb%7D"
    assert text.address in text.description.text
    subject = replace(vase(demonstration), way=Way(UrlPath("/crafts/x/?a=b#days"), ""))
    text = platform_texts(subject, settings, demonstration.speech("zh-CN"), ["tiktok"])[0]
    assert text.address == "https://example.com/crafts/x/?a=b&from=tiktok&k=a.%7Bb%7D#days"
    assert query_of((), "douyin") == ""


def test_hostile_titles_stay_on_one_line(demonstration: Demonstration):
    subject = vase(demonstration)
    subject = replace(subject, brief=replace(subject.brief, title="<b>瓶\n#a\x1b[1m\u202e</b>"))
    for text in platform_texts(subject, SETTINGS, demonstration.speech("zh-CN")):
        assert "\n" not in text.title.text
        assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e]", text.title.text + text.description.text)
    youtube = platform_texts(subject, SETTINGS, demonstration.speech("zh-CN"), ["youtube"])[0]
    assert youtube.title.text.startswith("＜b＞瓶 #a[1m＜/b＞")


@pytest.mark.parametrize("more", [-1, 0, 1])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_essentials_at_the_limit(demonstration: Demonstration, platform: str, more: int):
    """At its limit −1 a description is refused with the numbers; at the limit and above it is there."""
    speech, subject = demonstration.speech("zh-CN"), vase(demonstration)
    rules = next(one for one in platform_rules() if one.platform == platform)
    unit = rules.description.counted_in
    one = next(one for one in PLATFORMS if one == platform)

    def texts(most: int) -> KitSettings:
        own = PlatformLimit(platform=one, part="description", most=most, counted_in=unit, as_of=DAY, source="x")
        return replace(SETTINGS, limits=(own,))

    least = min(
        platform_texts(subject, texts(5000), speech, [one])[0].description.essential,
        platform_texts(subject, texts(1), speech, [one])[0].description.essential,
    )
    made = platform_texts(subject, texts(least + more), speech, [one])
    findings = list(fit_findings(subject.title, "content/x.md", made))
    assert made[0].description.fits == (more >= 0)
    assert [found.code for found in findings if found.severity == "error"] == ([] if more >= 0 else ["kit-too-long"])
    if more < 0:
        assert f"{least - 1}" in findings[0].message.zh
        assert f"{least}" in findings[0].message.zh
        assert made[0].description.text == ""


def test_what_is_unknown_is_an_assumption_and_says_so():
    rules = {one.platform: one for one in platform_rules()}
    assert rules["taobao"].assumed == ("title", "description", "topics", "links")
    assert rules["taobao"].links == "barred"
    assert rules["youtube"].assumed == ()
    assert rules["douyin"].shown is None
    book = platform_book()
    dates = {one.as_of for one in (*book.limits, *book.links, *book.forbidden)} | {book.assumptions.as_of}
    assert dates == {DAY}
    known = [one.most for one in book.limits if one.part == "description" and one.counted_in == "characters"]
    assert book.assumptions.description == min(known)


def test_a_site_says_otherwise():
    own = PlatformLimit(platform="taobao", part="title", most=60, counted_in="han-as-two", as_of=DAY, source="店里量的")
    leads = PlatformLinks(platform="taobao", links="clickable", as_of=DAY, source="店里试的")
    rules = {one.platform: one for one in platform_rules([own], [leads])}
    assert (rules["taobao"].title.most, rules["taobao"].title.counted_in) == (60, "han-as-two")
    assert rules["taobao"].links == "clickable"
    assert rules["taobao"].assumed == ("description", "topics")


def test_a_tier_without_a_window(demonstration: Demonstration):
    subject = vase(demonstration)
    bare = TierBrief("function", "功能定制", "¥1", "", takes_orders=True, arrival="功能定制 工期还没有写，下单前请先问")
    subject = replace(subject, brief=replace(subject.brief, tiers=(bare,)))
    text = platform_texts(subject, SETTINGS, demonstration.speech("zh-CN"), ["douyin"])[0]
    assert text.description.text.split("\n")[1] == "功能定制 工期还没有写，下单前请先问"
    assert text.title.text == "龙泉青瓷花瓶"
