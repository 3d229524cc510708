"""What a brief is held against: the site, what it promises today, what it ever promised."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ichsite.brief.brief import Brief
from ichsite.brief.terms import Terms


@dataclass(frozen=True)
class Promised:
    """A version of the terms of an offer, and the day since which it was published; None where that is not known."""

    version: str
    since: date | None
    terms: Terms


@dataclass(frozen=True)
class Grounds:
    """What a brief is held against: where the site lives, the version that it promises today by craft and tier, what it ever
    promised.

    `base` is the site's full address, as `https://shop.example/`; `promised` gives today's versions as well.
    """

    base: str
    current: Mapping[tuple[str, str], str]
    promised: Callable[[str], Promised | None]

    def of(self, brief: Brief) -> Promised | None:
        """The promise that a brief names; a version of another offer is none of it."""
        found = self.promised(brief.version) if brief.version else None
        same = found is not None and (found.terms.craft, found.terms.tier) == (brief.craft, brief.tier)
        return found if same else None

    def today(self, craft: str, tier: str) -> Promised | None:
        """What is promised today of a tier of a craft; None where it is not offered."""
        version = self.current.get((craft, tier))
        return self.promised(version) if version is not None else None

    def others(self, craft: str, tier: str) -> tuple[Promised, ...]:
        """What is promised today of the craft's other tiers."""
        found = (self.today(craft, other) for name, other in self.current if name == craft and other != tier)
        return tuple(one for one in found if one is not None)
