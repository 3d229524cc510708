"""What a `Material` asks of who remembers earlier plans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from ichsite.assess.card import CraftCard
    from ichsite.plan.material import Material

Item = TypeVar("Item")
Made = TypeVar("Made")
Planner = Callable[["Material", "CraftCard"], Made]
"""Plans something of one craft."""


class Remembers(Protocol):
    """What is asked for a craft's plan before it is made (`ichsite.plan.recall`)."""

    def once(self, plan: Callable[[Material, CraftCard], Made], material: Material, card: CraftCard) -> Made:
        """What `plan` makes of the craft."""
        ...

    def each(
        self, plan: Callable[[Material, CraftCard], Made], material: Material, cards: Iterable[CraftCard]
    ) -> tuple[Made, ...]:
        """What `plan` makes of each of the crafts."""
        ...

    def around(self, name: str, make: Callable[[Material], Made], material: Material) -> Made:
        """What `make` makes of all but the crafts' own words."""
        ...

    def of_each(
        self, name: str, items: tuple[Item, ...], make: Callable[[Sequence[Item]], Iterable[Made]]
    ) -> tuple[Made, ...]:
        """What `make`, a pure function of frozen items one by one, gives of each."""
        ...

    def again(self, name: str, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What `make`, a pure function of the frozen values `given`, gives."""
        ...
