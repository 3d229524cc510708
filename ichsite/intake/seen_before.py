"""What is in the catalogue already, or in the table twice: told by the order, by words and photographs, by words alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ichsite.model.record import Record
from ichsite.model.showcase import Showcase
from ichsite.model.withdrawal import Withdrawal
from ichsite.text.fingerprint import Fingerprint, of_parts

_TELLING = 12
"""Characters: two buyers may both have written “很好看”."""


@dataclass
class SeenBefore:
    """Where each order and each text is; filled as rows are taken."""

    orders: dict[str, str] = field(default_factory=dict[str, str])
    digests: dict[str, str] = field(default_factory=dict[str, str])
    texts: dict[str, str] = field(default_factory=dict[str, str])

    def where(self, order: str | None, digest: str, craft: str, words: str) -> str | None:
        """The path or the row that has it; None for what is new."""
        text = text_digest(craft, words) if len(words) >= _TELLING else ""
        return (self.orders.get(order) if order else None) or self.digests.get(digest) or self.texts.get(text)

    def add(self, place: str, order: str | None, digest: str) -> None:
        """Remembers what was taken."""
        if order:
            self.orders.setdefault(order, place)
        self.digests.setdefault(digest, place)


def seen_before(records: Iterable[Record[Showcase | Withdrawal]]) -> SeenBefore:
    """What the showcases of the project hold; those that were written by hand are known by their words, until they
    are withdrawn."""
    seen = SeenBefore()
    for record in records:
        value = record.value
        if value.origin is not None:
            seen.add(record.path, value.origin.order, value.origin.digest)
        elif isinstance(value, Showcase) and len(value.words) >= _TELLING:
            seen.texts.setdefault(text_digest(value.craft, value.words), record.path)
    return seen


def order_digest(order: str, craft: str) -> str | None:
    """An order's number as it is kept: its digest, with the craft, for one order may hold two pieces."""
    return of_parts("order", _plain(order), craft).hex() if order else None


def content_digest(craft: str, words: str, photos: Sequence[Fingerprint]) -> str:
    """The digest of the words and the photographs, whatever their order."""
    return of_parts("showcase", craft, _plain(words), *sorted(photos)).hex()


def text_digest(craft: str, words: str) -> str:
    """The digest of the words alone."""
    return of_parts("words", craft, _plain(words)).hex()


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
