"""Crafts as people call them in a sentence: `花瓶` for 龙泉青瓷花瓶, where no other craft is called so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from ichsite.intake.wording import key_of

_SHORTEST = 2


class SpokenCrafts:
    """The crafts of each ending of a title."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        for slug, title in titles.items():
            key = key_of(title)
            # of a title in letters its end would be a piece of a word
            starts = range(len(key) - _SHORTEST + 1) if not key.isascii() else (0,)
            for start in starts:
                self._by_name[key[start:]].append(slug)

    @cached_property
    def _by_first(self) -> Mapping[str, tuple[str, ...]]:
        """The names by their first two characters, the longest first."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(self._by_name, key=lambda one: (-len(one), one)):
            found[name[:_SHORTEST]].append(name)
        return {first: tuple(names) for first, names in found.items()}

    def names(self) -> tuple[str, ...]:
        """Every name that a craft is called by."""
        return tuple(self._by_name)

    def named(self, key: str) -> tuple[str, ...]:
        """The crafts of the longest name in a text's key, of as long ones the first; none where none is named."""
        best = ""
        for at in range(len(key) - _SHORTEST + 1):
            for name in self._by_first.get(key[at : at + _SHORTEST], ()):
                if len(name) > len(best) and key.startswith(name, at):
                    best = name
        return tuple(self._by_name[best]) if best else ()
