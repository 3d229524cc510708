"""Showcases by what they came of: found once for all pages of calls and streams."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ichsite.model.record import Record
from ichsite.model.showcase import Showcase

Shown = Mapping[str, tuple[Record[Showcase], ...]]


@dataclass(frozen=True)
class ShowcasesBy:
    """By the slug of the call or the stream that they began with, and of each stream that showed them; newest first."""

    call: Shown
    stream: Shown
    shown_in: Shown


def showcases_by(showcases: Iterable[Record[Showcase]]) -> ShowcasesBy:
    """The showcases, which come newest first."""
    call: defaultdict[str, list[Record[Showcase]]] = defaultdict(list)
    stream: defaultdict[str, list[Record[Showcase]]] = defaultdict(list)
    shown: defaultdict[str, list[Record[Showcase]]] = defaultdict(list)
    for one in showcases:
        if one.value.call is not None:
            call[one.value.call].append(one)
        if one.value.stream is not None:
            stream[one.value.stream].append(one)
        for slug in dict.fromkeys(one.value.shown_in):
            shown[slug].append(one)
    return ShowcasesBy(*({slug: tuple(ones) for slug, ones in found.items()} for found in (call, stream, shown)))
