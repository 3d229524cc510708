"""`/api/v1/feedback.json`: what people asked for, and what the shop does about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from ichsite.api.addresses import FEEDBACK_FILE
from ichsite.api.catalogue import craft_ref, schema_address, site_info
from ichsite.api.plain import written
from ichsite.api.says import Says
from ichsite.api.values import FORMAT, Address, CraftRef, Format, Id, SiteInfo, Version
from ichsite.model.feedback import Feedback, FeedbackStep, Standing
from ichsite.model.record import Record
from ichsite.model.shelf import Shelf
from ichsite.plan.feedback import answered_feedback
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech


@dataclass(frozen=True)
class AskedEntry:
    """How many asked for it."""

    count: int
    source: Annotated[str, Says("Where that was counted.")]
    day: Annotated[date, Says("The day on which it was counted.")]


@dataclass(frozen=True)
class StepEntry:
    """What the shop said on a day."""

    day: date
    standing: Standing
    words: str


@dataclass(frozen=True)
class FeedbackEntry:
    """A theme."""

    id: Id
    title: str
    summary: str
    url: Address
    standing: Annotated[Standing, Says("That of the last step.")]
    asked: tuple[AskedEntry, ...]
    steps: Annotated[tuple[StepEntry, ...], Says("The earliest first.")]
    crafts: tuple[CraftRef, ...]


@dataclass(frozen=True)
class FeedbackData:
    """All themes, that with the latest word first."""

    format: Format
    version: Version
    schema: Address
    site: SiteInfo
    feedback: tuple[FeedbackEntry, ...]


@dataclass(frozen=True)
class FeedbackFile:
    """The file."""

    feedback: FeedbackData

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes."""
        return written(self.feedback)


def feedback_spec(material: Material) -> PageSpec:
    """The file of all themes."""
    entries = tuple(_entry(material, *one) for one in answered_feedback(material))
    made = FeedbackFile(FeedbackData(FORMAT, "", schema_address(material, "feedback"), site_info(material), entries))
    return PageSpec(FEEDBACK_FILE, "", made, (("feedback", of_value(made)),), "content/feedback", listed=False, uses=())


def _entry(material: Material, theme: Record[Feedback], told: tuple[FeedbackStep, ...]) -> FeedbackEntry:
    value, book = theme.value, material.book
    crafts = (craft_ref(material, card) for slug in value.crafts if (card := material.cards.get(slug)) is not None)
    return FeedbackEntry(
        id=book.id("feedback", theme.slug),
        title=value.title,
        summary=value.summary,
        url=material.base.absolute(book.address("feedback", theme.slug)),
        standing=told[-1].standing,
        asked=tuple(AskedEntry(one.count, one.source, one.day) for one in value.asked),
        steps=tuple(StepEntry(one.day, one.standing, one.words) for one in told),
        crafts=tuple(crafts),
    )
