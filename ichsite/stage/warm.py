"""What a process that builds again and again keeps between its builds, besides results: the trees, and their links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from ichsite.plan.material import Material
from ichsite.plan.recall import Recall
from ichsite.verify.web import Web
from ichsite.write.standing import Standing

Made = TypeVar("Made")


@dataclass
class Warm:
    """`web` are the links of the published site, None where they are to be read; `recalls` are the last plans by tree.

    `lasts` are results of pure functions, each with what it was made from, by a name.
    """

    standing: Standing = field(default_factory=Standing)
    web: Web | None = None
    recalls: dict[str, Recall] = field(default_factory=dict[str, Recall])

    lasts: dict[str, tuple[tuple[object, ...], Any]] = field(default_factory=dict[str, tuple[tuple[object, ...], Any]])

    def again(self, name: str, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What was made under this name the last time, where the same was given; made now where it was not."""
        last = self.lasts.get(name)
        if last is None or last[0] != given:
            last = self.lasts[name] = given, make()
        return last[1]

    def remembering(self, materials: tuple[Material, ...]) -> tuple[Material, ...]:
        """The materials with what is remembered of the last plan of each tree."""
        last = self.recalls
        self.recalls = {one.base.tree: last.get(one.base.tree) or Recall() for one in materials}
        for one in materials:
            self.recalls[one.base.tree].begin(one)
        return tuple(replace(one, recall=self.recalls[one.base.tree], linkable=one.known) for one in materials)

    def keep(self) -> None:
        """Writes down what was only remembered. The links of files that changed meanwhile are read again by the next
        process, which sees it by their digests."""
        self.standing.keep()
