"""The audiences of a project: one file holds all of them, and each is an item with an address of its own."""

from __future__ import annotations

from dataclasses import replace

from ichsite.model.audience import Audience, AudienceBook
from ichsite.model.record import Record
from ichsite.model.story import Story
from ichsite.text.address import Slug, slug_fault
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words


def audiences_of(
    book: Record[AudienceBook] | None, *, drafts: bool
) -> tuple[tuple[Record[Audience], ...], tuple[Diagnostic, ...]]:
    """Each audience of the file as a record of its own, drafts only where asked for; of two with one id the first."""
    if book is None:
        return (), ()
    kept: dict[str, Record[Audience]] = {}
    first: dict[str, FieldOf] = {}
    findings: list[Diagnostic] = []
    for position, audience in enumerate(book.value.audiences):
        at = ("audiences", position)
        where = FieldOf(book.path, (*at, "id"))
        if (other := first.setdefault(audience.id, where)) is not where:
            findings.append(_twice(audience.id, where, other))
            continue
        if slug_fault(audience.id) is not None:
            findings.append(_no_address(audience.id, where))
            continue
        if drafts or not audience.draft:
            kept[audience.id] = Record("audience", book.path, Slug(audience.id), audience, Story(), at)
    return tuple(kept.values()), tuple(findings)


def in_words_of(records: tuple[Record[Audience], ...], book: Record[AudienceBook]) -> tuple[Record[Audience], ...]:
    """The same audiences as another language's file has them."""
    by_id = {one.id: one for one in reversed(book.value.audiences)}
    return tuple(replace(one, value=by_id[one.slug]) for one in records)


def _twice(id: str, where: FieldOf, other: FieldOf) -> Diagnostic:
    return error(
        "item-twice",
        where,
        Words(f"“{id}”已经写在上面了", f"`{id}` is already written above"),
        Words("留下一个，或给其中一个换个 id", "keep one of the two, or give one another id"),
        (Related(other, Words("先写的在这里", "the first is here")),),
    )


def _no_address(id: str, where: FieldOf) -> Diagnostic:
    return error(
        "slug",
        where,
        Words(f"“{id}”不能做网址", f"`{id}` cannot be an address"),
        Words("换一个 id，如 useful-at-home", "take another id, for example useful-at-home"),
    )
