"""The track record 交付记录: of what was delivered in the last twelve months, how much came within the window promised.

on time    delivered ≤ the latest day promised; early is on time
counted    deliveries of the twelve months up to today, both days meant inclusive
interval   95 % Wilson (`ichsite.assess.share`)
late by    delivered − the latest day promised, in calendar days; the median is the lower of two middles
"""

from __future__ import annotations

from array import array
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median_low

from ichsite.assess.share import share_of
from ichsite.model.tier import TIERS, TierName

MONTHS = 12


@dataclass(frozen=True)
class DeliveryGroup:
    """The deliveries of one tier of one craft in a file: `craft` as it is called there.

    `delivered` and `latest` are days as ordinals, `rows` the numbers of the rows; all three as the bytes of C ints.
    """

    craft: str
    tier: TierName
    delivered: bytes
    latest: bytes
    rows: bytes

    @property
    def first_row(self) -> int:
        """Where it is first."""
        return array("i", self.rows)[0]


@dataclass(frozen=True)
class TrackRecord:
    """How promises were kept: `on_time` of `delivered` from `since` to `until`, the share per mille with its interval, and
    by how many days the delivery in the middle was late (below zero: early)."""

    on_time: int
    delivered: int
    per_mille: int
    lowest_per_mille: int
    highest_per_mille: int
    median_late: int
    since: date
    until: date


@dataclass(frozen=True)
class CraftRecord:
    """The record of a craft, and of each of its tiers that has one."""

    whole: TrackRecord
    tiers: tuple[tuple[TierName, TrackRecord], ...]


@dataclass(frozen=True)
class Records:
    """The record of the site, None where nothing was delivered, and of each craft by slug."""

    whole: TrackRecord | None = None
    crafts: Mapping[str, CraftRecord] = field(default_factory=dict[str, CraftRecord])

    def alone(self, slug: str) -> Records:
        """The record of one craft, and nothing else."""
        found = self.crafts.get(slug)
        return Records(None, {slug: found} if found is not None else {})


NO_RECORDS = Records()


def year_before(today: date) -> date:
    """The first of the days that count: the day after the same day a year ago."""
    return today.replace(
        year=today.year - 1, day=min(today.day, monthrange(today.year - 1, today.month)[1])
    ) + timedelta(days=1)


def future_rows(group: DeliveryGroup, today: date) -> tuple[int, ...]:
    """The rows of deliveries after `today`."""
    if max(array("i", group.delivered)) <= today.toordinal():
        return ()
    days = zip(array("i", group.delivered), array("i", group.rows), strict=True)
    return tuple(row for day, row in days if day > today.toordinal())


def records_of(groups: Iterable[DeliveryGroup], craft_of: Callable[[str], str | None], today: date) -> Records:
    """The records up to `today`; `craft_of` gives the slug for a name. What it does not know counts for the site alone."""
    first, last = year_before(today).toordinal(), today.toordinal()
    late: dict[tuple[str, TierName], list[int]] = {}
    everything: list[int] = []
    for group in groups:
        days = [
            day - latest
            for day, latest in zip(array("i", group.delivered), array("i", group.latest), strict=True)
            if first <= day <= last
        ]
        everything += days
        if days and (slug := craft_of(group.craft)) is not None:
            late.setdefault((slug, group.tier), []).extend(days)
    by_craft: dict[str, dict[TierName, list[int]]] = {}
    for (slug, tier), days in late.items():
        by_craft.setdefault(slug, {})[tier] = days
    crafts = {
        slug: CraftRecord(
            _record([day for days in tiers.values() for day in days], today),
            tuple((tier, _record(tiers[tier], today)) for tier in TIERS if tier in tiers),
        )
        for slug, tiers in sorted(by_craft.items())
    }
    return Records(_record(everything, today) if everything else None, crafts)


def _record(late: list[int], today: date) -> TrackRecord:
    on_time = sum(days <= 0 for days in late)
    share = share_of("", on_time, len(late))
    return TrackRecord(
        on_time,
        len(late),
        share.per_mille,
        share.lowest_per_mille,
        share.highest_per_mille,
        median_low(late),
        year_before(today),
        today,
    )
