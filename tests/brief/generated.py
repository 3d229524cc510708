"""Offers that no workshop wrote: options of each kind, limits of each kind between them, prices; the same every time for a seed.

They go where the demonstration does not: steps of a quarter, tables and pictures in limits, conditions upon conditions, limits
that nothing can keep, tiers that share some options.
"""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast, get_args

from ichsite.assess.counting import plain
from ichsite.assess.wish import option_names
from ichsite.brief.terms import Returns, Terms, offer_of
from ichsite.model.limit import (
    AnyLimit,
    BoundLimit,
    Condition,
    ExcludeLimit,
    RatioLimit,
    RequireLimit,
    RoomLimit,
    TotalLimit,
)
from ichsite.model.option import (
    AnyOption,
    ChoiceOption,
    ChoiceValue,
    Colour,
    ColourOption,
    NumberOption,
    PictureOption,
    Reason,
    Script,
    SizeMeasure,
    SizeTableOption,
    TextOption,
    Unit,
)
from ichsite.model.randomness import Randomness
from ichsite.model.span import PriceRange
from ichsite.model.tier import TierName
from tests.brief.promised import terms

REASON = Reason(basis="physical", words="试出来的")
UNITS: tuple[Unit, ...] = get_args(Unit)
SCRIPTS: tuple[Script, ...] = get_args(Script)
STEPS = ("1", "0.5", "0.25", "0.1", "0.001", "3", "2.5", "10")
_BLANK = terms()


def tiers(dice: random.Random) -> list[Terms]:
    """The terms of one or two tiers of a craft; of two, the second has some of the first's options, wider or narrower."""
    first = _terms(dice, "element", [_option(dice, at) for at in range(dice.randint(1, 7))])
    if dice.random() < 0.4:
        return [first]
    kept = [_varied(option, dice) for option in first.options if dice.random() < 0.7]
    return [first, _terms(dice, "deep", [*kept, *(_option(dice, at) for at in range(20, 20 + dice.randint(0, 2)))])]


def _terms(dice: random.Random, tier: TierName, options: list[AnyOption]) -> Terms:
    made = replace(
        _BLANK,
        tier=tier,
        price=_price(dice),
        options=tuple(options),
        limits=(),
        stages=(),
        randomness=Randomness(controllability="high"),
        returns=Returns(basis="made-to-order"),
    )
    names = option_names(offer_of(made))
    return replace(made, limits=tuple(_limit(dice, made, names) for _ in range(dice.randint(0, 5) if names else 0)))


def _price(dice: random.Random) -> PriceRange:
    lowest = dice.choice((0, 1, 99, 18_000, 88_050))
    return PriceRange(lowest=lowest, highest=lowest + dice.choice((0, 1, 5_000, 1_000_000)))


def _option(dice: random.Random, at: int) -> AnyOption:
    common: dict[str, Any] = {
        "label": dice.choice(("宽", "面孔", "刻字", "边 <b>", "{label}", "A·b")) + str(at),
        "reason": REASON,
    }
    common["required"] = dice.random() < 0.35
    adds = dice.choice((0, 0, 1, 2_000))
    kind = dice.choice(("number", "number", "text", "text", "choice", "choice", "colour", "size-table", "picture"))
    id = f"{kind.partition('-')[0]}-{at}"
    if kind == "number":
        step, lowest, highest = _span(dice)
        word = dice.choice((None, "张", "朵"))
        return NumberOption(
            kind=kind, id=id, unit=dice.choice(UNITS), lowest=lowest, highest=highest, step=step, adds_per_step=adds,
            measure_word=word, **common,
        )  # fmt: skip
    if kind == "text":
        least = dice.randint(1, 4)
        most, scripts = least + dice.choice((0, 1, 8, 30)), dice.sample(SCRIPTS, dice.randint(1, 4))
        return TextOption(
            kind=kind, id=id, least_characters=least, most_characters=most, scripts=tuple(scripts),
            character_mm=_exact(dice, 5), adds=adds, adds_per_character=dice.choice((0, 0, 300)), **common,
        )  # fmt: skip
    if kind == "choice":
        measured = dice.random() < 0.6
        values = tuple(
            ChoiceValue(
                id=f"v{one}", label=f"值{one}", adds=dice.choice((0, 100, 2_500)), ask=dice.random() < 0.15,
                measure=_exact(dice, 40) if measured and dice.random() < 0.9 else None,
            )
            for one in range(dice.randint(1, 6))
        )  # fmt: skip
        most = dice.choice((1, 1, 2, 3))
        return ChoiceOption(kind=kind, id=id, values=values, at_most=most, unit=dice.choice((None, *UNITS)), **common)
    if kind == "colour":
        palette = tuple(
            Colour(id=f"c{one}", label=f"色{one}", value="#224488", adds=dice.choice((0, 700)))
            for one in range(dice.randint(1, 5))
        )
        return ColourOption(kind=kind, id=id, palette=palette, at_most=dice.randint(1, 4), **common)
    if kind == "size-table":
        step, lowest, highest = _span(dice)
        measures = tuple(
            SizeMeasure(id=f"m{one}", label=f"行{one}", lowest=lowest, highest=highest)
            for one in range(dice.randint(1, 3))
        )
        return SizeTableOption(
            kind="size-table", id=id, unit=dice.choice(UNITS), step=step, measures=measures, adds=adds, **common
        )
    return PictureOption(kind="picture", id=id, wanted="一张照片", most_files=dice.randint(1, 6), adds=adds, **common)


def _span(dice: random.Random) -> tuple[Decimal, Decimal, Decimal]:
    """A step, the lowest and the highest; the last step may not end at the highest."""
    step, lowest = Decimal(dice.choice(STEPS)), _exact(dice, 20)
    highest = lowest + step * dice.choice((0, 1, 4, 30, 500)) + (step / 2 if dice.random() < 0.1 and step > 1 else 0)
    return step, lowest, Decimal(plain(highest))


def _exact(dice: random.Random, most: int) -> Decimal:
    return Decimal(plain(Decimal(dice.choice(("0", "0.5", "1.8", "2.125", str(dice.randint(0, most)))))))


def _varied(option: AnyOption, dice: random.Random) -> AnyOption:
    if isinstance(option, NumberOption):
        return replace(option, highest=option.highest + option.step * dice.choice((0, 0, 20)), required=False)
    if isinstance(option, TextOption):
        return replace(option, most_characters=option.most_characters + dice.choice((0, 12)))
    return option


def _limit(dice: random.Random, terms: Terms, names: tuple[str, ...]) -> AnyLimit:
    name, other = dice.choice(names), dice.choice(names)
    when = tuple(_condition(dice, terms, names) for _ in range(dice.choice((0, 0, 0, 1, 2))))
    common: dict[str, Any] = {"when": when, "reason": REASON, "instead": dice.choice((None, None, "换大的"))}
    least, most = _exact(dice, 20), _exact(dice, 60)
    both = dice.choice(((least, None), (None, most), (least, least + most)))
    kind = dice.choice(("room", "room", "bound", "exclude", "require", "ratio", "total"))
    if kind == "room":
        return RoomLimit(
            kind=kind, count=name, each=max(_exact(dice, 12), Decimal("0.001")), space=other, margin=_exact(dice, 4),
            rows=dice.choice((1, 1, 2, 3)), **common,
        )  # fmt: skip
    if kind == "bound":
        return BoundLimit(kind=kind, option=name, at_least=both[0], at_most=both[1], **common)
    if kind == "ratio":
        share = dice.choice(("0.1", "0.333", "0.5", "1", "2.5"))
        low, high = dice.choice(((Decimal(share), None), (None, Decimal(share)), (Decimal("0.1"), Decimal(share))))
        return RatioLimit(kind=kind, option=name, to=other, at_least=low, at_most=high, **common)
    if kind == "total":
        options = tuple(dice.sample(names, min(len(names), dice.randint(1, 3))))
        return TotalLimit(kind=kind, options=options, at_most=most, **common)
    among = _among(dice, terms, name)
    if kind == "exclude":
        return ExcludeLimit(kind="exclude", option=name, among=among, **common)
    return RequireLimit(kind="require", option=name, among=among, **common)


def _condition(dice: random.Random, terms: Terms, names: tuple[str, ...]) -> Condition:
    name, most = dice.choice(names), _exact(dice, 30)
    kind = dice.choice(("given", "among", "least", "most"))
    if kind == "among" and (among := _among(dice, terms, name)):
        return Condition(option=name, among=among)
    if kind == "least":
        return Condition(option=name, at_least=most)
    return Condition(option=name, at_most=most) if kind == "most" else Condition(option=name, given=dice.random() < 0.6)


def _among(dice: random.Random, terms: Terms, name: str) -> tuple[str, ...]:
    option = next(one for one in terms.options if one.id == name.partition(".")[0])
    ids: list[str] = []
    if isinstance(option, ChoiceOption):
        ids = [one.id for one in option.values]
    elif isinstance(option, ColourOption):
        ids = [one.id for one in option.palette]
    return (
        tuple(dice.sample(ids, dice.randint(1, len(ids))))
        if ids and dice.random() < 0.8
        else cast("tuple[str, ...]", ())
    )
