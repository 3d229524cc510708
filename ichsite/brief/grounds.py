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
    """What a brief is held against: where the site lives, what it promises today by craft and tier, what it ever promised.

    `base` is the site's full address, as `https://shop.example/`.
    """

    base: str
    current: Mapping[tuple[str, str], Promised]
    promised: Callable[[str], Promised | None]

    def of(self, brief: Brief) -> Promised | None:
        """The promise that a brief names; a version of another offer is none of it."""
        found = self.promised(brief.version) if brief.version else None
        same = found is not None and (found.terms.craft, found.terms.tier) == (brief.craft, brief.tier)
        return found if same else None
