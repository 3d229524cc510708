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
