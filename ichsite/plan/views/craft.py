"""The view of a craft's page."""

from __future__ import annotations

from dataclasses import dataclass, field

from ichsite.assess.share import Share
from ichsite.assess.verdicts import Verdicts
from ichsite.assess.window import StageWindow, Window
from ichsite.model.craft import FixedFeature, HandStep, Level
from ichsite.model.draw import Draw
from ichsite.model.offer import Offer
from ichsite.model.production import Stage
from ichsite.model.randomness import Randomness
from ichsite.plan.views.call import CallCardView
from ichsite.plan.views.cards import MasterCardView, ShowcaseCardView, StreamCardView
from ichsite.plan.views.chrome import Chrome, Head, KeepView, Link, PictureView
from ichsite.plan.views.design_card import DesignCardView
from ichsite.plan.views.event import EventCardView
from ichsite.plan.views.figures import ChartView, ClockView, ScaleView, TimelineView
from ichsite.plan.views.idea import IdeasCardView
from ichsite.plan.views.material import ShownMaterialView
from ichsite.plan.views.poll import PollCardView
from ichsite.plan.views.promised import PromisedView
from ichsite.plan.views.record import RecordView
from ichsite.plan.views.see import SeeView
from ichsite.registry.claims import Stamp
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class StageLine:
    """A stage of production with the days between which it ends."""

    stage: Stage
    window: StageWindow


@dataclass(frozen=True)
class OfferView:
    """One tier of a craft page. `words` are the labels of options (`option`) and of their values (`option.value`).

    `plan` is the production as script counts with it (`ichsite.plan.timeline.plan_text`), empty without a window;
    `scales` are the drawings of options that mean a size, by the option's id; `examples` the pictures that show what
    a `picture` option wants, by the option's id too; `library` what options take from the material library, by its slug; `see` is the
    preview of a wish (None where it has no drawing and no size).
    """

    offer: Offer
    window: Window | None
    verdicts: Verdicts
    stages: tuple[StageLine, ...]
    words: dict[str, str]
    timeline: TimelineView | None = None
    plan: str = ""
    scales: dict[str, ScaleView] = field(default_factory=dict[str, ScaleView])
    examples: dict[str, PictureView] = field(default_factory=dict[str, PictureView])
    library: dict[str, ShownMaterialView] = field(default_factory=dict[str, ShownMaterialView])
    see: SeeView | None = None


@dataclass(frozen=True)
class OutcomeView:
    """An outcome with its share; `share` is None where the sample does not add up."""

    id: str
    name: str
    words: str
    count: int
    share: Share | None
    picture: PictureView | None


@dataclass(frozen=True)
class CraftView:
    """`pages/craft.html`: the three answers `#change`, `#days`, `#chance` and all that stands behind them.

    `pictures_page` shows the pictures large, at `#p-1`, `#p-2` … and `#outcome-<id>`; None where there are none.
    """

    chrome: Chrome
    head: Head
    title: str
    summary: str
    code: str | None
    level: Level
    category: Link
    region: Link
    tags: tuple[Link, ...]
    uses: tuple[str, ...]
    story: str
    pictures: tuple[PictureView, ...]
    fixed_features: tuple[FixedFeature, ...]
    authenticity: tuple[HandStep, ...]
    customisable: bool
    offers: tuple[OfferView, ...]
    randomness: Randomness
    outcomes: tuple[OutcomeView, ...]
    small_sample: bool
    draw: Draw | None
    masters: tuple[MasterCardView, ...]
    showcases: tuple[ShowcaseCardView, ...]
    streams: tuple[StreamCardView, ...]
    estimated_years: tuple[int, ...]
    pictures_page: UrlPath | None = None
    clock: ClockView | None = None
    chart: ChartView | None = None
    keep: KeepView | None = None
    care: str = ""
    checked: Stamp | None = None
    """What the official list bears out of the code, the region and the project; None where there is nothing to say."""
    calls: tuple[CallCardView, ...] = ()
    polls: tuple[PollCardView, ...] = ()
    ideas: tuple[IdeasCardView, ...] = ()
    designs: tuple[DesignCardView, ...] = ()
    guides: tuple[Link, ...] = ()
    """The guides of the audiences that the craft fits."""
    gallery: UrlPath | None = None
    """All showcases of the craft, where they have a page."""
    events: tuple[EventCardView, ...] = ()
    """The events about it that are not over."""
    promises: tuple[PromisedView, ...] = ()
    """What is promised of each tier today: the version, since when, where it is kept."""
    record: RecordView | None = None
    """How its delivery windows were kept; None where nothing was recorded."""
