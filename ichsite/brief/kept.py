"""Every promise of a site: what was ever published, what holds today, and what a build has to write down.

Pure functions of what was read, of what is offered and of the day; entered again, nothing is due.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ichsite.brief.promise import Glance, Offered, PromiseName, Since


@dataclass(frozen=True)
class Kept:
    """A version: its offer, the times since which it held, the little that lists need; `key` is where its text lies."""

    name: PromiseName
    since: tuple[Since, ...]
    glance: Glance
    key: bytes

    @property
    def version(self) -> str:
        """Ten hex digits."""
        return self.name.version


@dataclass(frozen=True)
class Period:
    """A time in which a version held. `until` is the day on which another took its place, None where it still holds or
    where its offer is gone."""

    version: str
    since: Since
    until: date | None


@dataclass(frozen=True)
class Due:
    """A version that has to be written down: with the times since which it held, the new one last."""

    name: PromiseName
    since: tuple[Since, ...]


@dataclass(frozen=True)
class Promises:
    """All versions, in the order of their offers; `today` are those that hold, by offer."""

    kept: tuple[Kept, ...] = ()
    today: Mapping[Offered, str] = field(default_factory=dict[Offered, str])

    @cached_property
    def by_version(self) -> Mapping[str, Kept]:
        """The versions by their hex digits."""
        return {one.version: one for one in self.kept}

    @cached_property
    def of_offer(self) -> Mapping[Offered, tuple[Kept, ...]]:
        """The versions of each offer."""
        return _by_offer(self.kept)

    def periods(self, offer: Offered) -> tuple[Period, ...]:
        """The times of an offer's versions, the first one first."""
        times = _times(self.of_offer.get(offer, ()))
        after = (*(since.day for since, _ in times[1:]), None)
        return tuple(Period(version, since, until) for (since, version), until in zip(times, after, strict=True))

    @cached_property
    def changed(self) -> tuple[str, ...]:
        """The ids of the crafts of which an offer changed or is gone, the one whose last time is the latest first."""
        last: defaultdict[str, list[Since]] = defaultdict(list)
        for offer, versions in self.of_offer.items():
            times = _times(versions)
            if len(times) > 1 or offer not in self.today:
                last[offer[0]].append(times[-1][0])
        return tuple(sorted(sorted(last), key=lambda id: max(last[id]), reverse=True))


def due(kept: Iterable[Kept], offered: Mapping[Offered, str], day: date) -> tuple[Due, ...]:
    """What has to be written down where these versions are `offered` on a day.

    An offer that comes to other terms does so on that day; where the clock went back, on the day of its last change.
    """
    of_offer = _by_offer(kept)
    found: list[Due] = []
    for offer, version in offered.items():
        versions = of_offer.get(offer, ())
        times = _times(versions)
        if times and times[-1][1] == version:
            continue
        on = max((day, *(since.day for since, _ in times[-1:])))
        turn = 1 + max((since.turn for since, _ in times if since.day == on), default=0)
        before = next((one.since for one in versions if one.version == version), ())
        found.append(Due(PromiseName(*offer, version), (*before, Since(on, turn))))
    return tuple(found)


def _by_offer(kept: Iterable[Kept]) -> dict[Offered, tuple[Kept, ...]]:
    found: defaultdict[Offered, list[Kept]] = defaultdict(list)
    for one in kept:
        found[one.name.offer].append(one)
    return {offer: tuple(versions) for offer, versions in found.items()}


def _times(versions: Iterable[Kept]) -> list[tuple[Since, str]]:
    return sorted((since, one.version) for one in versions for since in one.since)
