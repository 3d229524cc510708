"""What the API says of how promised delivery windows were kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from ichsite.api.chance import ShareData
from ichsite.api.says import Says
from ichsite.assess.track_record import CraftRecord, TrackRecord
from ichsite.model.tier import TierName


@dataclass(frozen=True)
class RecordData:
    """Orders delivered from `since` to `until`, twelve months, and how many of them no later than the last day promised."""

    on_time: int
    delivered: int
    share: Annotated[ShareData | None, Says("null where there are too few orders to say a share.")]
    median_late_days: Annotated[
        int,
        Says("By how many calendar days the delivery in the middle came after the last day promised; below 0: before."),
    ]
    since: date
    until: date


@dataclass(frozen=True)
class TierRecordData:
    """The same of one tier."""

    tier: TierName
    record: RecordData


@dataclass(frozen=True)
class CraftRecordData:
    """The record of a craft, and of each of its tiers that has one."""

    whole: RecordData
    tiers: tuple[TierRecordData, ...]


def record_data(record: TrackRecord | None, small_sample: int) -> RecordData | None:
    """A record; None of none."""
    if record is None:
        return None
    share = ShareData(record.per_mille, record.lowest_per_mille, record.highest_per_mille)
    return RecordData(
        record.on_time,
        record.delivered,
        share if record.delivered >= small_sample else None,
        record.median_late,
        record.since,
        record.until,
    )


def craft_record_data(record: CraftRecord | None, small_sample: int) -> CraftRecordData | None:
    """A craft's record; None of none."""
    if record is None or (whole := record_data(record.whole, small_sample)) is None:
        return None
    tiers = tuple(
        TierRecordData(tier, data) for tier, one in record.tiers if (data := record_data(one, small_sample)) is not None
    )
    return CraftRecordData(whole, tiers)
