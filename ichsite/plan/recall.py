"""What a process that plans again and again remembers of its last plan of one tree: everything about each craft.

What is planned of one craft is a function of that craft, of the few crafts named beside it, and of what all crafts
share. Where all of that is as it was, so is the result. It is made from a `Material` that holds nothing else: what a
function reads besides is not stale one day, it is missing at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from operator import is_
from typing import Any, TypeVar, cast

from ichsite.assess.card import CraftCard
from ichsite.brief.kept import Promises
from ichsite.catalog.known import Known
from ichsite.catalog.polled_designs import polls_named
from ichsite.plan.material import Material
from ichsite.text.fingerprint import Fingerprint, of_parts, of_value
from ichsite.text.lasts import Lasts

Item = TypeVar("Item")
Made = TypeVar("Made")
Planner = Callable[[Material, CraftCard], Made]

_NO_PAGES = Known({})
_CRAFTS_OWN = frozenset({"crafts", "translations"})
"""Of a catalogue: what crafts say, and what only decides how they say it in another language."""
_SHARED = frozenset(
    {
        *("catalog", "cards", "dossiers", "said", "offered", "linkable", "recall"),
        *("book", "pictures", "files", "terms", "base", "chrome", "chrome_print", "today", "say", "calendar"),
        *("verified", "guides", "tag_names", "previews", "records", "promises", "promised"),
    }
)
"""Of a material: what is compared by itself, or among what all crafts share. Anything else has to be the very same."""


@dataclass
class _Kept:
    """What was planned of a craft, by the function that planned it, and the grounds on which it stands."""

    card: CraftCard
    grounds: tuple[object, ...]
    seen: tuple[object, ...]
    """What the grounds were found out from: where it is all the very same, so are they."""
    made: dict[Planner[Any], Any] = field(default_factory=dict[Planner[Any], Any])
    narrow: Material | None = None


@dataclass
class _Around:
    """A material without what crafts say, what it was found out from, what was made of it, and the memory of that."""

    seen: tuple[object, ...]
    equal: tuple[object, ...]
    material: Material
    recall: Recall
    made: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass
class Recall:
    """The memory of one tree; it holds what the last plan asked for, and no craft that is gone."""

    _shared: tuple[object, ...] = ()
    _known: Known = _NO_PAGES
    _prints: dict[int, tuple[object, Fingerprint]] = field(default_factory=dict[int, tuple[object, Fingerprint]])
    _crafts: dict[str, _Kept] = field(default_factory=dict[str, _Kept])
    _lasts: Lasts = field(default_factory=Lasts)
    _around: _Around | None = None
    _looked_around: bool = False
    _silent: bool = False
    """Whether this is the memory of a material in which crafts say nothing."""
    _begun: Material = field(init=False)

    def begin(self, material: Material) -> None:
        """A new plan: holds the material against the last one, and forgets what no longer stands."""
        if self._known != material.known:
            self._known = material.known
        asked: dict[int, tuple[object, Fingerprint]] = {}
        shared = self._all_share(material, asked)
        same = shared == self._shared
        last = self._crafts if same else {}
        showcases, beside = material.showcases_of, _named_together(material)
        fit, records = material.fits.by_craft, material.records.crafts
        kept: dict[str, _Kept] = {}
        for slug, card in material.cards.items():
            before, own = last.get(slug), showcases.get(slug, ())
            facts, fits = (material.dossiers.get(slug), material.said.get(slug)), fit.get(slug, ())
            own_word = (material.promised.get(slug), records.get(slug))
            linked = self._known if card.links else None
            others = tuple([material.cards[one] for one in beside[slug]]) if slug in beside else ()
            seen = (card, linked, fits, *own_word, *facts, *others, None, *own)
            if before is not None and len(before.seen) == len(seen) and all(map(is_, before.seen, seen)):
                before.narrow = None
                kept[slug] = before
                continue
            shown = (self._print_of(one, asked) for one in own)
            grounds = (card, linked, others, *shown, repr((fits, own_word)).encode())
            if before is not None and before.grounds[0] == facts and _same(before.grounds[1:], grounds):
                before.narrow, before.seen = None, seen
                kept[slug] = before
            else:
                kept[slug] = _Kept(card, (facts, *grounds), seen)
        self._shared = self._shared if same else shared
        self._crafts, self._prints = kept, asked
        self._begun, self._looked_around = material, False

    def once(self, plan: Planner[Made], material: Material, card: CraftCard) -> Made:
        """What `plan` makes of the craft, or made of it in an earlier plan on the same grounds."""
        return self._planned(plan, material, self._crafts[card.slug])

    def each(self, plan: Planner[Made], material: Material, cards: Iterable[CraftCard]) -> tuple[Made, ...]:
        """What `plan` makes of each of the crafts; of those whose grounds stand nothing is asked at all."""
        crafts = tuple([self._crafts[card.slug] for card in cards])
        return self._lasts.each(plan, (), crafts, lambda some: [self._planned(plan, material, one) for one in some])

    def again(self, name: str, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made under this name the last time, where the same was given."""
        return self._lasts.again(name, given, make)

    def of_each(
        self, name: str, items: tuple[Item, ...], make: Callable[[Sequence[Item]], Iterable[Made]]
    ) -> tuple[Made, ...]:
        """What `make` makes of each item, asked only about those that are not the very ones of the last time."""
        return self._lasts.each(name, (), items, make)

    def around(self, name: str, make: Callable[[Material], Made], material: Material) -> Made:
        """What `make` makes of a material in which no craft says a word, or made of it where it was the same."""
        if self._silent:
            return make(material)
        if self._around is None or not self._looked_around:
            self._around, self._looked_around = self._all_around(self._around), True
        made = self._around.made
        if name not in made:
            made[name] = make(self._around.material)
        return made[name]

    def _all_around(self, last: _Around | None) -> _Around:
        """All but what the crafts say; the last one, with everything that was made of it, where it is the very same."""
        material, catalog = self._begun, self._begun.catalog
        others = (getattr(material, one.name) for one in fields(material) if one.name not in _SHARED)
        records: list[object] = []
        for one in fields(catalog):
            if one.name not in _CRAFTS_OWN:
                told: object = getattr(catalog, one.name)
                records += (*cast("tuple[object, ...]", told), None) if isinstance(told, tuple) else (told,)
        seen: tuple[object, ...] = (self._shared, self._known, *material.cards.values(), None, *others, *records)
        equal = material.offered, material.records
        if last is not None and last.equal == equal and len(last.seen) == len(seen) and all(map(is_, last.seen, seen)):
            return last
        recall = last.recall if last is not None else Recall(_silent=True)
        catalog = replace(catalog, crafts=(), translations=())
        silent = replace(material, catalog=catalog, dossiers={}, said={}, promises=Promises(), promised={})
        recall.begin(silent)
        return _Around(seen, equal, replace(silent, recall=recall, linkable=self._known), recall)

    def _planned(self, plan: Planner[Made], material: Material, kept: _Kept) -> Made:
        if plan not in kept.made:
            if kept.narrow is None:
                kept.narrow = self._narrow(material, kept.card, kept)
            kept.made[plan] = plan(kept.narrow, kept.card)
        return kept.made[plan]

    def _narrow(self, material: Material, card: CraftCard, kept: _Kept) -> Material:
        """The material with nothing in it but the grounds of one craft and what all share."""
        beside = cast("tuple[CraftCard, ...]", kept.grounds[3])
        shown = [one.value for one in material.showcases_of.get(card.slug, ())]
        came_of = {one.design for one in shown}
        designs = tuple(one for one in material.catalog.designs if card.slug in one.value.crafts or one.slug in came_of)
        put = {poll for one in designs for poll in polls_named(one.value)}
        polls = tuple(one for one in material.catalog.polls if card.slug in one.value.crafts or one.slug in put)
        asked = {one.call for one in shown} | {one.value.call for one in polls}
        calls = tuple(one for one in material.catalog.calls if card.slug in one.value.crafts or one.slug in asked)
        dated = {one.value.stream for one in (*calls, *polls)}
        named = {slug for one in shown for slug in (one.stream, *one.shown_in)}
        return replace(
            material,
            catalog=replace(
                material.catalog,
                crafts=(),
                showcases=tuple(reversed(material.showcases_of.get(card.slug, ()))),
                streams=tuple(
                    one
                    for one in material.catalog.streams
                    if one.slug in dated | named or any(it.craft == card.slug for it in one.value.crafts)
                ),
                calls=calls,
                polls=polls,
                ideas=tuple(one for one in material.catalog.ideas if card.slug in one.value.crafts),
                designs=designs,
                audiences=(),
                audience_book=None,
                events=tuple(one for one in material.catalog.events if card.slug in one.value.crafts),
                feedback=(),
                posts=(),
                pages=(),
                translations=(),
            ),
            cards={one.slug: one for one in (card, *beside)},
            dossiers={card.slug: dossier} if (dossier := material.dossiers.get(card.slug)) is not None else {},
            said={card.slug: said} if (said := material.said.get(card.slug)) is not None else {},
            offered={card.slug: offered} if (offered := material.offered.get(card.slug)) is not None else {},
            promises=Promises(),
            promised={card.slug: material.promised.get(card.slug, ())},
            fits=material.fits.alone(card.slug),
            records=material.records.alone(card.slug),
            linkable=self._known if card.links else _NO_PAGES,
            recall=None,
        )

    def _all_share(self, material: Material, asked: dict[int, tuple[object, Fingerprint]]) -> tuple[object, ...]:
        """What the plan of every craft may read. Equal texts in another language are not the same: such are compared
        by their fingerprints."""
        catalog = material.catalog
        records = (
            catalog.site,
            catalog.tiers,
            *catalog.masters,
            *catalog.streams,
            *catalog.calls,
            *catalog.polls,
            *catalog.ideas,
            *catalog.materials,
            *catalog.designs,
            *catalog.events,
        )
        return (
            of_parts(*(self._print_of(one, asked) for one in records)),
            material.chrome_print,
            of_value(
                (
                    tuple(material.terms.items()),
                    tuple(material.guides.items()),
                    tuple(material.tag_names.items()),
                    material.verified,
                    material.today,
                    material.calendar.url,
                )
            ),
            material.book,
            material.pictures,
            material.files,
            material.previews,
            material.say,
        )

    def _print_of(self, value: object, asked: dict[int, tuple[object, Fingerprint]]) -> Fingerprint:
        """The fingerprint of a frozen value, at once where it is the very object that was asked about last time."""
        known = self._prints.get(id(value))
        made = known if known is not None and known[0] is value else (value, of_value(value))
        asked[id(value)] = made
        return made[1]


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether both hold the very same objects, or fingerprints that are equal."""
    if len(one) != len(other):
        return False
    for mine, theirs in zip(one, other, strict=True):
        if mine is theirs or (isinstance(mine, bytes) and mine == theirs):
            continue
        if not (isinstance(mine, tuple) and isinstance(theirs, tuple)):
            return False
        if not _same(cast("tuple[object, ...]", mine), cast("tuple[object, ...]", theirs)):
            return False
    return True


def _named_together(material: Material) -> dict[str, tuple[str, ...]]:
    """The crafts that streams name beside each craft: a page that shows a stream shows their names."""
    found: dict[str, dict[str, None]] = {}
    for stream in material.catalog.streams:
        named = [one.craft for one in stream.value.crafts if one.craft in material.cards]
        for slug in named:
            found.setdefault(slug, {}).update(dict.fromkeys(_others(slug, named)))
    return {slug: tuple(others) for slug, others in found.items()}


def _others(slug: str, named: Iterable[str]) -> Iterable[str]:
    return (one for one in named if one != slug)
