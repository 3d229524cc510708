"""Terms: the regions and tags of all crafts, each with an address that can be spoken."""

from __future__ import annotations

from collections.abc import Mapping

from ichsite.assess.card import CraftCard
from ichsite.catalog.gallery import tag_id
from ichsite.catalog.term import Term, term_of, told_apart
from ichsite.engine.memo import Task
from ichsite.model.permalink import Permalinks
from ichsite.model.shelf import Shelf
from ichsite.stage.desk import Desk
from ichsite.text.address import last_step


def spell(name: str, _shelf: Shelf) -> tuple[Term, None]:
    """One term, as a task: the pinyin dictionary is loaded only where a name is new."""
    return term_of(name), None


SPELL: Task[str, Term] = Task("spell", spell)


def spell_terms(desk: Desk, cards: Mapping[str, CraftCard], ledger: Permalinks) -> dict[str, Term]:
    """The terms by their names. A term keeps the slug that it was published with, and no other ever gets it."""
    names = desk.again("terms of crafts", (cards,), lambda: _names(cards))
    terms = tuple([one.small for one in desk.memo.map(SPELL, [(name,) for name in names], lambda at: names[at])])
    return desk.again("terms", (terms, ledger), lambda: _told_apart(terms, ledger))


def _names(cards: Mapping[str, CraftCard]) -> tuple[str, ...]:
    return tuple(sorted({name for card in cards.values() for name in (card.region, *card.tags)}))


def _told_apart(terms: tuple[Term, ...], ledger: Permalinks) -> dict[str, Term]:
    published = [(line.id, last_step(line.address)) for line in ledger.entries if line.kind in ("region", "tag")]
    used = frozenset(term.name for term in terms)
    known = {name: slug for name, slug in reversed(published) if name in used}
    return told_apart(terms, known, (slug for _, slug in published))


def spell_tags(desk: Desk, names: tuple[str, ...], ledger: Permalinks) -> dict[str, Term]:
    """The tags of showcases by their names, in the same way; the ledger knows them by a digest alone."""
    published = {line.id: last_step(line.address) for line in ledger.entries if line.kind == "gallery"}
    results = desk.memo.map(SPELL, [(name,) for name in names], lambda at: names[at])
    known = {name: published[tag_id(name)] for name in names if tag_id(name) in published}
    taken = (slug for id, slug in published.items() if id.startswith("tag/"))
    return told_apart((result.small for result in results), known, taken)
