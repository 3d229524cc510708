"""The texts of a record: everything that is written in it, for searches that mean all of it."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from ichsite.model.record import Record
from ichsite.model.story import Story, StoryLink

NOT_THE_SELLERS = frozenset({"wish", "url"})
"""What viewers wish for is not the seller's word; an address is no word at all."""


def text_fields(cls: type[Any]) -> tuple[str, ...]:
    """The names of the fields whose texts are the seller's."""
    return _text_fields(cls)


def everything_said(*records: Record[Any]) -> str:
    """All texts of some records, one a line, as `plain_text` has them."""
    texts: list[str] = []
    for record in records:
        _collect(record.value, texts)
        texts.append(story_text(record.story))
    return "\n".join(map(plain_text, texts))


def plain_text(text: str) -> str:
    """A text without spaces and full-width forms: how it is typed makes no difference to what it says."""
    return re.sub(r"\s+", "", text if text.isascii() else unicodedata.normalize("NFKC", text))


def story_text(story: Story) -> str:
    """The words of a story, without its tags; the words of its pictures included."""
    pieces: Iterator[str] = (
        part if isinstance(part, str) else f"{part.alt} {part.title}"
        for part in story.parts
        if not isinstance(part, StoryLink)
    )
    return html.unescape(re.sub(r"<[^>]*>", "", "".join(pieces)))


def _collect(value: Any, texts: list[str]) -> None:
    if isinstance(value, str):
        texts.append(value)
    elif isinstance(value, tuple):
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            _collect(item, texts)
    elif is_dataclass(value):
        for name in _text_fields(type(value)):
            _collect(getattr(value, name), texts)


@lru_cache(maxsize=128)
def _text_fields(cls: type[Any]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(cls) if one.name not in NOT_THE_SELLERS)
