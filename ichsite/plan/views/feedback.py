"""Feedback: themes that people ask for, in a list, and their pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ichsite.model.feedback import Asked, FeedbackStep, Standing
from ichsite.plan.views.cards import CraftCardView
from ichsite.plan.views.chrome import Chrome, Head, Link
from ichsite.text.address import ContentKind, UrlPath


@dataclass(frozen=True)
class FeedbackCardView:
    """A theme in a list: how it stands, since which day, and what was said then."""

    url: UrlPath
    title: str
    summary: str
    standing: Standing
    since: date
    words: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class LedToView:
    """What came of a theme: a craft (with the name of its option), a post, a call for ideas or an event."""

    kind: ContentKind
    link: Link
    option: str = ""


@dataclass(frozen=True)
class FeedbackView:
    """`pages/feedback.html`: `steps` is what was said, the latest first."""

    chrome: Chrome
    head: Head
    card: FeedbackCardView
    story: str
    steps: tuple[FeedbackStep, ...]
    led_to: tuple[LedToView, ...]
    crafts: tuple[CraftCardView, ...]


@dataclass(frozen=True)
class FeedbackListView:
    """`pages/feedback-list.html`: every theme by how it stands, what is in hand first."""

    chrome: Chrome
    head: Head
    groups: tuple[tuple[Standing, tuple[FeedbackCardView, ...]], ...]
