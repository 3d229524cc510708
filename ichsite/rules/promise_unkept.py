"""promise-unkept: what is promised is what is kept. Where the record of twelve months says otherwise, the promise is mended.

Passes: 200 of 214 orders arrived no later than the last day promised.
Fails: half of them came later; or 60 of 80 came in time, of which the 95 % interval lies below 90 % as a whole.
Source: E-Commerce Law art. 20, deliver as promised; the study, delivery windows.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname

from ichsite.assess.track_record import TrackRecord
from ichsite.model.site import AssessmentSettings
from ichsite.model.tier import TIER_TERMS
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "promise-unkept"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every offer's record bears its promise out."""
    settings = whole.catalog.site.value.assessment
    for slug, found in whole.records.crafts.items():
        card = whole.cards[slug]
        for tier, record in found.tiers:
            message = _message(record, settings)
            at = next((at for at, offer in enumerate(card.offers) if offer.tier == tier), None)
            if message is None or at is None:
                continue
            named = Words(TIER_TERMS.terms[tier], tier)
            yield warning(
                CODE,
                FieldOf(f"{dirname(card.path)}/customization.yaml", ("offers", at, "tier")),
                Words(f"{named.zh}：{message.zh}", f"{named.en}: {message.en}"),
                Words(
                    "把阶段的天数写到真做得到的样子；接不过来，就把排队写进 queue",
                    "write the days of the stages as they really are; where orders wait, write the queue",
                ),
            )


def _message(record: TrackRecord, settings: AssessmentSettings) -> Words | None:
    count, late = record.delivered, record.delivered - record.on_time
    if record.median_late > 0 and count >= settings.small_sample:
        days = record.median_late
        return Words(
            f"近 12 个月 {count} 单里 {late} 单晚于承诺的最晚一天，居中的一单晚 {days} 天",
            f"of {count} orders in 12 months {late} came after the last day promised, the one in the middle by {days} day{'s' * (days != 1)}",
        )
    level = settings.on_time_percent
    if record.highest_per_mille >= level * 10:
        return None
    return Words(
        f"近 12 个月按时 {record.on_time}/{count} 单，95% 区间 {record.lowest_per_mille / 10:g}%–{record.highest_per_mille / 10:g}%，整个低于 {level}%",
        f"{record.on_time} of {count} orders on time in 12 months; the 95 % interval, {record.lowest_per_mille / 10:g}–{record.highest_per_mille / 10:g} %, lies below {level} % as a whole",
    )
