"""A design session 设计共创: one piece from first sketch to confirmation, in dated versions with what was asked and chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from ichsite.model.at_most import AtMost
from ichsite.model.craft import Reference
from ichsite.model.entry import entry
from ichsite.model.idea import Credit, Threshold
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.picture import Picture
from ichsite.model.poll import PollCount, PollOption
from ichsite.model.scalar import Day, OneOf, Text, Whole, YesNo
from ichsite.model.tier import TierField
from ichsite.text.place import FieldPath

Taken = Literal["yes", "partly", "no"]
TAKEN_TERMS = OneOf(yes="采纳", partly="采纳一部分", no="没采纳")
Feasible = Literal["feasible", "with-changes", "not-feasible"]
FEASIBLE_TERMS = OneOf(feasible="做得成", with_changes="改了才做得成", not_feasible="做不成")
DesignState = Literal["planned", "sketching", "asking", "confirmed", "given-up"]
VERSIONS = 24
"""So many versions at most; a session that needs more is a series of sessions."""


@entry
class DesignQuestion:
    """What was asked of a version: its options, until when, how many said what, what was chosen, and why (`because`).

    Where it names a `poll`, the question, the options, the last day and the votes are those of the poll.
    """

    question: Annotated[str, Text(120)] | None = None
    poll: Reference | None = None
    at_most: Annotated[int, Whole(1, 12)] | None = None
    """How many options one voter may choose; one where nothing is said."""
    options: Annotated[tuple[PollOption, ...], AtMost(12)] = ()
    closes: Annotated[date, Day()] | None = None
    """The last day on which answers count."""
    counts: Annotated[tuple[PollCount, ...], AtMost(12)] = ()
    chosen: Annotated[tuple[Identifier, ...], AtMost(12)] = ()
    because: Annotated[str, Text(300)] | None = None

    @property
    def own(self) -> bool:
        """Whether any of what a poll would say is said here."""
        said = (self.question, self.at_most, self.closes)
        return any(one is not None for one in said) or bool(self.options or self.counts)


@entry
class DesignSuggestion:
    """What somebody proposed, and whether it was drawn in; `threshold` is why it was not."""

    words: Annotated[str, Text(300)]
    taken: Annotated[Taken, TAKEN_TERMS]
    reason: Annotated[str, Text(300)] | None = None
    threshold: Threshold | None = None
    credit: Credit | None = None


@entry
class Feasibility:
    """The master's judgement on a version; `master` where it is not the session's."""

    verdict: Annotated[Feasible, FEASIBLE_TERMS]
    words: Annotated[str, Text(400, lines=True)]
    master: Reference | None = None


@entry
class DesignVersion:
    """One version as it was shown on a day. Versions are numbered from 1 in the order in which they are written."""

    day: Annotated[date, Day()]
    title: Annotated[str, Text(60)]
    words: Annotated[str, Text(1000, lines=True)]
    pictures: Annotated[tuple[Picture, ...], AtMost(6)] = ()
    asked: DesignQuestion | None = None
    suggestions: Annotated[tuple[DesignSuggestion, ...], AtMost(24)] = ()
    feasibility: Feasibility | None = None


@entry
class DesignConfirmed:
    """What was confirmed in writing 书面确认, on which day, and which version it is."""

    day: Annotated[date, Day()]
    version: Annotated[int, Whole(1, VERSIONS)]
    words: Annotated[str, Text(600, lines=True)]


@entry
class DesignGivenUp:
    """The day on which a session ended without a piece, and why."""

    day: Annotated[date, Day()]
    reason: Annotated[str, Text(600, lines=True)]


@entry
class Design:
    """The front matter of `content/designs/<slug>/index.md`; the body says more. Its pictures lie beside it."""

    id: Identifier | None = None
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    summary: Annotated[str, Text(200)]
    crafts: Annotated[tuple[Reference, ...], AtMost(12)] = ()
    tier: TierField | None = None
    stream: Reference | None = None
    call: Reference | None = None
    master: Reference | None = None
    opens: Annotated[date, Day()] | None = None
    versions: Annotated[tuple[DesignVersion, ...], AtMost(VERSIONS)] = ()
    confirmed: DesignConfirmed | None = None
    given_up: DesignGivenUp | None = None
    draft: Annotated[bool, YesNo()] = False

    @property
    def placed_pictures(self) -> Iterator[tuple[FieldPath, Picture]]:
        """Every picture, those of options too, with the field that names it."""
        for at, version in enumerate(self.versions):
            for number, picture in enumerate(version.pictures):
                yield ("versions", at, "pictures", number), picture
            for number, option in enumerate(version.asked.options if version.asked is not None else ()):
                if option.picture is not None:
                    yield ("versions", at, "asked", "options", number, "picture"), option.picture

    def shown(self, today: date) -> tuple[DesignVersion, ...]:
        """The versions whose day has come, the oldest first."""
        return tuple(one for one in self.versions if one.day <= today)

    def asked_last(self, today: date) -> tuple[date, date, str] | None:
        """What it asked last with a last day: the first day, the last one, the question. What a poll asked is the poll's."""
        for version in reversed(self.shown(today)):
            asked = version.asked
            if asked is not None and asked.poll is None and asked.closes is not None:
                return version.day, asked.closes, asked.question or ""
        return None

    def days(self, today: date) -> DesignDays:
        """What decides how the session stands, as far as it is known on a day."""
        shown = self.shown(today)
        newest = shown[-1].asked if shown else None
        asks = newest is not None and not newest.chosen
        first = min((one.day for one in self.versions), default=None)
        return DesignDays(
            self.opens or first,
            asks,
            newest.closes if newest is not None and asks else None,
            self.confirmed.day if self.confirmed is not None else None,
            self.given_up.day if self.given_up is not None else None,
        )


@dataclass(frozen=True)
class DesignDays:
    """The days of a session: its first (None until there is one), whether the newest version asks something and until
    when, and the day on which it was confirmed or given up."""

    opens: date | None
    asks: bool
    closes: date | None
    confirmed: date | None
    given_up: date | None

    def state(self, today: date) -> DesignState:
        """How the session stands on a day; what was given up stays so, whatever was confirmed before."""
        over: tuple[tuple[DesignState, date | None], ...] = (("given-up", self.given_up), ("confirmed", self.confirmed))
        for state, day in over:
            if day is not None and day <= today:
                return state
        if self.opens is None or today < self.opens:
            return "planned"
        return "asking" if self.asks and (self.closes is None or today <= self.closes) else "sketching"

    @property
    def ended(self) -> date | None:
        """The day on which it was confirmed or given up."""
        return self.given_up or self.confirmed
