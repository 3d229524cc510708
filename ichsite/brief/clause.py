"""Clauses: the terms of an offer taken apart, each property of each thing by itself, so that two versions can be compared.

A clause is found again in another version by its `key`; a thing that came or went is one clause (`what` is `there`) and
takes along those whose keys go on from its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeVar

from ichsite.brief.canonical import canonical
from ichsite.brief.figure import (
    BoundFigure,
    Figure,
    PriceFigure,
    SaidFigure,
    ShareFigure,
    SizeFigure,
    SpanFigure,
    TermFigure,
    count_figure,
    money,
    said_figure,
)
from ichsite.brief.terms import Terms
from ichsite.model.option import (
    AnyOption,
    ChoiceOption,
    ColourOption,
    NumberOption,
    PictureOption,
    SizeTableOption,
    TextOption,
)
from ichsite.model.production import Stage
from ichsite.model.span import NO_DAYS, PriceRange
from ichsite.text.foreign import made_of

Part = Literal[
    "price", "options", "limits", "wishes", "fixed", "days", "revisions", "chance", "returns", "hands", "names"
]
What = Literal[
    "there", "price", "making", "master", "name", "range", "step", "adds",
    "adds-each", "at-most", "required", "ask", "measure", "scripts", "height", "colour",
    "tolerance", "note", "reason", "verdict", "shipping", "working", "waiting", "who",
    "season", "confirms", "change", "change-cost", "corrections", "control", "by", "share",
    "sample", "outside", "right", "inspection", "repair", "remake", "price-cut", "cancelling",
    "hand", "title", "tier", "seller",
]  # fmt: skip
Key = tuple[str, ...]
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Clause:
    """One property (`what`) of one thing (`of`, its label; empty for the offer as a whole)."""

    part: Part
    key: Key
    of: str
    what: What
    figures: tuple[Figure, ...]


def clauses_of(terms: Terms) -> Iterator[Clause]:
    """Every clause of some terms, in the order in which a buyer asks; no two have the same key."""
    yield from _whole(
        "price", price=PriceFigure(terms.price, terms.currency), making=TermFigure("making", terms.making)
    )
    yield from _whole("price", master=said_figure(terms.master_takes_part))
    for option in terms.options:
        yield from _option(option, terms)
    for limit in terms.limits:
        yield Clause("limits", ("limit", canonical(limit).decode()), "", "there", (BoundFigure(limit),))
    for key, boundary in _named("wish", terms.boundaries, lambda one: one.wish):
        verdict, reason = TermFigure("verdict", boundary.verdict), SaidFigure(boundary.reason.words)
        yield from _thing("wishes", key, boundary.wish, verdict=verdict, reason=reason)
    for key, fixed in _named("fixed", terms.fixed_features, lambda one: one.feature):
        yield from _thing("fixed", key, fixed.feature, reason=SaidFigure(fixed.reason))
    yield from _stages(terms)
    yield from _chance(terms)
    yield from _returns(terms)
    for key, step in _named("hand", terms.authenticity, lambda one: one.step):
        hand = TermFigure("hand", step.by)
        yield from _thing("hands", key, step.step, hand=hand, who=SaidFigure(step.who), note=said_figure(step.note))
    yield from _whole(
        "names",
        title=SaidFigure(terms.title),
        tier=SaidFigure(terms.tier_name),
        seller=said_figure(terms.seller or None),
    )


_Figures = Figure | tuple[Figure, ...] | None


def _thing(part: Part, key: Key, of: str, **properties: _Figures) -> Iterator[Clause]:
    """A thing that is there, and its properties; one of no figure is left out."""
    yield Clause(part, key, of, "there", ())
    yield from _properties(part, key, of, properties)


def _whole(part: Part, **properties: _Figures) -> Iterator[Clause]:
    """Properties of the offer as a whole."""
    return _properties(part, (part,), "", properties)


def _properties(part: Part, key: Key, of: str, properties: dict[str, _Figures]) -> Iterator[Clause]:
    for name, said in properties.items():
        figures = said if isinstance(said, tuple) else (said,) if said is not None else ()
        if figures:
            what: What = name.replace("_", "-")  # type: ignore[assignment]
            yield Clause(part, (*key, what), of, what, figures)


def _named(kind: str, things: Iterable[Thing], name: Callable[[Thing], str]) -> Iterator[tuple[Key, Thing]]:
    """Things that have no id by their names; the second of one name has a number."""
    seen: Counter[str] = Counter()
    for thing in things:
        seen[name(thing)] += 1
        yield (kind, name(thing), str(seen[name(thing)])), thing


def _option(option: AnyOption, terms: Terms) -> Iterator[Clause]:
    key = ("option", option.id)
    common: dict[str, _Figures] = {
        "name": SaidFigure(option.label),
        "required": TermFigure("yes-no", "yes") if option.required else None,
        "reason": SaidFigure(option.reason.words),
    }
    if isinstance(option, NumberOption):
        unit = (option.unit, option.measure_word)
        yield from _thing(
            "options", key, option.label, **common,
            range=SizeFigure(option.lowest, option.highest, *unit),
            step=SizeFigure(option.step, option.step, *unit),
            adds_each=money(option.adds_per_step, terms.currency),
        )  # fmt: skip
    elif isinstance(option, TextOption):
        least, most = Decimal(option.least_characters), Decimal(option.most_characters)
        yield from _thing(
            "options", key, option.label, **common,
            range=SizeFigure(least, most, "character"),
            scripts=tuple(TermFigure("script", one) for one in option.scripts),
            height=SizeFigure(option.character_mm, option.character_mm, "mm"),
            adds=money(option.adds, terms.currency),
            adds_each=money(option.adds_per_character, terms.currency),
        )  # fmt: skip
    elif isinstance(option, SizeTableOption):
        yield from _thing(
            "options", key, option.label, **common,
            step=SizeFigure(option.step, option.step, option.unit),
            tolerance=SizeFigure(option.tolerance, option.tolerance, option.unit) if option.tolerance is not None else None,
            adds=money(option.adds, terms.currency),
            note=said_figure(option.how),
        )  # fmt: skip
        for line in option.measures:
            of = _below(option.label, line.label)
            yield from _thing(
                "options", (*key, "line", line.id), of, range=SizeFigure(line.lowest, line.highest, option.unit)
            )
    elif isinstance(option, PictureOption):
        adds, most = money(option.adds, terms.currency), count_figure(option.most_files)
        yield from _thing(
            "options", key, option.label, **common, at_most=most, adds=adds, note=SaidFigure(option.wanted)
        )
    else:
        yield from _thing("options", key, option.label, **common, at_most=count_figure(option.at_most))
        yield from _values(option, key, terms)


def _values(option: ChoiceOption | ColourOption, key: Key, terms: Terms) -> Iterator[Clause]:
    if isinstance(option, ColourOption):
        for colour in option.palette:
            looks = SaidFigure(colour.value if colour.to is None else f"{colour.value}–{colour.to}")
            yield from _thing(
                "options", (*key, "value", colour.id), _below(option.label, colour.label),
                colour=looks, adds=money(colour.adds, terms.currency), note=said_figure(colour.becomes),
            )  # fmt: skip
        return
    for value in option.values:
        yield from _thing(
            "options", (*key, "value", value.id), _below(option.label, value.label),
            measure=SizeFigure(value.measure, value.measure, option.unit) if value.measure is not None else None,
            adds=money(value.adds, terms.currency),
            ask=TermFigure("yes-no", "yes") if value.ask else None,
            note=said_figure(value.note),
        )  # fmt: skip


def _below(option: str, own: str) -> str:
    return made_of(f"{option}·{own}", option, own)


def _stages(terms: Terms) -> Iterator[Clause]:
    for key, stage in _named("stage", terms.stages, lambda one: one.name):
        season = stage.season
        yield from _thing(
            "days", key, stage.name,
            working=SpanFigure(stage.working_days, "working") if stage.working_days != NO_DAYS else None,
            waiting=SpanFigure(stage.wait_days) if stage.wait_days != NO_DAYS else None,
            note=said_figure(stage.wait_for),
            who=TermFigure("actor", stage.actor),
            season=(TermFigure("season", season.force), *(TermFigure("month", str(one)) for one in season.months), SaidFigure(season.reason)) if season else None,
            confirms=said_figure(stage.confirms),
        )  # fmt: skip
        yield from _properties("revisions", (*key, "revision"), stage.name, _revision(stage, terms))
    if terms.shipping_days != NO_DAYS:
        yield from _whole("days", shipping=SpanFigure(terms.shipping_days))


def _revision(stage: Stage, terms: Terms) -> dict[str, _Figures]:
    cost: tuple[Figure, ...] = ()
    if stage.change_cost is not None:
        cost += (PriceFigure(PriceRange(lowest=stage.change_cost, highest=stage.change_cost), terms.currency),)
    if stage.change_percent is not None:
        cost += (SizeFigure(Decimal(stage.change_percent), Decimal(stage.change_percent), "percent"),)
    return {
        "change": TermFigure("change", stage.change),
        "change_cost": cost,
        "corrections": count_figure(stage.revisions) if stage.revisions else None,
        "note": said_figure(stage.change_note),
    }


def _chance(terms: Terms) -> Iterator[Clause]:
    one, sample = terms.randomness, terms.randomness.sample
    pieces = sample.pieces if sample is not None else sum(each.count for each in one.outcomes)
    yield from _whole(
        "chance",
        control=TermFigure("control", one.controllability),
        by=TermFigure("by", one.by) if one.by != "none" else None,
    )
    if sample is not None:
        note = (SaidFigure(sample.note),) if sample.note is not None else ()
        yield from _whole(
            "chance", sample=(count_figure(sample.pieces), SaidFigure(f"{sample.since}–{sample.until}"), *note)
        )
    for outcome in one.outcomes:
        share = ShareFigure(outcome.count, pieces)
        yield from _thing("chance", ("outcome", outcome.id), outcome.name, share=share, note=SaidFigure(outcome.words))
    for key, factor in _named("factor", one.factors, lambda each: each.name):
        yield from _thing("chance", key, factor.name, note=SaidFigure(factor.effect))
    for key, tolerance in _named("tolerance", one.tolerances, lambda each: each.what):
        size = SizeFigure(tolerance.plus_minus, tolerance.plus_minus, tolerance.unit)
        yield from _thing("chance", key, tolerance.what, tolerance=size)
    for key, other in _named("alternative", one.alternatives, lambda each: each.name):
        yield from _thing("chance", key, other.name, note=SaidFigure(other.words))
    yield from _whole("chance", outside=said_figure(one.outside))


def _returns(terms: Terms) -> Iterator[Clause]:
    returns, after = terms.returns, terms.after_sale
    days = (count_figure(returns.days),) if returns.days else ()
    yield from _whole("returns", right=(TermFigure("return", returns.basis), *days), note=said_figure(returns.words))
    yield from _whole(
        "returns",
        inspection=count_figure(after.inspection_days),
        repair=SaidFigure(after.repair),
        remake=SaidFigure(after.remake),
        price_cut=SaidFigure(after.price_cut),
        cancelling=SaidFigure(after.cancelling),
    )
