"""A wish against the thresholds: what an offer's options and limits say of the values that somebody chose.

One definition for showcases, checks and, later, the browser: plain counts and comparisons, nothing evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ichsite.assess.counting import characters, number, plain
from ichsite.assess.limits import broken_limits
from ichsite.model.offer import Offer
from ichsite.model.option import (
    AnyOption,
    ChoiceOption,
    ColourOption,
    NumberOption,
    PictureOption,
    Script,
    SizeTableOption,
    TextOption,
)
from ichsite.text.words import Words

Values = tuple[str, ...]
"""What was chosen for one option; empty where nothing was."""
Wish = Mapping[str, Values]

_SCRIPTS: dict[Script, str] = {
    "han": r"\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "latin": r"A-Za-z\u00c0-\u024f",
    "digits": r"0-9",
    "punctuation": r"\u3000-\u3003\u3008-\u3011\u2010-\u2027\uff01-\uff0f\uff1a-\uff20!-/:-@\[-`{-~·",
}


@dataclass(frozen=True)
class Refusal:
    """One thing that the technique cannot do: the option, what is wrong, why, and what would be possible."""

    option: str
    what: Words
    reason: str
    instead: str | None = None


def refusals(offer: Offer, wish: Wish) -> tuple[Refusal, ...]:
    """Everything in `wish` that the offer's thresholds forbid; empty where it can be made."""
    found: list[Refusal] = []
    known = set(option_names(offer))
    found += [
        Refusal(name, Words(f"没有“{name}”这个选项", f"there is no option `{name}`"), "")
        for name in wish
        if name not in known
    ]
    for option in offer.options:
        found += _of_option(option, wish)
    if not found:
        found += [
            Refusal(broken.option, broken.what, broken.limit.reason.words, broken.limit.instead)
            for broken in broken_limits(offer, wish)
        ]
    return tuple(found)


def option_names(offer: Offer) -> tuple[str, ...]:
    """Every name that a wish or a limit may use: options, and the lines of size tables."""
    names: list[str] = []
    for option in offer.options:
        if isinstance(option, SizeTableOption):
            names += [f"{option.id}.{line.id}" for line in option.measures]
        else:
            names.append(option.id)
    return tuple(names)


def _of_option(option: AnyOption, wish: Wish) -> list[Refusal]:
    if isinstance(option, SizeTableOption):
        return _of_table(option, wish)
    values: Values = wish.get(option.id, ())
    if len(values) == 0:
        return (
            [_refuse(option, Words(f"“{option.label}”必须选", f"“{option.label}” must be chosen"))]
            if option.required
            else []
        )
    if isinstance(option, ChoiceOption):
        return _of_list(option, values, {value.id for value in option.values}, option.at_most)
    if isinstance(option, ColourOption):
        return _of_list(option, values, {colour.id for colour in option.palette}, option.at_most)
    if isinstance(option, PictureOption):
        return _of_list(option, values, None, option.most_files)
    if len(values) > 1:
        return [_refuse(option, Words(f"“{option.label}”只能有一个值", f"“{option.label}” takes one value"))]
    if isinstance(option, NumberOption):
        return _of_number(option, option.label, values[0], option.lowest, option.highest, option.step)
    return _of_text(option, values[0])


def _of_list(option: AnyOption, values: Values, known: set[str] | None, at_most: int) -> list[Refusal]:
    found: list[Refusal] = []
    for value in values:
        if known is not None and value not in known:
            found.append(
                _refuse(option, Words(f"“{option.label}”里没有“{value}”", f"“{option.label}” has no “{value}”"))
            )
    if len(values) > at_most or len(set(values)) < len(values):
        found.append(
            _refuse(
                option,
                Words(
                    f"“{option.label}”最多选 {at_most} 项，不能重复",
                    f"“{option.label}” takes at most {at_most}, each once",
                ),
            )
        )
    return found


def _of_table(option: SizeTableOption, wish: Wish) -> list[Refusal]:
    found: list[Refusal] = []
    for line in option.measures:
        values = wish.get(f"{option.id}.{line.id}", ())
        label = f"{option.label}·{line.label}"
        if not values and option.required:
            found.append(_refuse(option, Words(f"“{label}”必须填", f"“{label}” must be given")))
        for value in values:
            found += _of_number(option, label, value, line.lowest, line.highest, option.step)
    return found


def _of_number(
    option: NumberOption | SizeTableOption, label: str, text: str, lowest: Decimal, highest: Decimal, step: Decimal
) -> list[Refusal]:
    value = number(text)
    if value is None:
        return [_refuse(option, Words(f"“{label}”应是数，写的是“{text}”", f"“{label}” takes a number, not “{text}”"))]
    if not lowest <= value <= highest:
        return [
            _refuse(
                option,
                Words(
                    f"“{label}” {plain(value)} 不在 {plain(lowest)}–{plain(highest)} {option.unit} 之间",
                    f"“{label}” {plain(value)} is not within {plain(lowest)}–{plain(highest)} {option.unit}",
                ),
            )
        ]
    if (value - lowest) % step:
        return [
            _refuse(
                option,
                Words(
                    f"“{label}”以 {plain(step)} {option.unit} 为一档，{plain(value)} 不在档上",
                    f"“{label}” goes in steps of {plain(step)} {option.unit}; {plain(value)} is between two",
                ),
            )
        ]
    return []


def _of_text(option: TextOption, text: str) -> list[Refusal]:
    count = characters(text)
    found: list[Refusal] = []
    if not option.least_characters <= count <= option.most_characters:
        found.append(
            _refuse(
                option,
                Words(
                    f"“{option.label}”有 {count} 个字，可写 {option.least_characters}–{option.most_characters} 个",
                    f"“{option.label}” has {count} characters; {option.least_characters}–{option.most_characters} are possible",
                ),
            )
        )
    allowed = "".join(_SCRIPTS[script] for script in option.scripts)
    if others := re.sub(f"[{allowed}\\s]", "", text):
        found.append(
            _refuse(
                option,
                Words(f"“{option.label}”写不了“{others[:10]}”", f"“{option.label}” cannot carry “{others[:10]}”"),
            )
        )
    return found


def _refuse(option: AnyOption, what: Words) -> Refusal:
    return Refusal(option.id, what, option.reason.words)
