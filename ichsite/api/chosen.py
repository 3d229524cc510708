"""From an author's options and limits to what is published of them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ichsite.api.options import (
    Among,
    AnyBound,
    AnyChoice,
    Bound,
    Choice,
    ChoiceItem,
    Lettering,
    Number,
    Palette,
    PaletteColour,
    Ratio,
    Room,
    SentPicture,
    SizeTable,
    TableLine,
    Total,
    Why,
    when_of,
)
from ichsite.api.values import Picture, digits
from ichsite.model.limit import AnyLimit, BoundLimit, ExcludeLimit, RatioLimit, RequireLimit, RoomLimit
from ichsite.model.option import (
    AnyOption,
    ChoiceOption,
    ColourOption,
    NumberOption,
    Reason,
    SizeTableOption,
    TextOption,
)


def why(reason: Reason) -> Why:
    """A reason."""
    return Why(reason.basis, reason.words)


def option_of(one: AnyOption, examples: Mapping[str, Picture], materials: Mapping[str, str]) -> AnyChoice:
    """An option; `examples` are the pictures that show what a `picture` option wants, by its file.

    `materials` are the ids of the motifs and palettes that it takes, by their folders' names.
    """
    reason = why(one.reason)
    if isinstance(one, ChoiceOption):
        items = tuple(
            ChoiceItem(
                *(each.id, each.label, each.adds, _maybe(each.measure), each.note, each.ask),
                materials.get(each.motif or ""),
            )
            for each in one.values
        )
        return Choice("choice", one.id, one.label, one.required, reason, items, one.at_most, one.unit)
    if isinstance(one, NumberOption):
        lowest, highest, step = digits(one.lowest), digits(one.highest), digits(one.step)
        head = ("number", one.id, one.label, one.required, reason)
        return Number(*head, one.unit, lowest, highest, step, one.adds_per_step, one.measure_word)
    if isinstance(one, TextOption):
        return Lettering(
            *("text", one.id, one.label, one.required, reason, one.least_characters, one.most_characters),
            *(one.scripts, digits(one.character_mm), one.adds, one.adds_per_character),
        )
    if isinstance(one, ColourOption):
        colours = tuple(
            PaletteColour(each.id, each.label, each.value, each.becomes, each.adds, each.to) for each in one.palette
        )
        taken = materials.get(one.from_palette or "")
        return Palette("colour", one.id, one.label, one.required, reason, colours, one.at_most, taken)
    if isinstance(one, SizeTableOption):
        lines = tuple(
            TableLine(each.id, each.label, digits(each.lowest), digits(each.highest)) for each in one.measures
        )
        return SizeTable(
            *("size-table", one.id, one.label, one.required, reason, one.unit, digits(one.step), lines),
            *(_maybe(one.tolerance), one.how, one.adds),
        )
    example = examples.get(one.example) if one.example is not None else None
    return SentPicture(
        "picture", one.id, one.label, one.required, reason, one.wanted, one.most_files, example, one.adds
    )


def limit_of(one: AnyLimit) -> AnyBound:
    """A limit."""
    when, instead, reason = when_of(one.when), one.instead, why(one.reason)
    if isinstance(one, RoomLimit):
        return Room("room", when, one.count, digits(one.each), one.space, digits(one.margin), one.rows, instead, reason)
    if isinstance(one, BoundLimit):
        return Bound("bound", when, one.option, _maybe(one.at_least), _maybe(one.at_most), instead, reason)
    if isinstance(one, (ExcludeLimit, RequireLimit)):
        return Among(one.kind, when, one.option, one.among, instead, reason)
    if isinstance(one, RatioLimit):
        return Ratio("ratio", when, one.option, one.to, _maybe(one.at_least), _maybe(one.at_most), instead, reason)
    return Total("total", when, one.options, digits(one.at_most), instead, reason)


def _maybe(value: Decimal | None) -> str | None:
    return digits(value) if value is not None else None
