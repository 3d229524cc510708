"""Thanks 致谢: who is named, with consent, for an idea, a suggestion or a showcase; by the year in which the name was given."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ichsite.catalog.catalog import Catalog
from ichsite.text.address import Slug

ThankedFor = Literal["idea", "design", "showcase"]


@dataclass(frozen=True)
class Thanked:
    """A name as its person wishes it, and what for: the item, and the place on its page (empty: the page)."""

    name: str
    day: date
    kind: ThankedFor
    slug: Slug
    anchor: str
    title: str


def thanked(catalog: Catalog, crafts: Container[str], today: date) -> tuple[Thanked, ...]:
    """Everybody who is named by `today`, the first first. Nobody is who did not agree to it; `crafts` are the known ones."""
    named = (*_ideas(catalog), *_designs(catalog, today), *_showcases(catalog, crafts))
    found = [one for one in named if one.day <= today]
    return tuple(sorted(found, key=lambda one: (one.day, one.name, one.kind, one.slug, one.anchor)))


def thanked_years(catalog: Catalog, crafts: Container[str], today: date) -> tuple[int, ...]:
    """The years that have somebody to thank, the latest first."""
    return tuple(sorted({one.day.year for one in thanked(catalog, crafts, today)}, reverse=True))


def _ideas(catalog: Catalog) -> Iterator[Thanked]:
    """Whoever had an idea that was answered, and whoever said the same."""
    for batch in catalog.ideas:
        for idea in batch.value.answered:
            for credit in (idea.credit, *(one.credit for one in idea.merged)):
                if credit is not None:
                    yield Thanked(credit.name, credit.agreed, "idea", batch.slug, idea.id, batch.value.title)


def _designs(catalog: Catalog, today: date) -> Iterator[Thanked]:
    for design in catalog.designs:
        for version in design.value.versions:
            for suggestion in version.suggestions if version.day <= today else ():
                if (credit := suggestion.credit) is not None:
                    yield Thanked(credit.name, credit.agreed, "design", design.slug, "", design.value.title)


def _showcases(catalog: Catalog, crafts: Container[str]) -> Iterator[Thanked]:
    for one in catalog.showcases:
        consent = one.value.consent
        if consent is not None and "name" in consent.scope and one.value.craft in crafts:
            yield Thanked(one.value.buyer, consent.given, "showcase", one.slug, "", one.value.title)
