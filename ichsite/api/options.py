"""What may be chosen, with its thresholds and their reasons: one class a kind of option and of limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from ichsite.api.says import Says
from ichsite.api.values import Digits, Id, Picture
from ichsite.model.limit import Condition
from ichsite.model.option import Basis, Script, Unit

OptionName = Annotated[str, Says("An option's id, or `table.line` for a line of a size table.")]
Minor = Annotated[int, Says("In hundredths of the currency.")]
Hex = Annotated[str, Says("How it looks on a screen, `#rrggbb`.")]


@dataclass(frozen=True)
class Why:
    """Why a threshold is where it is: the material (`physical`) or the meaning (`cultural`)."""

    basis: Basis
    words: str


@dataclass(frozen=True)
class ChoiceItem:
    """One value of a choice."""

    id: str
    label: str
    adds_minor: Minor
    measure: Annotated[Digits | None, Says("Its size in the choice's unit, where limits count with it.")]
    note: str | None
    ask: Annotated[bool, Says("To be asked for, not simply chosen.")]
    motif: Annotated[Id | None, Says("The motif that it is, by its id in `materials.json`.")]


@dataclass(frozen=True)
class Choice:
    """Choose from a list, at most so many of it."""

    kind: Literal["choice"]
    id: str
    label: str
    required: bool
    reason: Why
    values: tuple[ChoiceItem, ...]
    at_most: int
    unit: Unit | None


@dataclass(frozen=True)
class Number:
    """A number from the lowest to the highest, in steps."""

    kind: Literal["number"]
    id: str
    label: str
    required: bool
    reason: Why
    unit: Unit
    lowest: Digits
    highest: Digits
    step: Digits
    adds_per_step_minor: Minor
    measure_word: str | None


@dataclass(frozen=True)
class Lettering:
    """Words to be worked into the piece."""

    kind: Literal["text"]
    id: str
    label: str
    required: bool
    reason: Why
    least_characters: int
    most_characters: int
    scripts: tuple[Script, ...]
    character_mm: Annotated[Digits, Says("The least height of a character in millimetres.")]
    adds_minor: Minor
    adds_per_character_minor: Minor


@dataclass(frozen=True)
class PaletteColour:
    """A colour; `becomes` is what the technique makes of it."""

    id: str
    label: str
    value: Hex
    becomes: str | None
    adds_minor: Minor
    to: Annotated[Hex | None, Says("The other end, where the technique gives a range of colours and no single one.")]


@dataclass(frozen=True)
class Palette:
    """Colours of a palette, at most so many in one piece."""

    kind: Literal["colour"]
    id: str
    label: str
    required: bool
    reason: Why
    palette: tuple[PaletteColour, ...]
    at_most: int
    from_palette: Annotated[
        Id | None, Says("The palette that it takes its colours from, by its id in `materials.json`.")
    ]


@dataclass(frozen=True)
class TableLine:
    """One line of a size table."""

    id: str
    label: str
    lowest: Digits
    highest: Digits


@dataclass(frozen=True)
class SizeTable:
    """Measurements in one unit and step; `tolerance` is plus or minus."""

    kind: Literal["size-table"]
    id: str
    label: str
    required: bool
    reason: Why
    unit: Unit
    step: Digits
    measures: tuple[TableLine, ...]
    tolerance: Digits | None
    how: str | None
    adds_minor: Minor


@dataclass(frozen=True)
class SentPicture:
    """A picture that the buyer sends as a wish: it is judged, never promised."""

    kind: Literal["picture"]
    id: str
    label: str
    required: bool
    reason: Why
    wanted: str
    most_files: int
    example: Picture | None
    adds_minor: Minor


AnyChoice = Choice | Number | Lettering | Palette | SizeTable | SentPicture


@dataclass(frozen=True)
class When:
    """True where all that is stated holds."""

    option: OptionName
    given: bool | None
    among: tuple[str, ...]
    at_least: Digits | None
    at_most: Digits | None


@dataclass(frozen=True)
class Room:
    """ceil(count / rows) × each + margin ≤ space, in one unit."""

    kind: Literal["room"]
    when: tuple[When, ...]
    count: OptionName
    each: Digits
    space: OptionName
    margin: Digits
    rows: int
    instead: str | None
    reason: Why


@dataclass(frozen=True)
class Bound:
    """at_least ≤ option ≤ at_most."""

    kind: Literal["bound"]
    when: tuple[When, ...]
    option: OptionName
    at_least: Digits | None
    at_most: Digits | None
    instead: str | None
    reason: Why


@dataclass(frozen=True)
class Among:
    """`exclude`: none of `among`, or not at all where it is empty; `require`: one of them, or given at all."""

    kind: Literal["exclude", "require"]
    when: tuple[When, ...]
    option: OptionName
    among: tuple[str, ...]
    instead: str | None
    reason: Why


@dataclass(frozen=True)
class Ratio:
    """at_least × to ≤ option ≤ at_most × to."""

    kind: Literal["ratio"]
    when: tuple[When, ...]
    option: OptionName
    to: OptionName
    at_least: Digits | None
    at_most: Digits | None
    instead: str | None
    reason: Why


@dataclass(frozen=True)
class Total:
    """The options together stay at or under `at_most`."""

    kind: Literal["total"]
    when: tuple[When, ...]
    options: tuple[OptionName, ...]
    at_most: Digits
    instead: str | None
    reason: Why


AnyBound = Room | Bound | Among | Ratio | Total


def when_of(conditions: tuple[Condition, ...]) -> tuple[When, ...]:
    """The conditions of a limit."""
    from ichsite.api.values import digits

    return tuple(
        When(
            one.option,
            one.given,
            one.among,
            digits(one.at_least) if one.at_least is not None else None,
            digits(one.at_most) if one.at_most is not None else None,
        )
        for one in conditions
    )
