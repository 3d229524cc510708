"""What pages claim of the list, and what came of checking it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ichsite.model.craft import Level
from ichsite.text.foreign import foreign
from ichsite.text.words import Language


@dataclass(frozen=True)
class CraftClaim:
    """A craft's code, level, region, and the project and the protection unit where the page names them."""

    slug: str
    path: str
    title: str
    code: str
    level: Level
    region: str
    project: str | None
    unit: str | None


@dataclass(frozen=True)
class MasterClaim:
    """A master's name, level and project."""

    slug: str
    path: str
    name: str
    level: Level
    project: str


@dataclass(frozen=True)
class Claims:
    """All that the site claims."""

    crafts: tuple[CraftClaim, ...] = ()
    masters: tuple[MasterClaim, ...] = ()


@dataclass(frozen=True)
class Stamp:
    """A claim that the list bears out."""

    project: str
    """The project as the list names it."""
    batch: int
    """The batch in which it was put on the list; 0 where the list does not say."""
    year: int
    """The year of the batch's publication; 0 where the list does not say."""


@dataclass(frozen=True)
class Verified:
    """The stamps by slug; who is not here is not borne out, and the page is silent."""

    crafts: Mapping[str, Stamp] = field(default_factory=dict[str, Stamp])
    masters: Mapping[str, Stamp] = field(default_factory=dict[str, Stamp])

    def read_in(self, language: Language) -> Verified:
        """As pages in `language` show it: the list is in Chinese, and a page in another language says so of its names."""
        if language == _OF_THE_LIST:
            return self
        return Verified(_marked(self.crafts), _marked(self.masters))


_OF_THE_LIST: Language = "zh-CN"


def _marked(stamps: Mapping[str, Stamp]) -> dict[str, Stamp]:
    return {slug: replace(one, project=foreign(one.project, _OF_THE_LIST)) for slug, one in stamps.items()}
