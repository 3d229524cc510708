"""Terms of an offer with one option of each kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ichsite.brief.terms import Returns, Terms
from ichsite.model.craft import FixedFeature
from ichsite.model.production import Stage
from ichsite.model.randomness import Outcome, Randomness, Sample
from ichsite.text.words import Language
from tests.assess.offers import offer
from tests.brief.chosen import DAY

CHANCE = Randomness(
    controllability="low",
    by="firing",
    outcomes=(
        Outcome(id="green", name="梅子青", words="厚釉", count=63),
        Outcome(id="pale", name="粉青", words="薄釉", count=87),
    ),
    sample=Sample(pieces=150, since=DAY, until=DAY),
)
STAGES = (
    Stage(name="打样", change="free", revisions=2),
    Stage(name="描稿", change="paid", change_cost=5000),
    Stage(name="錾刻"),
    Stage(name="抛光"),
)


def terms(*limits: str, required: tuple[str, ...] = ("width",), **changed: Any) -> Terms:
    """The terms; each limit is a YAML flow mapping as in `tests.assess.offers`."""
    one = offer(*limits, required=required)
    language: Language = "zh-CN"
    made = Terms(
        craft="plaque",
        title="刻字牌",
        tier="element",
        tier_name="元素定制",
        language=language,
        making="made-to-order",
        currency="CNY",
        price=replace(one.price, lowest=88_000, highest=156_000),
        fixed_features=(
            FixedFeature(feature="纹样正中", reason="老样子"),
            FixedFeature(feature="卷边", reason="不割手"),
        ),
        options=one.options,
        limits=one.limits,
        stages=STAGES,
        randomness=CHANCE,
        returns=Returns(basis="made-to-order"),
        after_sale=one.after_sale,
        seller="试作坊",
    )
    return replace(made, **changed)
