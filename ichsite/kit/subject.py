"""What a kit is made for: a craft, or a stream with its crafts and what a reader can take part in before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from ichsite.assess.dossier import Dossier
from ichsite.kit.brief import Brief, TierBrief, brief_of
from ichsite.model.event import EventKind
from ichsite.model.platform import Platform
from ichsite.model.span import DayRange
from ichsite.model.stream import Stream, StreamCraft
from ichsite.model.tier import TierName
from ichsite.text.address import UrlPath

if TYPE_CHECKING:
    from ichsite.render.filters import Speech

SubjectKind = Literal["stream", "craft"]


@dataclass(frozen=True)
class Way:
    """How a subject is reached: its short address below the site's base, and its short code (empty without one)."""

    short: UrlPath
    code: str


@dataclass(frozen=True)
class CraftSubject:
    """A craft with all that its texts and cards say. `care` is how the piece is looked after, empty where unsaid;
    `story` is how the story of its making begins."""

    slug: str
    brief: Brief
    way: Way
    tags: tuple[str, ...]
    care: str
    story: str

    @property
    def kind(self) -> SubjectKind:
        """`craft`."""
        return "craft"

    @property
    def title(self) -> str:
        """The craft's name."""
        return self.brief.title


@dataclass(frozen=True)
class StreamLine:
    """A craft in a stream: the tiers that may be ordered in it, and those that it only shows."""

    brief: Brief
    way: Way
    sold: tuple[TierBrief, ...]
    shown: tuple[TierBrief, ...]


AskedKind = Literal["call", "poll", "event"]


@dataclass(frozen=True)
class AskedLine:
    """What a reader can take part in: a call for ideas or a poll, by its question and its last day; an event by its title
    and its first day, or its last one once it runs (`until`)."""

    kind: AskedKind
    words: str
    day: date
    way: Way
    event: EventKind | None = None
    until: bool = True


@dataclass(frozen=True)
class StreamSubject:
    """A stream with its crafts; `when` is said in its own zone, with the zone in words."""

    slug: str
    title: str
    summary: str
    platform: Platform
    when: str
    lines: tuple[StreamLine, ...]
    way: Way
    asked: tuple[AskedLine, ...] = ()

    @property
    def kind(self) -> SubjectKind:
        """`stream`."""
        return "stream"

    @property
    def sold(self) -> tuple[TierBrief, ...]:
        """Every tier that may be ordered in the stream."""
        return tuple(tier for line in self.lines for tier in line.sold)

    @property
    def days(self) -> DayRange | None:
        """From the soonest to the latest arrival of what is sold; None where nothing with a window is."""
        windows = [tier.window for tier in self.sold if tier.window is not None]
        if not windows:
            return None
        return DayRange(min(one.lowest for one in windows), max(one.highest for one in windows))


Subject = CraftSubject | StreamSubject


def craft_subject(dossier: Dossier, way: Way, speech: Speech) -> CraftSubject:
    """The subject that a craft is."""
    craft = dossier.craft.value
    return CraftSubject(
        dossier.craft.slug,
        brief_of(dossier, speech),
        way,
        craft.tags,
        craft.care or "",
        dossier.craft.story.opening or craft.summary,
    )


def stream_subject(
    slug: str,
    stream: Stream,
    crafts: dict[str, tuple[Dossier, Way]],
    way: Way,
    speech: Speech,
    asked: tuple[AskedLine, ...] = (),
) -> StreamSubject:
    """The subject that a stream is; `crafts` are those of it that are published, by their slug, `asked` what a reader
    can still take part in."""
    briefs = {
        slug: (brief_of(dossier, speech, _tiers_in(stream, slug, dossier)), there)
        for slug, (dossier, there) in crafts.items()
    }
    named = dict.fromkeys(one.craft for one in stream.crafts if one.craft in briefs)
    lines = tuple(_line(*briefs[slug], tuple(one for one in stream.crafts if one.craft == slug)) for slug in named)
    when = f"{speech.moment(stream.starts, True)} {zone_of(stream.starts, speech)}"
    return StreamSubject(slug, stream.title, stream.summary, stream.platform, when, lines, way, asked)


def _tiers_in(stream: Stream, slug: str, dossier: Dossier) -> frozenset[TierName]:
    """The tiers of a craft that a stream is about: its card speaks of no others."""
    offered: tuple[TierName, ...] = tuple(one.offer.tier for one in dossier.offers)
    return frozenset(name for one in stream.crafts if one.craft == slug for name in one.tiers(offered))


def zone_of(moment: datetime, speech: Speech) -> str:
    """The zone in words: `北京时间`, `UTC+9`."""
    offset = moment.utcoffset()
    minutes = 0 if offset is None else round(offset.total_seconds() / 60)
    if minutes == 480:
        return speech.gettext("Beijing time")
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes >= 0 else '−'}{hours}{f':{rest:02d}' if rest else ''}"


def _line(brief: Brief, way: Way, entries: tuple[StreamCraft, ...]) -> StreamLine:
    """A tier that the stream both sells and shows is sold; what takes no stream orders is shown, whatever is written."""
    offered: tuple[TierName, ...] = tuple(tier.tier for tier in brief.tiers)
    sells = {name for one in entries if one.showing == "sells" for name in one.tiers(offered)}
    shows = {name for one in entries if one.showing == "shows" for name in one.tiers(offered)}
    sold = tuple(tier for tier in brief.tiers if tier.tier in sells and tier.takes_orders)
    shown = tuple(tier for tier in brief.tiers if tier.tier in sells | shows and tier not in sold)
    return StreamLine(brief, way, sold, shown)
