"""What the seller's own texts say: every text of a record with its place, and the search for words in them.

Spaces and full-width forms make no difference. Words that the text itself denies (“不是纯手工”,
“没有‘非遗大师’这个称号”) are not found. What viewers wish for (`wish`) is not the seller's word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any

from ichsite.assess.dossier import Dossier
from ichsite.catalog.texts import plain_text, story_text, text_fields
from ichsite.model.record import Record
from ichsite.text.place import FieldOf, FieldPath, Place
from ichsite.text.words import Words

_DENIED_BEFORE = re.compile(
    r"(?:不是|并非|不算|不说|不写|不叫|不称|不标|没有|从不|绝不|不敢|不承诺|谈不上|不会|不等于|别信)[^，。；！？,;!?]{0,4}$"
)
_DENIED_AFTER = re.compile(r"^[”’」》\"']{0,2}(?:这个称号|这种说法|的说法|不是|并不是|并非|不算)")


@dataclass(frozen=True)
class Passage:
    """A text and where it stands; `field` is its path in the file, empty for a story."""

    where: FieldOf | Place
    field: FieldPath
    text: str

    @property
    def spot(self) -> Words:
        """“Here” for a field; a story has no place of its own."""
        return Words("这里", "here") if self.field else Words("正文里", "in the story")


def passages_of(value: Any, path: str, field: FieldPath = ()) -> Iterator[Passage]:
    """Every text in a value, in the order of its fields."""
    if isinstance(value, str):
        yield Passage(FieldOf(path, field), field, value)
    elif isinstance(value, tuple):
        for at, item in enumerate(value):  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
            yield from passages_of(item, path, (*field, at))
    elif is_dataclass(value):
        for name in text_fields(type(value)):
            yield from passages_of(getattr(value, name), path, (*field, name))


def passages_of_record(record: Record[Any]) -> Iterator[Passage]:
    """Every text of a record, its story last."""
    yield from passages_of(record.value, record.path, record.at)
    if record.story.parts:
        yield Passage(Place(record.path), (), story_text(record.story))


def passages_of_craft(dossier: Dossier, wanted: re.Pattern[str]) -> Iterator[Passage]:
    """Every text that the seller writes about a craft, its page first; none where `wanted` stands in none of them."""
    if wanted.search(dossier.wording) is None:
        return
    yield from passages_of_record(dossier.craft)
    yield from passages_of_record(dossier.customization)


def words_in(text: str, wanted: re.Pattern[str]) -> str | None:
    """The first of the wanted words that `text` says and does not deny."""
    plain = plain_text(text)
    for found in wanted.finditer(plain):
        denied = _DENIED_BEFORE.search(plain[max(0, found.start() - 12) : found.start()])
        if denied is None and _DENIED_AFTER.match(plain[found.end() : found.end() + 12]) is None:
            return found[0]
    return None
