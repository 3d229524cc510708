"""What an official list says: its items with region and protection unit, its inheritors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

PATH = "content/registry.json"


@dataclass(frozen=True)
class Item:
    """A sub-item of the list: one project in one region. `year` is that of the batch's publication; 0 is not said."""

    code: str
    name: str
    category: str = ""
    region: str = ""
    unit: str = ""
    batch: int = 0
    year: int = 0


@dataclass(frozen=True)
class Inheritor:
    """A representative inheritor 代表性传承人 of the list's level."""

    name: str
    code: str
    project: str
    region: str = ""
    batch: int = 0
    year: int = 0


@dataclass(frozen=True)
class Provenance:
    """Where the items or the inheritors come from: the file, the day of the import, who published it."""

    file: str
    imported: str
    source: str = ""


@dataclass(frozen=True)
class Registry:
    """`content/registry.json`: the national list, or as much of it as was imported."""

    items: tuple[Item, ...] = ()
    inheritors: tuple[Inheritor, ...] = ()
    items_from: Provenance | None = None
    inheritors_from: Provenance | None = None

    @cached_property
    def by_code(self) -> Mapping[str, tuple[Item, ...]]:
        """The sub-items of each code, the earliest batch first."""
        found: defaultdict[str, list[Item]] = defaultdict(list)
        for item in sorted(self.items, key=lambda one: (one.batch, one.year)):
            found[item.code].append(item)
        return {code: tuple(items) for code, items in found.items()}

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Inheritor, ...]]:
        """The inheritors of each name, the earliest batch first."""
        found: defaultdict[str, list[Inheritor]] = defaultdict(list)
        for one in sorted(self.inheritors, key=lambda one: (one.batch, one.year)):
            found[one.name].append(one)
        return {name: tuple(people) for name, people in found.items()}
