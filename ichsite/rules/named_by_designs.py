"""What design sessions name by its slug, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ichsite.model.design import Design
from ichsite.model.record import Record
from ichsite.text.address import ContentKind
from ichsite.text.place import FieldOf, FieldPath


def named_by_designs(designs: Iterable[Record[Design]]) -> Iterator[tuple[ContentKind, str, FieldOf]]:
    """Crafts, a stream, a call and masters; of the versions polls, the masters who judged, and the crafts of thresholds."""
    for design in designs:
        for kind, name, field in _named(design.value):
            if name is not None:
                yield kind, name, FieldOf(design.path, field)


def _named(design: Design) -> Iterator[tuple[ContentKind, str | None, FieldPath]]:
    for at, name in enumerate(design.crafts):
        yield "craft", name, ("crafts", at)
    yield "stream", design.stream, ("stream",)
    yield "call", design.call, ("call",)
    yield "master", design.master, ("master",)
    for at, version in enumerate(design.versions):
        if version.asked is not None:
            yield "poll", version.asked.poll, ("versions", at, "asked", "poll")
        if version.feasibility is not None:
            yield "master", version.feasibility.master, ("versions", at, "feasibility", "master")
        for number, one in enumerate(version.suggestions):
            if one.threshold is not None:
                yield "craft", one.threshold.craft, ("versions", at, "suggestions", number, "threshold", "craft")
