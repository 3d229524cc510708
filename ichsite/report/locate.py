"""Findings with places: what was said of a field is turned into a line and a column of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ichsite.decode.compose import Places
from ichsite.decode.source import places_in
from ichsite.text.diagnostic import Diagnostic, Related, order_of
from ichsite.text.place import Place, Where

Reader = Callable[[str], bytes | None]


def located(findings: Iterable[Diagnostic], read: Reader) -> tuple[Diagnostic, ...]:
    """The findings with places, sorted, each once; a file is composed once, however many findings name it."""
    known: dict[str, Places | None] = {}

    def place(where: Where) -> Place:
        if isinstance(where, Place):
            return where
        if where.path not in known:
            data = read(where.path)
            known[where.path] = places_in(where.path, data) if data else None
        if (places := known[where.path]) is None:
            return Place(where.path)
        return places.of(where.field, where.at_key) or Place(where.path, 1, 1)

    placed = {_placed(finding, place): None for finding in findings}
    return tuple(sorted(placed, key=order_of))


def _placed(finding: Diagnostic, place: Callable[[Where], Place]) -> Diagnostic:
    related = tuple(Related(place(one.where), one.note) for one in finding.related)
    return replace(finding, where=place(finding.where), related=related)
