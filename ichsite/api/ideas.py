"""`/api/v1/ideas.json`: every answered idea, and why it was answered so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from ichsite.api.addresses import IDEAS_FILE
from ichsite.api.catalogue import craft_ref, schema_address, site_info
from ichsite.api.plain import written
from ichsite.api.says import Says
from ichsite.api.values import FORMAT, Address, CraftRef, Days, Format, Id, SiteInfo, Version
from ichsite.model.call import AnswerPlace
from ichsite.model.idea import Idea, IdeaAnswer, Ideas
from ichsite.model.record import Record
from ichsite.model.shelf import Shelf
from ichsite.model.tier import TierName
from ichsite.plan.ideas import became_views, shown_name
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.text.fingerprint import of_value

if TYPE_CHECKING:
    from ichsite.render.filters import Speech


@dataclass(frozen=True)
class ThresholdRef:
    """The threshold that is the reason: an option, or a wish or a limit, by its id in the craft's own file."""

    craft: CraftRef
    tier: TierName
    option: str | None
    boundary: str | None
    limit: str | None


@dataclass(frozen=True)
class MergedEntry:
    """The same idea as somebody else said it."""

    words: str
    where: AnswerPlace | None
    count: int | None
    credit: str | None


@dataclass(frozen=True)
class BecameEntry:
    """What an idea turned into."""

    kind: Literal["option", "craft", "design", "showcase", "call"]
    title: Annotated[str, Says("Of the craft, the design session, the showcase or the call for ideas.")]
    option: Annotated[str | None, Says("The option of the craft; null where it is none.")]
    url: Address
    anchor: Annotated[
        str | None, Says("Its place on that page, as the default theme has it; null where it is the whole page.")
    ]


@dataclass(frozen=True)
class IdeaEntry:
    """An idea with its answer."""

    id: Annotated[str, Says("Also its anchor on the page.")]
    words: str
    where: AnswerPlace | None
    count: Annotated[int | None, Says("How many people said so; null where nobody counted.")]
    answer: IdeaAnswer
    reason: str
    threshold: ThresholdRef | None
    cost: str | None
    days: Days | None
    credit: Annotated[str | None, Says("The name that its author wishes; null without one.")]
    reward: str | None
    merged: tuple[MergedEntry, ...]
    became: tuple[BecameEntry, ...]


@dataclass(frozen=True)
class IdeasEntry:
    """Ideas that were gathered together."""

    id: Id
    title: str
    summary: str
    url: Address
    gathered: date
    received: Annotated[int | None, Says("How many came in.")]
    source: str
    call: Annotated[Id | None, Says("The call for ideas that they answer, by its id in `calls.json`.")]
    stream: Annotated[Id | None, Says("The stream, by its id in `streams.json`.")]
    crafts: tuple[CraftRef, ...]
    ideas: tuple[IdeaEntry, ...]


@dataclass(frozen=True)
class IdeasData:
    """All batches, the last gathered first."""

    format: Format
    version: Version
    schema: Address
    site: SiteInfo
    batches: tuple[IdeasEntry, ...]


@dataclass(frozen=True)
class IdeasFile:
    """The file."""

    ideas: IdeasData

    def data(self, shelf: Shelf, speech: Speech) -> bytes:  # noqa: ARG002
        """The bytes."""
        return written(self.ideas)


def ideas_spec(material: Material) -> PageSpec:
    """The file of all answered ideas."""
    entries = tuple(_entry(material, one) for one in material.ideas)
    made = IdeasFile(IdeasData(FORMAT, "", schema_address(material, "ideas"), site_info(material), entries))
    return PageSpec(IDEAS_FILE, "", made, (("ideas", of_value(made)),), "content/ideas", listed=False, uses=())


def _entry(material: Material, batch: Record[Ideas]) -> IdeasEntry:
    value, book = batch.value, material.book
    calls = {one.slug for one, _ in material.calls}
    streams = {one.slug for one in material.catalog.streams}
    return IdeasEntry(
        id=book.id("idea", batch.slug),
        title=value.title,
        summary=value.summary,
        url=material.base.absolute(book.address("idea", batch.slug)),
        gathered=value.gathered,
        received=value.received,
        source=value.source,
        call=book.id("call", value.call) if value.call is not None and value.call in calls else None,
        stream=book.id("stream", value.stream) if value.stream is not None and value.stream in streams else None,
        crafts=tuple(
            craft_ref(material, card) for slug in value.crafts if (card := material.cards.get(slug)) is not None
        ),
        ideas=tuple(_idea(material, one) for one in value.answered),
    )


def _idea(material: Material, idea: Idea) -> IdeaEntry:
    named = idea.threshold
    card = material.cards.get(named.craft) if named is not None else None
    return IdeaEntry(
        id=idea.id,
        words=idea.words,
        where=idea.where,
        count=idea.count,
        answer=idea.answer or "accepted",
        reason=idea.reason or "",
        threshold=ThresholdRef(craft_ref(material, card), named.tier, named.option, named.boundary, named.limit)
        if named is not None and card is not None
        else None,
        cost=idea.cost,
        days=Days(idea.days.lowest, idea.days.highest) if idea.days is not None else None,
        credit=shown_name(material, idea.credit) or None,
        reward=idea.reward,
        merged=tuple(
            MergedEntry(one.words, one.where, one.count, shown_name(material, one.credit) or None)
            for one in idea.merged
        ),
        became=tuple(
            BecameEntry(
                one.kind,
                one.title,
                one.option or None,
                material.base.absolute(one.url),
                one.anchor or None,
            )
            for one in became_views(material, idea)
        ),
    )
