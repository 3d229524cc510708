"""The views of promises: one version of what an offer promises, what changed from one to the next, the list of changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ichsite.brief.changes import Change
from ichsite.brief.clause import Part
from ichsite.model.craft import FixedFeature, HandStep
from ichsite.model.randomness import Randomness
from ichsite.model.span import PriceRange
from ichsite.model.tier import TierName
from ichsite.plan.views.cards import Pager
from ichsite.plan.views.chrome import Chrome, Head
from ichsite.plan.views.craft import OfferView, OutcomeView
from ichsite.text.address import UrlPath

PromiseState = Literal["holds", "replaced", "gone"]


@dataclass(frozen=True)
class VersionView:
    """A time in which a version held; `until` is the day on which another took its place, None where none did."""

    version: str
    url: UrlPath
    since: date
    until: date | None = None


@dataclass(frozen=True)
class PartChangesView:
    """What became otherwise in one part of a promise."""

    part: Part
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class ChangesView:
    """What became otherwise from one version to the next, by part; `other` is the version on the other side.

    `before` and `after` hold the words of the options that limits name.
    """

    other: VersionView
    parts: tuple[PartChangesView, ...]
    before: OfferView
    after: OfferView


@dataclass(frozen=True)
class PromiseView:
    """`pages/promise.html`: one version of a promise. It holds today, or another took its place, or its offer is gone.

    What holds today stands on the craft's own page; `offers` has the whole of any other (one item), with what the
    partials of a craft's page ask for beside it. `history` begins with the newest.
    """

    chrome: Chrome
    head: Head
    title: str
    tier: TierName
    version: str
    state: PromiseState
    craft: UrlPath | None
    price: PriceRange
    history: tuple[VersionView, ...]
    terms_file: UrlPath
    former: ChangesView | None = None
    later: ChangesView | None = None
    offers: tuple[OfferView, ...] = ()
    fixed_features: tuple[FixedFeature, ...] = ()
    authenticity: tuple[HandStep, ...] = ()
    randomness: Randomness | None = None
    outcomes: tuple[OutcomeView, ...] = ()
    small_sample: bool = False
    customisable: bool = True
    seller: str = ""


@dataclass(frozen=True)
class PromiseStepView:
    """One change of a promise in the list: the version that came, its day, the parts that became otherwise."""

    version: VersionView
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class OfferPromisesView:
    """The promises of one tier: the version that holds (None: no longer offered) and the last changes, newest first."""

    tier: TierName
    holds: VersionView | None
    last: VersionView
    versions: int
    steps: tuple[PromiseStepView, ...]


@dataclass(frozen=True)
class CraftPromisesView:
    """A craft whose promises changed, or that is gone; `craft` is its page, None where there is none."""

    title: str
    craft: UrlPath | None
    offers: tuple[OfferPromisesView, ...]


@dataclass(frozen=True)
class PromisesView:
    """`pages/promises.html`: what changed, craft by craft, the newest change first; `versions` and `crafts` count all."""

    chrome: Chrome
    head: Head
    entries: tuple[CraftPromisesView, ...]
    pager: Pager
    versions: int
    crafts: int
