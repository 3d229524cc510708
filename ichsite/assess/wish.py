"""A wish against the thresholds: what an offer's options and limits say of the values that somebody chose.

One definition for showcases, checks and briefs: plain counts and comparisons, nothing evaluated. The browser does the same
(`themes/default/static/js/brief_terms.js`); a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ichsite.assess.counting import SCRIPTS, SPACES, characters, number, plain
from ichsite.assess.limits import broken_limits
from ichsite.assess.refused_words import Said, say, shown, unit_words
from ichsite.model.offer import Offer
from ichsite.model.option import (
    AnyOption,
    ChoiceOption,
    ColourOption,
    NumberOption,
    PictureOption,
    SizeTableOption,
    TextOption,
)
from ichsite.text.words import Words

Values = tuple[str, ...]
"""What was chosen for one option; empty where nothing was."""
Wish = Mapping[str, Values]

_LONGEST = 20
"""So many characters of a value that nobody knows are repeated."""


@dataclass(frozen=True)
class Refusal:
    """One thing that the technique cannot do: the option (or the line of a size table), what is wrong, why, and what
    would be possible in the author's words; `limit` is the place of the broken limit among the offer's."""

    option: str
    what: Words
    reason: str
    instead: str | None = None
    limit: int | None = None


def refusals(offer: Offer, wish: Wish) -> tuple[Refusal, ...]:
    """Everything in `wish` that the offer's thresholds forbid; empty where it can be made."""
    known = option_names(offer)
    found = [Refusal(name, say("unknown", name=shown(name, _LONGEST)), "") for name in wish if name not in known]
    for option in offer.options:
        found += option_refusals(option, wish)
    if not found:
        found += [
            Refusal(broken.option, broken.what, broken.limit.reason.words, broken.limit.instead, broken.at)
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


def option_refusals(option: AnyOption, wish: Wish) -> list[Refusal]:
    """What one option says of its own values, whatever the others are."""
    if isinstance(option, SizeTableOption):
        return _of_table(option, wish)
    values: Values = wish.get(option.id, ())
    if len(values) == 0:
        return [_refuse(option, "required", label=option.label)] if option.required else []
    if isinstance(option, ChoiceOption):
        return _of_list(option, values, {value.id for value in option.values}, option.at_most)
    if isinstance(option, ColourOption):
        return _of_list(option, values, {colour.id for colour in option.palette}, option.at_most)
    if isinstance(option, PictureOption):
        return _of_list(option, values, None, option.most_files)
    if len(values) > 1:
        return [_refuse(option, "one", label=option.label)]
    if isinstance(option, NumberOption):
        line = _Line(option.id, option.label, option.lowest, option.highest)
        return _of_number(option, line, values[0])
    return _of_text(option, values[0])


@dataclass(frozen=True)
class _Line:
    """What takes a number: a number option, or a line of a size table by its whole name."""

    name: str
    label: str
    lowest: Decimal
    highest: Decimal


def _of_list(option: AnyOption, values: Values, known: set[str] | None, at_most: int) -> list[Refusal]:
    found = [
        _refuse(option, "no-value", label=option.label, value=shown(value, _LONGEST))
        for value in values
        if known is not None and value not in known
    ]
    if len(values) > at_most or len(set(values)) < len(values):
        found.append(_refuse(option, "at-most", label=option.label, most=at_most))
    return found


def _of_table(option: SizeTableOption, wish: Wish) -> list[Refusal]:
    found: list[Refusal] = []
    for measure in option.measures:
        line = _Line(f"{option.id}.{measure.id}", f"{option.label}·{measure.label}", measure.lowest, measure.highest)
        values = wish.get(line.name, ())
        if not values and option.required:
            found.append(_refuse(option, "must-give", line.name, label=line.label))
        if len(values) > 1:
            found.append(_refuse(option, "one", line.name, label=line.label))
        else:
            found += [one for value in values for one in _of_number(option, line, value)]
    return found


def _of_number(option: NumberOption | SizeTableOption, line: _Line, text: str) -> list[Refusal]:
    value, label = number(text), line.label
    if value is None:
        return [_refuse(option, "no-number", line.name, label=label, value=shown(text, _LONGEST))]
    if not line.lowest <= value <= line.highest:
        bounds = {"lowest": plain(line.lowest), "highest": plain(line.highest)}
        return [_refuse(option, "range", line.name, label=label, value=plain(value), unit=unit_words(option), **bounds)]
    if (value - line.lowest) % option.step:
        step = {"step": plain(option.step), "unit": unit_words(option)}
        return [_refuse(option, "step", line.name, label=label, value=plain(value), **step)]
    return []


def _of_text(option: TextOption, text: str) -> list[Refusal]:
    whole = unicodedata.normalize("NFC", text)
    count = characters(whole)
    found: list[Refusal] = []
    if not option.least_characters <= count <= option.most_characters:
        least, most = option.least_characters, option.most_characters
        found.append(_refuse(option, "count", label=option.label, count=count, least=least, most=most))
    allowed = "".join(SCRIPTS[script] for script in option.scripts)
    if others := re.sub(f"[{allowed}{SPACES}]", "", whole):
        found.append(_refuse(option, "script", label=option.label, others=shown(others, 10)))
    return found


def _refuse(option: AnyOption, pattern: Said, name: str = "", **parts: object) -> Refusal:
    return Refusal(name or option.id, say(pattern, **parts), option.reason.words)
