"""Ideas 点子 of viewers and buyers, answered in public: accepted, partly, not possible; and why."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from ichsite.model.at_most import AtMost
from ichsite.model.call import ANSWER_PLACE_TERMS, AnswerPlace
from ichsite.model.craft import Reference
from ichsite.model.entry import entry
from ichsite.model.limit import OptionRef
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.review import REVIEW_TERMS, ReviewStatus, TableOrigin
from ichsite.model.scalar import Day, OneOf, Text, Whole, YesNo
from ichsite.model.span import DayRange, Days
from ichsite.model.tier import TierField
from ichsite.model.verbatim import Verbatim

IdeaAnswer = Literal["accepted", "partly", "not-possible"]
IDEA_ANSWER_TERMS = OneOf(accepted="采纳", partly="部分采纳", not_possible="做不了")
IDEA_ANSWERS: tuple[IdeaAnswer, ...] = ("accepted", "partly", "not-possible")
"""In the order in which a page has them."""
Said = Annotated[int, Whole(1, 100_000_000)]
"""How many people said the same."""


@entry
class Threshold:
    """A threshold 定制阈值 of a craft that is the reason: an option, or a wish (`boundary`) or a limit by its id."""

    craft: Reference
    tier: TierField
    option: OptionRef | None = None
    boundary: Identifier | None = None
    limit: Identifier | None = None


@entry
class Credit:
    """Who had the idea, named as the person wishes it, and the day on which the person agreed.

    `record` (private) says where the person's word is kept. Without a day there is no name.
    """

    name: Annotated[str, Text(30)]
    agreed: Annotated[date, Day()]
    record: Annotated[str, Verbatim(200)] | None = None


@entry
class MergedIdea:
    """An idea that was said elsewhere, in its own words, and went into this one."""

    words: Annotated[str, Text(300, lines=True)]
    where: Annotated[AnswerPlace, ANSWER_PLACE_TERMS] | None = None
    count: Said | None = None
    credit: Credit | None = None


@entry
class Became:
    """What an idea turned into; `option` is one of the `craft`'s, at the `tier` where several have it."""

    craft: Reference | None = None
    tier: TierField | None = None
    option: OptionRef | None = None
    design: Reference | None = None
    showcase: Reference | None = None
    call: Reference | None = None


@entry
class Idea:
    """One idea, in plain words. Without an `answer` it is never published."""

    id: Identifier
    words: Annotated[str, Text(300, lines=True)]
    where: Annotated[AnswerPlace, ANSWER_PLACE_TERMS] | None = None
    count: Said | None = None
    answer: Annotated[IdeaAnswer, IDEA_ANSWER_TERMS] | None = None
    reason: Annotated[str, Text(400, lines=True)] | None = None
    threshold: Threshold | None = None
    cost: Annotated[str, Text(120)] | None = None
    days: Annotated[DayRange, Days()] | None = None
    credit: Credit | None = None
    reward: Annotated[str, Text(100)] | None = None
    merged: Annotated[tuple[MergedIdea, ...], AtMost(50)] = ()
    became: Became | None = None


@entry
class Ideas:
    """`content/ideas/<slug>.yaml`: ideas that were gathered together, with what they were answered.

    Only what is `published` is in the catalogue; what is `pending` waits for somebody to answer it. `received` is how
    many came in all, `source` says from where.
    """

    id: Identifier | None = None
    status: Annotated[ReviewStatus, REVIEW_TERMS] = "published"
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    summary: Annotated[str, Text(200)]
    call: Reference | None = None
    stream: Reference | None = None
    crafts: Annotated[tuple[Reference, ...], AtMost(24)] = ()
    gathered: Annotated[date, Day()]
    received: Said | None = None
    source: Annotated[str, Text(200)]
    ideas: Annotated[tuple[Idea, ...], AtMost(200)]
    origin: TableOrigin | None = None
    draft: Annotated[bool, YesNo()] = False

    @property
    def answered(self) -> tuple[Idea, ...]:
        """The ideas that may be published."""
        return tuple(one for one in self.ideas if one.answer is not None)
