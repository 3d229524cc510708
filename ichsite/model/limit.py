"""Limits that depend on each other, as data: one definition for the build, the checks and the browser.

An option is named by its id, a line of a size table as `table.line`. What an option counts for
(`ichsite.assess.wish`): a number or a line its value; a choice its value's `measure`; a text its
characters; a choice of many, colours and pictures how many were chosen.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from ichsite.model.entry import entry
from ichsite.model.naming import Identifier
from ichsite.model.option import Measure, Note, Reason
from ichsite.model.scalar import Exact, Pattern, Whole, YesNo
from ichsite.model.tagged import ByKind
from ichsite.text.words import Words

OptionRef = Annotated[
    str,
    Pattern(
        r"[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)?",
        Words("选项的 id，或“尺寸表.行”", "an option's id, or `table.line`"),
    ),
]


@entry
class Condition:
    """True where all that is stated holds; `at_least` and `at_most` hold of an option that was chosen only."""

    option: OptionRef
    given: Annotated[bool, YesNo()] | None = None
    among: tuple[Identifier, ...] = ()
    at_least: Measure | None = None
    at_most: Measure | None = None


@entry
class RoomLimit:
    """`count` pieces of `each` in `rows` rows: ceil(count / rows) × each + margin ≤ space (one unit throughout)."""

    kind: Literal["room"]
    id: Identifier | None = None
    when: tuple[Condition, ...] = ()
    count: OptionRef
    each: Annotated[Decimal, Exact(least=Decimal("0.001"))]
    space: OptionRef
    margin: Measure = Decimal(0)
    rows: Annotated[int, Whole(1, 100)] = 1
    instead: Note | None = None
    reason: Reason


@entry
class BoundLimit:
    """`option` stays between `at_least` and `at_most` (either may be missing)."""

    kind: Literal["bound"]
    id: Identifier | None = None
    when: tuple[Condition, ...] = ()
    option: OptionRef
    at_least: Measure | None = None
    at_most: Measure | None = None
    instead: Note | None = None
    reason: Reason


@entry
class ExcludeLimit:
    """`option` takes none of `among`; without `among` it may not be given at all."""

    kind: Literal["exclude"]
    id: Identifier | None = None
    when: tuple[Condition, ...] = ()
    option: OptionRef
    among: tuple[Identifier, ...] = ()
    instead: Note | None = None
    reason: Reason


@entry
class RequireLimit:
    """`option` takes one of `among`; without `among` it must be given."""

    kind: Literal["require"]
    id: Identifier | None = None
    when: tuple[Condition, ...] = ()
    option: OptionRef
    among: tuple[Identifier, ...] = ()
    instead: Note | None = None
    reason: Reason


@entry
class RatioLimit:
    """at_least × to ≤ option ≤ at_most × to."""

    kind: Literal["ratio"]
    id: Identifier | None = None
    when: tuple[Condition, ...] = ()
    option: OptionRef
    to: OptionRef
    at_least: Measure | None = None
    at_most: Measure | None = None
    instead: Note | None = None
    reason: Reason


@entry
class TotalLimit:
    """The options together stay at or under `at_most`."""

    kind: Literal["total"]
    id: Identifier | None = None
    when: tuple[Condition, ...] = ()
    options: tuple[OptionRef, ...]
    at_most: Measure
    instead: Note | None = None
    reason: Reason


AnyLimit = RoomLimit | BoundLimit | ExcludeLimit | RequireLimit | RatioLimit | TotalLimit
Limit = Annotated[AnyLimit, ByKind()]
