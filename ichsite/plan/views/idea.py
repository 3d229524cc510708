"""Ideas and their answers: a batch in a list, and its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ichsite.model.call import AnswerPlace
from ichsite.model.idea import IdeaAnswer
from ichsite.model.limit import AnyLimit
from ichsite.model.offer import Boundary, Offer
from ichsite.model.option import AnyOption
from ichsite.model.span import DayRange
from ichsite.model.tier import TierName
from ichsite.plan.views.cards import CraftCardView, StreamCardView
from ichsite.plan.views.chrome import Chrome, Head, Link
from ichsite.text.address import UrlPath


@dataclass(frozen=True)
class IdeasCardView:
    """A batch of ideas in a list: when they had come in, how many, and how many were answered how."""

    url: UrlPath
    title: str
    summary: str
    gathered: date
    received: int | None
    answered: tuple[tuple[IdeaAnswer, int], ...]


@dataclass(frozen=True)
class QuotedThresholdView:
    """The threshold that is a reason: the craft, the place on its page, and one of `option`, `boundary`, `limit`.

    `words` are those of the offer's options, as in `OfferView`.
    """

    craft: Link
    anchor: str
    tier: TierName
    offer: Offer
    words: dict[str, str]
    option: AnyOption | None = None
    boundary: Boundary | None = None
    limit: AnyLimit | None = None


@dataclass(frozen=True)
class MergedView:
    """The same idea as somebody else said it."""

    words: str
    where: AnswerPlace | None
    count: int | None
    credit: str


@dataclass(frozen=True)
class BecameView:
    """What an idea turned into: the title of what it leads to, an option's name, and the place on that page."""

    kind: Literal["option", "craft", "design", "showcase", "call"]
    title: str
    option: str
    url: UrlPath
    anchor: str


@dataclass(frozen=True)
class IdeaView:
    """An idea with its answer; `id` is its anchor, `credit` the name that its author wishes, empty without one."""

    id: str
    words: str
    where: AnswerPlace | None
    count: int | None
    answer: IdeaAnswer
    reason: str
    threshold: QuotedThresholdView | None
    cost: str
    days: DayRange | None
    credit: str
    reward: str
    merged: tuple[MergedView, ...]
    became: tuple[BecameView, ...]


@dataclass(frozen=True)
class IdeasView:
    """`pages/ideas.html`: the ideas of a batch by their answer, those without one left out."""

    chrome: Chrome
    head: Head
    card: IdeasCardView
    source: str
    answers: tuple[tuple[IdeaAnswer, tuple[IdeaView, ...]], ...]
    call: Link | None
    polls: tuple[Link, ...]
    stream: StreamCardView | None
    crafts: tuple[CraftCardView, ...]


@dataclass(frozen=True)
class IdeaListView:
    """`pages/idea-list.html`: every batch, the last first."""

    chrome: Chrome
    head: Head
    batches: tuple[IdeasCardView, ...]
