"""Feedback 反馈: a theme that people ask for, and what the workshop does about it, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from ichsite.model.at_most import AtMost
from ichsite.model.craft import Reference
from ichsite.model.entry import entry
from ichsite.model.limit import OptionRef
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.scalar import Day, OneOf, Text, Whole, YesNo

Standing = Literal["done", "doing", "considering", "declined"]
STANDING_TERMS = OneOf(done="已做", doing="在做", considering="在考虑", declined="不做")


@entry
class Asked:
    """How many asked for it, where that was counted, and the day on which it was."""

    count: Annotated[int, Whole(1, 10_000_000)]
    source: Annotated[str, Text(100)]
    day: Annotated[date, Day()]


@entry
class FeedbackStep:
    """What the workshop said on a day: how it stands from then on, and why or what was done."""

    day: Annotated[date, Day()]
    standing: Annotated[Standing, STANDING_TERMS]
    words: Annotated[str, Text(400, lines=True)]


@entry
class LedTo:
    """Something that came of it: a craft (and the option of it, by its id), a post, a call for ideas or an event."""

    craft: Reference | None = None
    option: OptionRef | None = None
    post: Reference | None = None
    call: Reference | None = None
    event: Reference | None = None

    @property
    def named(self) -> Iterator[tuple[Literal["craft", "post", "call", "event"], str]]:
        """Every kind that is named, with the slug."""
        if self.craft is not None:
            yield "craft", self.craft
        if self.post is not None:
            yield "post", self.post
        if self.call is not None:
            yield "call", self.call
        if self.event is not None:
            yield "event", self.event


@entry
class Feedback:
    """The front matter of `content/feedback/<slug>.md`: a theme, not a message; the body says more of it."""

    id: Identifier | None = None
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    summary: Annotated[str, Text(200)]
    asked: Annotated[tuple[Asked, ...], AtMost(24)]
    steps: Annotated[tuple[FeedbackStep, ...], AtMost(24)]
    led_to: Annotated[tuple[LedTo, ...], AtMost(24)] = ()
    crafts: Annotated[tuple[Reference, ...], AtMost(24)] = ()
    draft: Annotated[bool, YesNo()] = False

    def told(self, today: date) -> tuple[FeedbackStep, ...]:
        """The steps that are told by a day, the earliest first."""
        return tuple(sorted((one for one in self.steps if one.day <= today), key=lambda one: one.day))
