"""The names by which a buyer or a form may call a craft: its title, its folder, its id."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CraftNames:
    """The slug of each craft by each of its names; a name that two crafts have stands for neither."""

    by_name: Mapping[str, str]
    by_slug: Mapping[str, str]
    """The titles by slug."""

    def meant(self, name: str) -> str | None:
        """The craft of that name; also where the form's option says more behind it, as in `celadon vase (¥380)`."""
        plain = _plain(name)
        if (found := self.by_name.get(plain)) is not None:
            return found
        before = {slug for known, slug in self.by_name.items() if len(known) > 1 and plain.startswith(known + "(")}
        return before.pop() if len(before) == 1 else None

    def titles(self) -> tuple[str, ...]:
        """Every title and slug, for suggestions."""
        return (*self.by_slug.values(), *self.by_slug)


def craft_names(crafts: Iterable[tuple[str, str | None, str]]) -> CraftNames:
    """The names of crafts given as slug, id, title."""
    by_name: dict[str, str] = {}
    by_slug: dict[str, str] = {}
    twice: set[str] = set()
    for slug, id, title in crafts:
        by_slug[slug] = title
        for name in {_plain(slug), _plain(title), *([_plain(id)] if id else [])}:
            if by_name.setdefault(name, slug) != slug:
                twice.add(name)
    return CraftNames({name: slug for name, slug in by_name.items() if name not in twice}, by_slug)


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
