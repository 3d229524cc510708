"""What a process that plans again and again remembers of its last plan of one tree: everything about each craft.

What is planned of one craft is a function of that craft, of the few crafts named beside it, and of what all crafts
share. Where all of that is as it was, so is the result. It is made from a `Material` that holds nothing else: what a
function reads besides is not stale one day, it is missing at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from ichsite.assess.card import CraftCard
from ichsite.catalog.known import Known
from ichsite.plan.material import Material
from ichsite.text.fingerprint import Fingerprint, of_parts, of_value
from ichsite.text.lasts import Lasts

Made = TypeVar("Made")
Planner = Callable[[Material, CraftCard], Made]

_NO_PAGES = Known({})


@dataclass
class _Kept:
    """What was planned of a craft, by the function that planned it, and the grounds on which it stands."""

    grounds: tuple[object, ...]
    made: dict[Planner[Any], Any] = field(default_factory=dict[Planner[Any], Any])
    narrow: Material | None = None


@dataclass
class Recall:
    """The memory of one tree; it holds what the last plan asked for, and no craft that is gone."""

    _shared: tuple[object, ...] = ()
    _known: Known = _NO_PAGES
    _prints: dict[int, tuple[object, Fingerprint]] = field(default_factory=dict[int, tuple[object, Fingerprint]])
    _crafts: dict[str, _Kept] = field(default_factory=dict[str, _Kept])
    _lasts: Lasts = field(default_factory=Lasts)

    def begin(self, material: Material) -> None:
        """A new plan: holds the material against the last one, and forgets what no longer stands."""
        if self._known != material.known:
            self._known = material.known
        asked: dict[int, tuple[object, Fingerprint]] = {}
        shared = self._all_share(material, asked)
        last = self._crafts if shared == self._shared else {}
        showcases, beside = material.showcases_of, _named_together(material)
        kept: dict[str, _Kept] = {}
        for slug, card in material.cards.items():
            grounds = (
                card,
                self._known if card.links else None,
                tuple(material.cards[one] for one in beside.get(slug, ())),
                *(self._print_of(one, asked) for one in showcases.get(slug, ())),
                repr(material.fits.by_craft.get(slug, ())).encode(),
            )
            facts = (material.dossiers[slug], material.said[slug])
            before = last.get(slug)
            if before is not None and before.grounds[0] == facts and _same(before.grounds[1:], grounds):
                before.narrow = None
                kept[slug] = before
            else:
                kept[slug] = _Kept((facts, *grounds))
        self._shared, self._crafts, self._prints = shared, kept, asked

    def once(self, plan: Planner[Made], material: Material, card: CraftCard) -> Made:
        """What `plan` makes of the craft, or made of it in an earlier plan on the same grounds."""
        kept = self._crafts[card.slug]
        if plan not in kept.made:
            if kept.narrow is None:
                kept.narrow = self._narrow(material, card, kept)
            kept.made[plan] = plan(kept.narrow, card)
        return kept.made[plan]

    def again(self, name: str, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made under this name the last time, where the same was given."""
        return self._lasts.again(name, given, make)

    def _narrow(self, material: Material, card: CraftCard, kept: _Kept) -> Material:
        """The material with nothing in it but the grounds of one craft and what all share."""
        beside = cast("tuple[CraftCard, ...]", kept.grounds[3])
        shown = [one.value for one in material.showcases_of.get(card.slug, ())]
        polls = tuple(one for one in material.catalog.polls if card.slug in one.value.crafts)
        asked = {one.call for one in shown} | {one.value.call for one in polls}
        calls = tuple(one for one in material.catalog.calls if card.slug in one.value.crafts or one.slug in asked)
        dated = {one.value.stream for one in (*calls, *polls)}
        named = {slug for one in shown for slug in (one.stream, *one.shown_in)}
        came_of = {one.design for one in shown}
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
                designs=tuple(
                    one for one in material.catalog.designs if card.slug in one.value.crafts or one.slug in came_of
                ),
                audiences=(),
                audience_book=None,
                events=tuple(one for one in material.catalog.events if card.slug in one.value.crafts),
                feedback=(),
                posts=(),
                pages=(),
                translations=(),
            ),
            cards={one.slug: one for one in (card, *beside)},
            dossiers={card.slug: material.dossiers[card.slug]},
            said={card.slug: material.said[card.slug]},
            offered={},
            fits=material.fits.alone(card.slug),
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
