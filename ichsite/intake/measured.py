"""Which options of an offer a quantity in a wish may be about, and the same offer with an option held to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ichsite.intake.quantities import Quantity
from ichsite.model.offer import Offer
from ichsite.model.option import AnyOption, ChoiceOption, ColourOption, NumberOption, SizeTableOption, TextOption, Unit

_SIZES: dict[Unit, tuple[str, Decimal]] = {
    "mm": ("length", Decimal(1)),
    "cm": ("length", Decimal(10)),
    "m": ("length", Decimal(1000)),
    "g": ("weight", Decimal(1)),
    "ml": ("volume", Decimal(1)),
}
_DIMENSIONS = re.compile("口径|直径|内径|胸围|腰围|臀围|领围|肩宽|袖长|衣长|裙长|高|宽|长|深|厚|粗|口")
_SURROUNDINGS = re.compile("桌|柜|架|墙|窗|门|床|身高|房|厅|包裹|快递|离|相距|隔")
"""What a size before or behind these is of, unless an option is named so."""
_FILLING = frozenset("个的几数多少想要做刻一位只件枚张口名朵枝支片")


@dataclass(frozen=True)
class Range:
    """What an option can be, in its own unit, and how many of a quantity's units are one of them."""

    option: AnyOption
    name: str
    label: str
    least: Decimal
    most: Decimal
    size: Decimal = Decimal(1)

    def outside(self, quantity: Quantity) -> bool:
        """Whether no value of the quantity lies in the range."""
        return quantity.least > self.most * self.size or quantity.most < self.least * self.size

    def overshoot(self, quantity: Quantity) -> Decimal:
        """How many times too much or too little the quantity is; 1 where it is not."""
        if quantity.least > self.most * self.size:
            return quantity.least / max(self.most * self.size, Decimal("0.001"))
        if quantity.most < self.least * self.size:
            return self.least * self.size / max(quantity.most, Decimal("0.001"))
        return Decimal(1)

    def own(self, value: Decimal) -> Decimal:
        """A quantity's value in the option's unit."""
        return (value / self.size).quantize(Decimal("0.001")).normalize()


def ranges(offer: Offer, quantity: Quantity) -> tuple[Range, ...]:
    """The options that the quantity may be about: those of its unit, of these the ones whose label names what is
    measured, where the words around it do. Empty where it is about none, or about what no option is."""
    found = tuple(one for option in offer.options for one in _of_option(option, quantity))
    if quantity.family != "length" or not found:
        return found
    around = quantity.before[-5:] + " " + quantity.behind[:4]
    things = {one[0] for one in _SURROUNDINGS.findall(around)}
    if things and not any(things & set(one.label) for one in found):
        return ()
    named = set(_DIMENSIONS.findall(around))
    return tuple(one for one in found if named & set(_DIMENSIONS.findall(one.label))) if named else found


def held(offer: Offer, one: Range, quantity: Quantity) -> Offer:
    """The offer with an option that takes nothing but the quantity; the same where its form cannot be held so."""
    option = one.option
    least, most = max(quantity.least / one.size, one.least), min(quantity.most / one.size, one.most)
    if isinstance(option, NumberOption):
        lowest = option.lowest + option.step * _steps(least - option.lowest, option.step, ROUND_CEILING)
        highest = option.lowest + option.step * _steps(most - option.lowest, option.step, ROUND_FLOOR)
        if lowest > highest:
            return offer  # between two steps: one of them may do
        kept: AnyOption = replace(option, lowest=lowest, highest=highest, required=True)
    elif isinstance(option, TextOption):
        kept = replace(option, least_characters=int(least), most_characters=int(most), required=True)
    else:
        return offer
    return replace(offer, options=tuple(kept if each is option else each for each in offer.options))


def _steps(span: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (span / step).to_integral_value(rounding)


def _of_option(option: AnyOption, quantity: Quantity) -> Iterator[Range]:
    family = quantity.family
    if isinstance(option, TextOption) and family == "letters":
        least, most = option.least_characters, option.most_characters
        yield Range(option, option.id, option.label, Decimal(least), Decimal(most))
    elif isinstance(option, ColourOption) and family == "colours":
        yield Range(option, option.id, option.label, Decimal(0), Decimal(option.at_most))
    elif isinstance(option, SizeTableOption):
        of, size = _SIZES.get(option.unit, ("", Decimal(1)))
        if of == family:
            for line in option.measures:
                yield Range(
                    option, f"{option.id}.{line.id}", f"{option.label}·{line.label}", line.lowest, line.highest, size
                )
    elif isinstance(option, (NumberOption, ChoiceOption)) and option.unit is not None:
        of, size = _SIZES.get(option.unit, ("count", Decimal(1)))
        bounds = _bounds(option)
        if of != family or bounds is None or (of == "count" and not _counted(option, quantity)):
            return
        yield Range(option, option.id, option.label, *bounds, size)


def _bounds(option: NumberOption | ChoiceOption) -> tuple[Decimal, Decimal] | None:
    if isinstance(option, NumberOption):
        return option.lowest, option.highest
    measures = [one.measure for one in option.values if one.measure is not None]
    # a value without a measure may be of any size
    return (min(measures), max(measures)) if measures and len(measures) == len(option.values) else None


def _counted(option: NumberOption | ChoiceOption, quantity: Quantity) -> bool:
    """Whether what is counted is the option's: its label shares a telling character with the words at the number."""
    telling = set(option.label) - _FILLING
    if (
        quantity.unit in ("口", "位", "名", "个")
        and set(quantity.behind[:2]) & set("人脸")
        and telling & set("人脸面像")
    ):
        return True
    if isinstance(option, NumberOption) and option.measure_word not in (None, quantity.unit):
        return False
    around = set(quantity.behind[:3]) | ({quantity.unit} - _FILLING)
    return bool(telling & around)
