"""A showcase 买家秀: what a buyer received, in the buyer's plain words, with the consent to show it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from ichsite.model.craft import Reference, ShortWords
from ichsite.model.entry import entry
from ichsite.model.limit import OptionRef
from ichsite.model.naming import AddressField, Aliases, Identifier, Replaces
from ichsite.model.outside import WebAddress
from ichsite.model.picture import Picture
from ichsite.model.platform import PLATFORM_TERMS, Platform
from ichsite.model.scalar import Day, OneOf, Text, Whole, YesNo
from ichsite.model.scope import SCOPE_TERMS, Scope
from ichsite.model.tier import TierField
from ichsite.model.verbatim import Verbatim
from ichsite.text.place import FieldPath

Status = Literal["published", "pending", "withdrawn"]
STATUS_TERMS = OneOf(published="公开", pending="待审", withdrawn="撤下")


@entry
class Consent:
    """Who agreed to what and when (Civil Code art. 1019 for a portrait).

    `elsewhere` in the scope: what it covers may be shown on other sites as well (`docs/decisions/`).

    What is kept of it is private: `record`, where the paper is; `wording`, the question and the answer as they were
    given; `guardian`, where the consent of a child's guardian is (Personal Information Protection Law art. 31).
    """

    given: Annotated[date, Day()]
    scope: tuple[Annotated[Scope, SCOPE_TERMS], ...]
    record: Annotated[str, Verbatim(200)]
    wording: Annotated[str, Verbatim(500, lines=True)] | None = None
    guardian: Annotated[str, Verbatim(200)] | None = None
    expires: Annotated[date, Day()] | None = None
    withdrawn: Annotated[date, Day()] | None = None


@entry
class Chosen:
    """One option as the buyer chose it: value ids of a choice or palette, a number, or a text."""

    option: OptionRef
    value: tuple[Annotated[str, Text(200)], ...]


@entry
class Origin:
    """The row of a table that a showcase was made from (private), so that the same row is not taken twice.

    `order` and `digest` are digests: of the order's number, and of the words with the photographs.
    """

    file: Annotated[str, Verbatim(200)]
    row: Annotated[int, Whole(1, 2_000_000)]
    order: Annotated[str, Verbatim(40)] | None = None
    digest: Annotated[str, Verbatim(40)]


@entry
class Later:
    """What a buyer tells after weeks or months: how it is used, how it ages, how it is looked after."""

    day: Annotated[date, Day()]
    words: Annotated[str, Text(1000, lines=True)]
    pictures: tuple[Picture, ...] = ()


@entry
class Showcase:
    """`content/showcases/<slug>/showcase.yaml`. The words are plain text: no Markdown, no HTML.

    Only what is `published` is in the catalogue; what is `pending` waits for somebody to read it, whatever is asked for.
    `call` and `stream` are those that it began with, `shown_in` are those that showed it to others, `design` the session
    that it came of, `post` is the buyer's own.
    """

    id: Identifier | None = None
    status: Annotated[Status, STATUS_TERMS] = "published"
    address: AddressField | None = None
    aliases: Aliases = ()
    replaces: Replaces = ()
    title: Annotated[str, Text(60)]
    craft: Reference
    tier: TierField
    buyer: Annotated[str, Text(30)]
    received: Annotated[date, Day()]
    words: Annotated[str, Text(1000, lines=True)]
    scene: Annotated[str, Text(300, lines=True)] | None = None
    later: tuple[Later, ...] = ()
    chosen: tuple[Chosen, ...] = ()
    outcome: Identifier | None = None
    pictures: tuple[Picture, ...] = ()
    consent: Consent | None = None
    tags: ShortWords = ()
    platform: Annotated[Platform, PLATFORM_TERMS] | None = None
    reward: Annotated[str, Text(100)] | None = None
    call: Reference | None = None
    stream: Reference | None = None
    shown_in: tuple[Reference, ...] = ()
    design: Reference | None = None
    post: WebAddress | None = None
    origin: Origin | None = None
    draft: Annotated[bool, YesNo()] = False
    withdrawn: Annotated[date, Day()] | None = None
    """Never set where a file is read: one that has it is a `Withdrawal`, and nothing else of it is looked at."""

    @property
    def placed_pictures(self) -> Iterator[tuple[FieldPath, Picture]]:
        """Every picture, those of later entries too, with the field that names it."""
        for at, picture in enumerate(self.pictures):
            yield ("pictures", at), picture
        for at, one in enumerate(self.later):
            for number, picture in enumerate(one.pictures):
                yield ("later", at, "pictures", number), picture
