"""Options: what a buyer may choose at a tier, each with its threshold 定制阈值 and the reason for it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from ichsite.model.at_most import AtMost
from ichsite.model.entry import entry
from ichsite.model.item_name import ItemName
from ichsite.model.naming import Identifier
from ichsite.model.picture import PictureFile
from ichsite.model.scalar import Amount, Exact, OneOf, Pattern, Text, Whole, YesNo
from ichsite.model.tagged import ByKind
from ichsite.model.verbatim import Verbatim
from ichsite.text.words import Words

Basis = Literal["physical", "cultural"]
BASIS_TERMS = OneOf(physical="物理", cultural="文化")
Unit = Literal["mm", "cm", "m", "g", "ml", "piece", "colour"]
UNIT_TERMS = OneOf(mm="毫米", cm="厘米", m="米", g="克", ml="毫升", piece="件", colour="色")
Script = Literal["han", "latin", "digits", "punctuation"]
SCRIPT_TERMS = OneOf(han="汉字", latin="拉丁字母", digits="数字", punctuation="标点")
Label = Annotated[str, Text(40)]
Note = Annotated[str, Text(200)]
Measure = Annotated[Decimal, Exact()]
Addition = Annotated[int, Amount()]
HexColour = Annotated[str, Pattern(r"#[0-9a-fA-F]{6}", Words("颜色值，如 #8fb3a2", "a colour such as #8fb3a2"))]
MaterialName = Annotated[str, ItemName()]
_Mark = Annotated[str, Verbatim(20)]


@entry
class Reason:
    """Why a threshold is where it is: the material (`physical`) or the meaning (`cultural`)."""

    basis: Annotated[Basis, BASIS_TERMS]
    words: Annotated[str, Text(300)]


@entry
class ChoiceValue:
    """One value of a choice. `measure` is its size in the choice's unit, where limits count with it."""

    id: Identifier
    label: Label
    adds: Addition = 0
    measure: Measure | None = None
    note: Note | None = None
    ask: Annotated[bool, YesNo()] = False
    motif: MaterialName | None = None


@entry
class MotifSelection:
    """Motifs of the material library: those `named`, and those that have one of the tags and suit the word.

    `without` are left out; `adds`, `measure` and `ask` are those of each value that comes of it.
    """

    tagged: Annotated[tuple[_Mark, ...], AtMost(12)] = ()
    suits: _Mark | None = None
    named: Annotated[tuple[MaterialName, ...], AtMost(40)] = ()
    without: Annotated[tuple[MaterialName, ...], AtMost(40)] = ()
    adds: Addition = 0
    measure: Measure | None = None
    ask: Annotated[bool, YesNo()] = False


@entry
class ChoiceOption:
    """Choose from a list, at most `at_most` of it; `motifs` of the material library join the values that are written.

    Once the catalogue is assembled they are values as any other (`ichsite.catalog.library`).
    """

    kind: Literal["choice"]
    id: Identifier
    label: Label
    values: tuple[ChoiceValue, ...] = ()
    motifs: MotifSelection | None = None
    at_most: Annotated[int, Whole(1, 20)] = 1
    unit: Annotated[Unit, UNIT_TERMS] | None = None
    required: Annotated[bool, YesNo()] = False
    reason: Reason


@entry
class NumberOption:
    """A number from `lowest` to `highest` in steps; each step over the lowest adds `adds_per_step`.

    `measure_word` is how the thing is counted (枝, 朵, 张); it is said in place of the unit where that is `piece`.
    """

    kind: Literal["number"]
    id: Identifier
    label: Label
    unit: Annotated[Unit, UNIT_TERMS]
    lowest: Measure
    highest: Measure
    step: Annotated[Decimal, Exact(least=Decimal("0.001"))]
    adds_per_step: Addition = 0
    measure_word: Annotated[str, Text(4)] | None = None
    required: Annotated[bool, YesNo()] = False
    reason: Reason


@entry
class TextOption:
    """Words to be worked into the piece: how many characters, of which scripts, how tall at least."""

    kind: Literal["text"]
    id: Identifier
    label: Label
    least_characters: Annotated[int, Whole(1, 500)] = 1
    most_characters: Annotated[int, Whole(1, 500)]
    scripts: tuple[Annotated[Script, SCRIPT_TERMS], ...]
    character_mm: Measure
    adds: Addition = 0
    adds_per_character: Addition = 0
    required: Annotated[bool, YesNo()] = False
    reason: Reason


@entry
class Colour:
    """A named colour; `value` is how it looks on a screen, `becomes` what the technique makes of it.

    Where that is a range of colours and no single one, `to` is its other end.
    """

    id: Identifier
    label: Label
    value: HexColour
    to: HexColour | None = None
    becomes: Note | None = None
    adds: Addition = 0


@entry
class ColourOption:
    """Colours from a palette, at most `at_most` in one piece; those of the library's palette `from_palette` join them."""

    kind: Literal["colour"]
    id: Identifier
    label: Label
    palette: tuple[Colour, ...] = ()
    from_palette: MaterialName | None = None
    at_most: Annotated[int, Whole(1, 100)] = 1
    required: Annotated[bool, YesNo()] = False
    reason: Reason


@entry
class SizeMeasure:
    """One line of a size table, such as the chest."""

    id: Identifier
    label: Label
    lowest: Measure
    highest: Measure


@entry
class SizeTableOption:
    """Body measurements or the like, in one unit and step; `tolerance` is plus/minus in that unit."""

    kind: Literal["size-table"]
    id: Identifier
    label: Label
    unit: Annotated[Unit, UNIT_TERMS]
    step: Annotated[Decimal, Exact(least=Decimal("0.001"))]
    measures: tuple[SizeMeasure, ...]
    tolerance: Measure | None = None
    how: Note | None = None
    adds: Addition = 0
    required: Annotated[bool, YesNo()] = False
    reason: Reason


@entry
class PictureOption:
    """A picture that the buyer sends as a wish: it is looked at and judged, never promised."""

    kind: Literal["picture"]
    id: Identifier
    label: Label
    wanted: Note
    most_files: Annotated[int, Whole(1, 20)] = 1
    example: PictureFile | None = None
    adds: Addition = 0
    required: Annotated[bool, YesNo()] = False
    reason: Reason


AnyOption = ChoiceOption | NumberOption | TextOption | ColourOption | SizeTableOption | PictureOption
Option = Annotated[AnyOption, ByKind()]
