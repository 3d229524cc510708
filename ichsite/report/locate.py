"""Findings with places: what was said of a field is turned into a line and a column of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ichsite.decode.source import place_of
from ichsite.text.diagnostic import Diagnostic, Related, order_of
from ichsite.text.place import Place, Where

Reader = Callable[[str], bytes | None]


def located(findings: Iterable[Diagnostic], read: Reader) -> tuple[Diagnostic, ...]:
    """The findings with places, sorted, each once."""
    placed = {_placed(finding, read): None for finding in findings}
    return tuple(sorted(placed, key=order_of))


def _placed(finding: Diagnostic, read: Reader) -> Diagnostic:
    related = tuple(Related(_place(one.where, read), one.note) for one in finding.related)
    return replace(finding, where=_place(finding.where, read), related=related)


def _place(where: Where, read: Reader) -> Place:
    if isinstance(where, Place):
        return where
    data = read(where.path)
    return place_of(where, data) if data is not None else Place(where.path)
