"""From a dossier's offers, outcomes and draw to what is published of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ichsite.api.chance import (
    DrawData,
    LotData,
    NamedWords,
    OutcomeData,
    RandomnessData,
    SampleData,
    ShareData,
    ToleranceData,
)
from ichsite.api.chosen import limit_of, option_of, why
from ichsite.api.craft import (
    CostData,
    CycleData,
    OfferData,
    OrderData,
    PromiseData,
    QueueData,
    ReturnsData,
    StageData,
    StageMonths,
    WindowData,
    Wish,
)
from ichsite.api.values import Picture, days_of, digits, price_of
from ichsite.assess.dossier import AssessedOffer, Dossier
from ichsite.assess.verdicts import control_verdict
from ichsite.assess.window import StageWindow, Window
from ichsite.model.draw import Draw
from ichsite.model.offer import Offer
from ichsite.model.production import Production, Stage

Shown = Callable[[str, str, str, str, bool, bool], Picture | None]
"""A picture of a file, by that file, the name in it, and the words and labels of this use."""


def offer_of(
    assessed: AssessedOffer,
    currency: str,
    examples: Mapping[str, Picture],
    materials: Mapping[str, str],
    promise: PromiseData | None,
) -> OfferData:
    """One tier; `materials` are the ids of what its options take of the library, by the folders' names."""
    offer, verdicts = assessed.offer, assessed.verdicts
    cycle, cost = verdicts.cycle, verdicts.cost
    window = None
    if offer.production is not None and assessed.window is not None:
        window = _window(offer.production, assessed.window)
    return OfferData(
        tier=offer.tier,
        summary=offer.summary,
        making=offer.making,
        price=price_of(offer.price, currency),
        master_takes_part=offer.master_takes_part,
        options=tuple(option_of(one, examples, materials) for one in offer.options),
        limits=tuple(map(limit_of, offer.limits)),
        wishes=tuple(Wish(one.wish, one.verdict, why(one.reason)) for one in offer.boundaries),
        window=window,
        cycle=CycleData(cycle.cycle, cycle.days, cycle.fit_up_to_days, cycle.communicate_up_to_days) if cycle else None,
        takes_orders=cycle is None or cycle.takes_stream_orders,
        cost=CostData(cost.cost, cost.role, cost.low_up_to, cost.middle_up_to),
        order=OrderData(offer.order.platform, offer.order.label, offer.order.url) if offer.order else None,
        commission=offer.commission,
        returns=_returns(assessed, offer),
        promise=promise,
    )


def randomness_of(dossier: Dossier, shown: Shown) -> RandomnessData:
    """The chance in a craft, with its cases."""
    one, path = dossier.customization.value.randomness, dossier.customization.path
    shares = {
        each.outcome: ShareData(each.per_mille, each.lowest_per_mille, each.highest_per_mille)
        for each in dossier.shares
    }
    outcomes = tuple(
        OutcomeData(
            each.id,
            each.name,
            each.words,
            each.count,
            shares.get(each.id),
            shown(
                path,
                each.picture.file,
                each.picture.alt or "",
                each.picture.caption or "",
                each.picture.illustration,
                each.picture.ai_generated,
            )
            if each.picture is not None
            else None,
        )
        for each in one.outcomes
    )
    sample = one.sample
    return RandomnessData(
        controllability=one.controllability,
        by=one.by,
        duties=control_verdict(one).duties,
        factors=tuple(NamedWords(each.name, each.effect) for each in one.factors),
        tolerances=tuple(ToleranceData(each.what, digits(each.plus_minus), each.unit) for each in one.tolerances),
        outcomes=outcomes,
        sample=SampleData(sample.pieces, sample.since, sample.until, sample.note) if sample is not None else None,
        alternatives=tuple(NamedWords(each.name, each.words) for each in one.alternatives),
        outside=one.outside,
    )


def draw_of(draw: Draw | None) -> DrawData | None:
    """A draw."""
    if draw is None:
        return None
    lots = tuple(LotData(one.name, digits(one.odds_percent), one.worth) for one in draw.lots)
    return DrawData(draw.title, draw.price, lots, draw.rules, draw.least_age, draw.age_notice)


def _window(production: Production, window: Window) -> WindowData:
    queue = production.queue
    return WindowData(
        days=days_of(window.days),
        delivered=window.delivered,
        ready=window.ready,
        working_days=days_of(window.working_days),
        wait_days=days_of(window.wait_days),
        queue_days=days_of(window.queue_days),
        season_wait_days=days_of(window.season_wait_days),
        shipping_days=days_of(production.shipping_days),
        cycle_days=days_of(window.cycle_days),
        estimated=window.estimated,
        stages=tuple(_stage(*pair) for pair in zip(production.stages, window.stages, strict=True)),
        queue=QueueData(queue.orders_waiting, digits(queue.orders_per_week), queue.counted) if queue else None,
    )


def _stage(stage: Stage, window: StageWindow) -> StageData:
    season = stage.season
    return StageData(
        name=stage.name,
        working_days=days_of(stage.working_days),
        wait_days=days_of(stage.wait_days),
        wait_for=stage.wait_for,
        actor=stage.actor,
        season=StageMonths(season.months, season.force, season.reason) if season is not None else None,
        confirms=stage.confirms,
        revisions=stage.revisions,
        change=stage.change,
        change_cost_minor=stage.change_cost,
        change_percent=stage.change_percent,
        change_note=stage.change_note,
        ends=window.ends,
    )


def _returns(assessed: AssessedOffer, offer: Offer) -> ReturnsData:
    right, after = assessed.verdicts.returns, offer.after_sale
    return ReturnsData(
        *(right.basis, right.days, offer.returns_words, after.inspection_days),
        *(after.repair, after.remake, after.price_cut, after.cancelling),
    )
