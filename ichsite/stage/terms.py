"""Terms: the regions and tags of all crafts, each with an address that can be spoken."""

from __future__ import annotations

from collections.abc import Mapping

from ichsite.assess.card import CraftCard
from ichsite.catalog.term import Term, term_of, told_apart
from ichsite.engine.memo import Task
from ichsite.model.shelf import Shelf
from ichsite.stage.desk import Desk
from ichsite.text.fingerprint import of_parts


def spell(name: str, _shelf: Shelf) -> tuple[Term, None]:
    """One term, as a task: the pinyin dictionary is loaded only where a name is new."""
    return term_of(name), None


SPELL: Task[str, Term] = Task("spell", spell)


def spell_terms(desk: Desk, cards: Mapping[str, CraftCard]) -> dict[str, Term]:
    """The terms by their names."""
    names = sorted({name for card in cards.values() for name in (card.region, *card.tags)})
    results = desk.memo.map(SPELL, [of_parts(name) for name in names], lambda at: names[at])
    return told_apart(result.small for result in results)
