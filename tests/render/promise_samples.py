"""Views of promises: one that holds, one that was replaced by terms in which every kind of thing is otherwise, their list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ichsite.brief.changes import changes
from ichsite.brief.terms import Promiser, Terms, terms_from
from ichsite.model.craft import Craft, FixedFeature, HandStep
from ichsite.model.offer import Offer
from ichsite.model.randomness import Randomness, Sample
from ichsite.model.span import DayRange, PriceRange
from ichsite.plan.promise_page import changed_view, offer_view
from ichsite.plan.views import (
    Chrome,
    CraftPromisesView,
    Head,
    OfferPromisesView,
    OutcomeView,
    PromisedView,
    PromiseStepView,
    PromisesView,
    PromiseView,
    VersionView,
)
from ichsite.plan.views.cards import Pager
from ichsite.text.address import UrlPath

FIRST, SECOND = "0123456789", "abcdef0123"
URL, NEXT = UrlPath(f"/promises/{FIRST}/"), UrlPath(f"/promises/{SECOND}/")
OLD = VersionView(FIRST, URL, date(2026, 11, 22), date(2026, 12, 1))
NEW = VersionView(SECOND, NEXT, date(2026, 12, 1))
PROMISED = PromisedView("function", SECOND, NEW.since, NEXT)
_PROMISER = Promiser("山川手作社", "zh-CN", "CNY", (("function", "功能定制"),))


def terms(offer: Offer, randomness: Randomness) -> Terms:
    """What an offer promises."""
    craft = Craft(
        title="青瓷花瓶", summary="一只瓶", category="VIII", region="龙泉",
        fixed_features=(FixedFeature(feature="釉", reason="所以叫青瓷"),),
        authenticity=(HandStep(step="拉坯", by="both", who="作坊"),),
    )  # fmt: skip
    return terms_from(craft, randomness, offer, craft="vase", promiser=_PROMISER)


def otherwise(old: Terms) -> Terms:
    """Terms in which something of every part is otherwise, added or gone."""
    first, *stages = old.stages
    return replace(
        old,
        title="花瓶",
        price=PriceRange(lowest=old.price.lowest, highest=old.price.highest + 50),
        currency="USD",
        options=old.options[1:],
        limits=old.limits[1:],
        boundaries=(),
        fixed_features=(),
        authenticity=(HandStep(step="拉坯", by="hand", who="叶"),),
        stages=(replace(first, working_days=DayRange(7, 9), change="paid", change_cost=900, change_percent=30), *stages),
        randomness=replace(
            old.randomness,
            tolerances=(),
            outcomes=tuple(replace(one, count=one.count + 1) for one in old.randomness.outcomes),
            sample=Sample(pieces=500, since=date(2025, 3, 1), until=date(2026, 10, 30)),
            outside=None,
        ),
        returns=replace(old.returns, basis="promised", days=9),
        after_sale=replace(old.after_sale, inspection_days=14),
    )  # fmt: skip


def promise_views(chrome: Chrome, head: Head, offer: Offer, randomness: Randomness) -> tuple[PromiseView, ...]:
    """The old version with everything in it, the new one, and one whose craft is gone."""
    old = terms(offer, randomness)
    new = otherwise(old)
    assert {one.part for one in changes(old, new)} >= {"price", "options", "limits", "days", "chance", "returns"}
    shown = PromiseView(
        chrome=chrome,
        head=replace(head, url=URL, indexed=False),
        title="青瓷花瓶",
        tier="function",
        version=FIRST,
        state="replaced",
        craft=UrlPath("/crafts/vase/"),
        price=old.price,
        history=(NEW, OLD),
        terms_file=UrlPath(f"{URL}terms.json"),
        later=changed_view(NEW, old, new),
        offers=(offer_view(old),),
        fixed_features=old.fixed_features,
        authenticity=old.authenticity,
        randomness=randomness,
        outcomes=tuple(OutcomeView(one.id, one.name, one.words, one.count, None, None) for one in randomness.outcomes),
        small_sample=True,
        seller=old.seller,
    )
    holds = replace(
        shown,
        version=SECOND,
        state="holds",
        later=None,
        offers=(),
        seller="",
        former=changed_view(OLD, old, new),
    )
    gone = replace(shown, state="gone", craft=None, later=None, former=changed_view(NEW, new, old), history=(OLD,))
    same = replace(holds, former=changed_view(OLD, old, old))
    return shown, holds, gone, same


def promises_view(chrome: Chrome, head: Head, pager: Pager) -> PromisesView:
    """The list: one that changed, one that is gone."""
    steps = (PromiseStepView(NEW, ("price", "chance")), PromiseStepView(OLD, ()))
    held = OfferPromisesView("function", NEW, NEW, 2, steps)
    entries = (
        CraftPromisesView("青瓷花瓶", UrlPath("/crafts/vase/"), (held,)),
        CraftPromisesView("旧盘", None, (OfferPromisesView("deep", None, OLD, 1, ()),)),
    )
    return PromisesView(chrome, head, entries, pager, 3, 2)
