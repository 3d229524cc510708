"""Rules about the seller's words: returns, cancelling, hand work, titles."""

from __future__ import annotations

from typing import Any

import pytest

from ichsite.rules import handmade_claim, no_cancelling, returns_refused, title_not_official
from tests.rules.sample import PLAQUE, VASE, dossier, said


def offers(**changes: Any) -> Any:
    def edit(plain: Any) -> None:
        plain["offers"][0].update(changes)

    return edit


def after_sale(**changes: str) -> Any:
    def edit(plain: Any) -> None:
        plain["offers"][0]["after_sale"].update(changes)

    return edit


@pytest.mark.parametrize("words", ["概不退换", "不退不换", "一经售出，概不负责", "不支持退货", "No returns"])
@pytest.mark.parametrize("making", ["ready-made", "one-off"])
def test_the_law_gives_seven_days_unless_made_to_order(words: str, making: str) -> None:
    found = list(returns_refused.check(dossier(VASE, offers(making=making, returns_words=words))))
    assert said(found) == [("error", ("offers", 0, "returns_words"))]
    assert list(returns_refused.check(dossier(VASE, offers(returns_words=words)))) == []


def test_a_promise_binds() -> None:
    found = list(returns_refused.check(dossier(VASE, offers(returns_days="7", returns_words="定作不退换"))))
    assert "7 天" in found[0].message.zh


def test_texts_of_another_offer_do_not_count() -> None:
    def edit(plain: Any) -> None:
        other = {**plain["offers"][0], "tier": "element", "making": "ready-made"}
        plain["offers"].append(other)
        plain["offers"][0]["summary"] = "定作，不退换"

    assert list(returns_refused.check(dossier(VASE, edit))) == []


def test_cancelling() -> None:
    barred = after_sale(cancelling="下单后不可取消")
    assert said(no_cancelling.check(dossier(PLAQUE, barred))) == [
        ("warning", ("offers", 0, "after_sale", "cancelling"))
    ]
    assert list(no_cancelling.check(dossier(PLAQUE))) == []


def test_cancelling_of_a_ready_made_piece_is_left_to_the_right_of_return() -> None:
    def edit(plain: Any) -> None:
        offers(making="ready-made")(plain)
        after_sale(cancelling="不可取消")(plain)

    assert list(no_cancelling.check(dossier(PLAQUE, edit))) == []


def test_hand_work_is_claimed_where_all_of_it_is() -> None:
    def claims(plain: Any) -> None:
        plain["summary"] = "百分百手工"

    def machine(plain: Any) -> None:
        claims(plain)
        plain["authenticity"][0]["by"] = "machine"

    assert list(handmade_claim.check(dossier(PLAQUE, craft=claims))) == []
    assert said(handmade_claim.check(dossier(PLAQUE, craft=machine))) == [("error", ("summary",))]


@pytest.mark.parametrize(
    ("story", "count"), [("非遗大师主刀。", 1), ("世上没有“非遗大师”这个称号。", 0), ("他是工艺美术大师。", 0)]
)
def test_titles(story: str, count: int) -> None:
    assert len(list(title_not_official.check(dossier(story=story)))) == count


@pytest.mark.parametrize(
    "words",
    [
        "不支持七天无理由退货",
        "不支持 7 天无理由",
        "不适用七日内无理由退货",
        "非质量问题不退",
        "没有质量问题不退",
        "无质量问题，不予退换",
        "拆封不退",
        "不退，不换",
        "不退、不换",
        "请谅解不能退",
        "概不退款",
        "恕不退",
        "一律不退",
        "不接受任何理由退货",
        "不予办理退货",
        "谢绝退换",
        "刻了字的不可以退",
    ],
)
def test_a_refusal_is_found_however_it_is_put(words: str) -> None:
    assert len(list(returns_refused.check(dossier(VASE, offers(making="ready-made", returns_words=words))))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "支持七天无理由退货",
        "有质量问题包退",
        "不是不退",
        "七日内无理由可退",
        "能不能退？七天内可以",
        "可不可以退，看法律怎么写",
        "支不支持退货，先问一句",
        "蓝底不退色",
        "退不退都由您",
        "超过七天不退",
        "七天后不退",
        "人为损坏不退",
        "来回运费不退",
        "坯要退火，不能退火过急",
        "不满意可以退",
    ],
)
def test_what_is_no_refusal(words: str) -> None:
    assert list(returns_refused.check(dossier(VASE, offers(making="ready-made", returns_words=words)))) == []


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("下单后不能退单", 1),
        ("定金不退", 1),
        ("订金概不退还", 1),
        ("拍下不可撤单", 1),
        ("不支持取消", 1),
        ("付款后恕不退订", 1),
        ("下单后无法取消", 1),
        ("完工前可以取消，定金按已做部分结算", 0),
        ("定金可退", 0),
        ("能不能取消？完工前都可以", 0),
        ("完工后不能取消", 0),
        ("不是不能取消", 0),
    ],
)
def test_cancelling_is_barred_in_many_words(words: str, count: int) -> None:
    assert len(list(no_cancelling.check(dossier(PLAQUE, after_sale(cancelling=words))))) == count


@pytest.mark.parametrize(
    ("story", "count"),
    [
        ("非遗工艺大师叶师傅。", 1),
        ("国大师监制。", 1),
        ("国家级非遗大师。", 1),
        ("非物质文化遗产剪纸大师。", 1),
        ("中国工艺美术大师。", 0),
        ("中国大师的作品。", 0),
        ("省级非遗传承人、工艺美术大师。", 0),
        ("非遗与大师之间。", 0),
    ],
)
def test_titles_in_many_words(story: str, count: int) -> None:
    assert len(list(title_not_official.check(dossier(story=story)))) == count
