"""The assessment in words and numbers: one row an offer, with the reason for every verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ichsite.assess.counting import plain
from ichsite.assess.dossier import AssessedOffer, Dossier
from ichsite.assess.track_record import CraftRecord, TrackRecord
from ichsite.assess.verdicts import Verdicts
from ichsite.assess.window import Window
from ichsite.model.tier import TIER_TERMS
from ichsite.text.words import Words

_CYCLES = {
    "fit": Words("适配", "fit"),
    "communicate": Words("需沟通", "communicate"),
    "unfit": Words("不适配", "unfit"),
}
_CONSEQUENCES = {
    "fit": Words("任何直播可接单", "order in any stream"),
    "communicate": Words("说明时间后接单", "order with the time stated"),
    "unfit": Words("只展示，线下定制", "shown only, commissioned offline"),
}
_CONTROLS = {"high": Words("高", "high"), "low": Words("低", "low")}
_BY = {
    "none": Words("—", "—"),
    "firing": Words("烧成", "firing"),
    "dyeing": Words("染色", "dyeing"),
    "other": Words("其他", "other"),
}
_ROLES = {
    "traffic": Words("引流款", "traffic item"),
    "mass": Words("大众款", "mass market"),
    "premium": Words("专场", "premium stream"),
}
_COSTS = {"low": Words("低", "low"), "middle": Words("中", "middle"), "high": Words("高", "high")}
_RETURNS = {
    "made-to-order": Words(
        "定作，不适用七日无理由（消保法第 25 条）", "made to order, outside the seven days (CPL art. 25)"
    ),
    "seven-days": Words("不是定作，七日无理由（消保法第 25 条）", "not made to order, seven days by law (CPL art. 25)"),
    "promised": Words("卖家承诺，长于法律", "promised by the seller, beyond the law:"),
}
HEADINGS = (
    Words("作品", "craft"),
    Words("层级", "tier"),
    Words("交付窗口", "window"),
    Words("周期判断", "cycle"),
    Words("可控性", "control"),
    Words("成本适配", "cost fit"),
    Words("退货", "returns"),
    Words("交付记录", "record"),
)


@dataclass(frozen=True)
class Row:
    """One offer: its cells in the order of `HEADINGS`."""

    cells: tuple[Words, ...]


def rows_of(dossier: Dossier, record: CraftRecord | None = None) -> Iterator[Row]:
    """A row for each offer of a craft."""
    title = dossier.craft.value.title
    kept = dict(record.tiers) if record is not None else {}
    for assessed in dossier.offers:
        verdicts = assessed.verdicts
        tier = Words(TIER_TERMS.terms[assessed.offer.tier], assessed.offer.tier)
        yield Row(
            (
                Words(title, title),
                tier,
                _window(assessed.window),
                _cycle(verdicts),
                _control(verdicts, dossier),
                _cost(verdicts),
                _returns(verdicts),
                _kept(kept.get(assessed.offer.tier)),
            )
        )


def as_data(dossier: Dossier, record: CraftRecord | None = None) -> dict[str, Any]:
    """The same for machines: days are days, money is minor units, dates are ISO 8601."""
    return {
        "craft": dossier.craft.slug,
        "title": dossier.craft.value.title,
        "controllability": dossier.customization.value.randomness.controllability,
        "outcomes": [
            {
                "id": share.outcome,
                "count": share.count,
                "pieces": share.pieces,
                "per_mille": share.per_mille,
                "interval_95_per_mille": [share.lowest_per_mille, share.highest_per_mille],
            }
            for share in dossier.shares
        ],
        "offers": [_offer_data(assessed) for assessed in dossier.offers],
        "record": _record_data(record.whole) if record is not None else None,
    }


def _window(window: Window | None) -> Words:
    if window is None:
        return Words("没有阶段", "no stages")
    days, ready = window.days, window.delivered
    estimated = (
        Words("（放假安排未公布，按法定节日估算）", " (holidays estimated)") if window.estimated else Words("", "")
    )
    queue = (
        Words(
            f"，含排队 {window.queue_days.lowest}–{window.queue_days.highest} 天",
            f", queue {window.queue_days.lowest}–{window.queue_days.highest}",
        )
        if window.queue_days.highest
        else Words("", "")
    )
    return Words(
        f"{days.lowest}–{days.highest} 天（{ready[0]} 至 {ready[1]}{queue.zh}）{estimated.zh}",
        f"{days.lowest}–{days.highest} days ({ready[0]} to {ready[1]}{queue.en}){estimated.en}",
    )


def _cycle(verdicts: Verdicts) -> Words:
    cycle = verdicts.cycle
    if cycle is None:
        return Words("无法判断", "cannot be judged")
    if cycle.cycle == "fit":
        reason = Words(f"最长 {cycle.days} 天 ≤ {cycle.fit_up_to_days}", f"{cycle.days} days ≤ {cycle.fit_up_to_days}")
    elif cycle.cycle == "communicate":
        reason = Words(
            f"最长 {cycle.days} 天 ≤ {cycle.communicate_up_to_days}",
            f"{cycle.days} days ≤ {cycle.communicate_up_to_days}",
        )
    else:
        reason = Words(
            f"最长 {cycle.days} 天 > {cycle.communicate_up_to_days}",
            f"{cycle.days} days > {cycle.communicate_up_to_days}",
        )
    name, then = _CYCLES[cycle.cycle], _CONSEQUENCES[cycle.cycle]
    return Words(f"{name.zh}：{reason.zh}；{then.zh}", f"{name.en}: {reason.en}; {then.en}")


def _control(verdicts: Verdicts, dossier: Dossier) -> Words:
    control, by = _CONTROLS[verdicts.control.control], _BY[verdicts.control.by]
    randomness = dossier.customization.value.randomness
    if verdicts.control.control == "high":
        told = "、".join(f"{one.what} ±{plain(one.plus_minus)} {one.unit}" for one in randomness.tolerances)
        return Words(
            f"{control.zh}：按图制作，{told or '没有公差'}", f"{control.en}: as drawn, {told or 'no tolerance'}"
        )
    names = {one.id: one.name for one in randomness.outcomes}
    shares = "、".join(
        f"{names[share.outcome]} {share.count}/{share.pieces} = {share.per_mille / 10:g}%"
        f" [{share.lowest_per_mille / 10:g}–{share.highest_per_mille / 10:g}]"
        for share in dossier.shares
    )
    return Words(
        f"{control.zh}：{by.zh}，须事先披露；{shares or '没有记录'}",
        f"{control.en}: {by.en}, to be disclosed; {shares or 'no record'}",
    )


def _cost(verdicts: Verdicts) -> Words:
    cost, role = verdicts.cost, _ROLES[verdicts.cost.role]
    name, price = _COSTS[cost.cost], f"{cost.price_from / 100:g}"
    if cost.cost == "low":
        reason = f"{price} ≤ {cost.low_up_to / 100:g}"
    elif cost.cost == "middle":
        reason = f"{price} ≤ {cost.middle_up_to / 100:g}"
    else:
        reason = f"{price} > {cost.middle_up_to / 100:g}"
    return Words(f"{name.zh}：起价 {reason}；{role.zh}", f"{name.en}: from {reason}; {role.en}")


def _returns(verdicts: Verdicts) -> Words:
    words, days = _RETURNS[verdicts.returns.basis], verdicts.returns.days
    return Words(f"{words.zh} {days} 天", f"{words.en}, {days} days") if verdicts.returns.basis == "promised" else words


def _kept(record: TrackRecord | None) -> Words:
    if record is None:
        return Words("—", "—")
    on_time, count = record.on_time, record.delivered
    interval = f"[{record.lowest_per_mille / 10:g}–{record.highest_per_mille / 10:g}]"
    return Words(
        f"按时 {on_time}/{count} = {record.per_mille / 10:g}% {interval}",
        f"on time {on_time}/{count} = {record.per_mille / 10:g}% {interval}",
    )


def _record_data(record: TrackRecord) -> dict[str, Any]:
    return {
        "delivered": record.delivered,
        "on_time": record.on_time,
        "per_mille": record.per_mille,
        "interval_95_per_mille": [record.lowest_per_mille, record.highest_per_mille],
        "median_late_days": record.median_late,
        "since": record.since.isoformat(),
        "until": record.until.isoformat(),
    }


def _offer_data(assessed: AssessedOffer) -> dict[str, Any]:
    window, verdicts = assessed.window, assessed.verdicts
    return {
        "tier": assessed.offer.tier,
        "price_minor": [assessed.offer.price.lowest, assessed.offer.price.highest],
        "window": None
        if window is None
        else {
            "today": window.today.isoformat(),
            "working_days": [window.working_days.lowest, window.working_days.highest],
            "wait_days": [window.wait_days.lowest, window.wait_days.highest],
            "queue_days": [window.queue_days.lowest, window.queue_days.highest],
            "season_wait_days": [window.season_wait_days.lowest, window.season_wait_days.highest],
            "days": [window.days.lowest, window.days.highest],
            "delivered": [day.isoformat() for day in window.delivered],
            "holidays_estimated": window.estimated,
        },
        "cycle": None
        if verdicts.cycle is None
        else {
            "class": verdicts.cycle.cycle,
            "days": verdicts.cycle.days,
            "fit_up_to_days": verdicts.cycle.fit_up_to_days,
            "communicate_up_to_days": verdicts.cycle.communicate_up_to_days,
        },
        "control": {
            "class": verdicts.control.control,
            "by": verdicts.control.by,
            "duties": list(verdicts.control.duties),
        },
        "cost": {
            "class": verdicts.cost.cost,
            "role": verdicts.cost.role,
            "price_from_minor": verdicts.cost.price_from,
            "low_up_to_minor": verdicts.cost.low_up_to,
            "middle_up_to_minor": verdicts.cost.middle_up_to,
        },
        "returns": {"basis": verdicts.returns.basis, "days": verdicts.returns.days, "making": verdicts.returns.making},
    }
