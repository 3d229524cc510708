"""Wishes that may break a threshold 定制阈值: the numbers and words of a wish against the options and limits of a craft.

A wish is said in a sentence, not chosen from options: what a number is of can only be guessed. So a mark says “maybe”, and
there is one only where no option of no tier in question would take it; whatever is left open is not marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ichsite.assess.counting import plain
from ichsite.assess.limits import labels_of, named_options, names_in
from ichsite.assess.possible import ways_out
from ichsite.assess.satisfy import possible
from ichsite.assess.wish import Refusal, Values, Wish, refusals
from ichsite.intake.measured import Range, held, ranges
from ichsite.intake.quantities import Quantity, quantities
from ichsite.intake.wording import pieces_of
from ichsite.model.limit import AnyLimit
from ichsite.model.offer import Boundary, Offer
from ichsite.model.option import UNIT_TERMS, ColourOption, NumberOption, SizeTableOption, TextOption, Unit
from ichsite.model.tier import TierName
from ichsite.text.words import Words

_QUOTED = re.compile(r"[“\"「『‘《]([^”\"」』’》\n]{1,300})[”\"」』’》]")
_WRITES = re.compile("刻|绣|写|印|錾|题|烧|剪|字|engrav|write|text|letter", re.IGNORECASE)
_SHARED = Decimal("0.7")
"""So much of a boundary's words must stand in a wish for the wish to be it."""
_FEWEST_PIECES = 3
_MOST_MARKS = 4


@dataclass(frozen=True, eq=False)
class Offered:
    """A craft with its offers; itself and no other, so that what it answers to a value is worked out once."""

    slug: str
    title: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Mark:
    """One threshold that a wish may break: whose, what is wrong, the reason in the catalogue's words, what would do in its
    author's (`instead`), and what would be possible of what was said, the nearest first (`ways`).

    `option`, or the ids of a `boundary` or a `limit` where they have one, is what an idea's `threshold` names.
    """

    craft: str
    title: str
    tier: TierName
    what: Words
    reason: str
    instead: str | None = None
    option: str | None = None
    boundary: str | None = None
    limit: str | None = None
    ways: tuple[Words, ...] = ()


@dataclass(frozen=True)
class _Breach:
    mark: Mark
    overshoot: Decimal


def threshold_marks(text: str, crafts: Sequence[Offered]) -> tuple[Mark, ...]:
    """The marks of a wish about one of `crafts`; with several of them only what none of them takes."""
    found: list[Mark] = []
    said = quantities(text)
    for quantity in said:
        found += _nearest([_measured(craft, quantity) for craft in crafts])
    for quoted in _quoted(text):
        found += _nearest([_written(craft, quoted) for craft in crafts])
    if len(crafts) == 1:
        found += [] if found else _limited(crafts[0], said)
        found += _bounded(crafts[0], text)
    return tuple(dict.fromkeys(found))[:_MOST_MARKS]


def _nearest(verdicts: Sequence[list[_Breach] | None]) -> list[Mark]:
    """Of what breaks in every craft that has to do with it the least; None of a craft is “nothing to do with it”, an
    empty list “can be done”."""
    told = [one for one in verdicts if one is not None]
    if not told or not all(told):
        return []
    return [min((breach for one in told for breach in one), key=lambda one: one.overshoot).mark]


def _measured(craft: Offered, quantity: Quantity) -> list[_Breach] | None:
    breaches: list[_Breach] = []
    said = False
    for offer in craft.offers:
        found = ranges(offer, quantity)
        if not found:
            continue
        said = True
        if not all(one.outside(quantity) for one in found):
            return []
        nearest = min(found, key=lambda one: one.overshoot(quantity))
        breaches.append(_Breach(_mark(craft, offer, nearest, quantity), nearest.overshoot(quantity)))
    return breaches if said else None


def _mark(craft: Offered, offer: Offer, one: Range, quantity: Quantity) -> Mark:
    refused, ways = _answer(craft, offer.tier, one.name, _values(one, quantity))
    can = _range(one)
    said = Words(f"“{quantity.said}”：{can.zh}", f"“{quantity.said}”: {can.en}")
    reason = refused.reason if refused is not None else one.option.reason.words
    return Mark(craft.slug, craft.title, offer.tier, said, reason, option=one.name, ways=ways)


@lru_cache(maxsize=4096)
def _answer(craft: Offered, tier: TierName, name: str, values: Values) -> tuple[Refusal | None, tuple[Words, ...]]:
    """What the catalogue itself says to one value that can be chosen, and what would be possible instead."""
    offer = next(one for one in craft.offers if one.tier == tier)
    found = refusals(offer, {name: values}) if values else ()
    refused = next((each for each in found if each.option == name), None)
    return refused, _ways(craft, offer, {name: values}, refused) if refused is not None else ()


def _values(one: Range, quantity: Quantity) -> Values:
    """The quantity as the option's value; nothing where it is not one value, or of an option that is chosen from a list."""
    if quantity.least != quantity.most:
        return ()
    if isinstance(one.option, TextOption):
        return ("字" * int(min(quantity.least, 999)),)
    return (plain(one.own(quantity.least)),) if isinstance(one.option, (NumberOption, SizeTableOption)) else ()


def _ways(craft: Offered, offer: Offer, wish: Wish, refused: Refusal) -> tuple[Words, ...]:
    """What would be possible of as much of a wish as is known: limits that ask for more are left out, on either side."""
    told, *others = (
        replace(one, limits=tuple(limit for limit in one.limits if set(names_in(limit)) <= wish.keys()))
        for one in (offer, *craft.offers)
    )
    return tuple(one.words for one in ways_out(told, wish, refused, others))


def _range(one: Range) -> Words:
    least, most = plain(one.least), plain(one.most)
    if isinstance(one.option, TextOption):
        return Words(f"“{one.label}”可写 {least}–{most} 个字", f"“{one.label}” takes {least}–{most} characters")
    if isinstance(one.option, ColourOption):
        return Words(f"“{one.label}”最多 {most} 种", f"“{one.label}” takes {most} at most")
    unit: Unit | None = getattr(one.option, "unit", None)
    word: str | None = getattr(one.option, "measure_word", None)
    zh = word or (UNIT_TERMS.terms[unit] if unit is not None else "")
    en = f" {unit}" if unit not in (None, "piece", "colour") else ""
    return Words(f"“{one.label}”可做 {least}–{most} {zh}", f"“{one.label}” can be {least}–{most}{en}")


def _quoted(text: str) -> Iterator[str]:
    for found in _QUOTED.finditer(text):
        if _WRITES.search(text[max(0, found.start() - 8) : found.start()] + text[found.end() : found.end() + 4]):
            yield found[1]


def _written(craft: Offered, quoted: str) -> list[_Breach] | None:
    """Words to be worked in, held against every text that a piece can carry."""
    breaches: list[_Breach] = []
    said = False
    for offer in craft.offers:
        for option in offer.options:
            if not isinstance(option, TextOption):
                continue
            said = True
            refused, ways = _answer(craft, offer.tier, option.id, (quoted,))
            if refused is None:
                return []
            mark = Mark(craft.slug, craft.title, offer.tier, refused.what, refused.reason, option=option.id, ways=ways)
            breaches.append(_Breach(mark, Decimal(1) / option.most_characters))
    return breaches if said else None


def _limited(craft: Offered, said: Sequence[Quantity]) -> list[Mark]:
    """Whether all that is said can be had at once: a limit between options may forbid what each of them takes."""
    wanted = [(offer, *_wanted(offer, said)) for offer in craft.offers] if said else []
    most = max((len(named) for _, _, named in wanted), default=0)
    found: list[Mark] = []
    for offer, held_to, named in wanted:
        if most == 0 or len(named) < most:
            continue  # another tier has more of it
        limit = _limit(held_to, named.keys()) if not possible(held_to) and possible(offer) else None
        if limit is None:
            return []
        found.append(_limit_mark(craft, offer, limit, {name: values for name, values in named.items() if values}))
    return found[:1]


def _wanted(offer: Offer, said: Sequence[Quantity]) -> tuple[Offer, dict[str, Values]]:
    """The offer held to every quantity that is about one option alone, and the values of these by name; no values where more
    than one would do."""
    named: dict[str, Values] = {}
    for quantity in said:
        found = [one for one in ranges(offer, quantity) if not one.outside(quantity)]
        if len(found) != 1 or found[0].name in named:
            continue
        after = held(offer, found[0], quantity)
        if after is not offer:
            offer = after
            named[found[0].name] = _values(found[0], quantity)
    return offer, named


def _limit(wanted: Offer, named: Set[str]) -> AnyLimit | None:
    """The one limit that forbids it, where it is one."""
    for limit in wanted.limits:
        if named & set(named_options(limit)) and not possible(replace(wanted, limits=(limit,))):
            return limit
    return None


def _limit_mark(craft: Offered, offer: Offer, limit: AnyLimit, wish: Wish) -> Mark:
    names = named_options(limit)
    labels = labels_of(offer)
    zh, en = (
        "、".join(f"“{labels.get(one, one)}”" for one in names),
        ", ".join(f"“{labels.get(one, one)}”" for one in names),
    )
    what = Words(f"{zh}之间的限制容不下", f"a limit of {en} has no room for it")
    known = [one for one in offer.limits if set(names_in(one)) <= wish.keys()]
    at = known.index(limit) if limit in known else None
    refused = Refusal(names[0], what, limit.reason.words, limit.instead, at)
    return Mark(
        craft.slug,
        craft.title,
        offer.tier,
        what,
        limit.reason.words,
        limit.instead,
        option=names[0],
        limit=_id(limit),
        ways=_ways(craft, offer, wish, refused) if at is not None else (),
    )


def _bounded(craft: Offered, text: str) -> list[Mark]:
    """The wishes that the catalogue has answered already with “cannot” or “ask first”."""
    answered = [(offer, one) for offer in craft.offers for one in offer.boundaries if one.verdict != "can"]
    if not answered:
        return []
    pieces = pieces_of(text)
    found: list[tuple[Decimal, Mark]] = []
    for offer, one in answered:
        own = pieces_of(one.wish)
        if len(own) < _FEWEST_PIECES:
            continue
        share = Decimal(len(own & pieces)) / len(own)
        if share >= _SHARED:
            found.append((share, _boundary_mark(craft, offer, one)))
    return [max(found, key=lambda one: one[0])[1]] if found else []


def _boundary_mark(craft: Offered, offer: Offer, one: Boundary) -> Mark:
    answer = Words("做不了", "cannot be done") if one.verdict == "cannot" else Words("要先问", "ask first")
    what = Words(f"像是“{one.wish}”：{answer.zh}", f"like “{one.wish}”: {answer.en}")
    return Mark(craft.slug, craft.title, offer.tier, what, one.reason.words, boundary=_id(one))


def _id(one: Any) -> str | None:
    found = getattr(one, "id", None)
    return found if isinstance(found, str) else None
