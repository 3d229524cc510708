"""What every stage of one run works at: the project, the request, the cache, and somebody to tell of progress."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ichsite.engine.memo import Memo
from ichsite.engine.stamp import code_stamp
from ichsite.project import Project
from ichsite.request import Request
from ichsite.stage.warm import Warm
from ichsite.state import State

Item = TypeVar("Item")
Made = TypeVar("Made")
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Desk:
    """One run."""

    project: Project
    request: Request
    memo: Memo
    state: State
    progress: Progress
    pictures: Memo
    """Pictures have a cache of their own, which `--clean` leaves alone."""
    warm: Warm | None = None
    """What a process that goes on building keeps, None where it builds once."""
    touched: frozenset[str] | None = None
    """The paths that were seen to change since the last build of this process; None where everything may have."""
    exchanged: Callable[[], None] | None = None
    """Told in the moment in which the new site has taken the old one's place: what goes wrong later finds it published."""

    @property
    def code(self) -> bytes:
        """The stamp of ichsite's own code: what other code made is nothing to go by."""
        return code_stamp()

    def again(self, name: str, given: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What `make`, a pure function of the frozen values `given`, gives; a process that goes on building may have
        it from the last time."""
        return make() if self.warm is None else self.warm.lasts.again(name, given, make)

    def same(self, name: str, value: Made) -> Made:
        """The very object of the last build where it was equal to this one: what is made of it is found again at once."""
        return self.again(name, (value,), lambda: value)

    def each(
        self,
        name: str,
        common: tuple[object, ...],
        items: tuple[Item, ...],
        make: Callable[[Sequence[Item]], Iterable[Made]],
    ) -> tuple[Made, ...]:
        """What `make`, a pure function of frozen items one by one and of the frozen values `common`, gives of each; a
        process that goes on building asks it only about items that are not the very objects of the last time."""
        return tuple(make(items)) if self.warm is None else self.warm.lasts.each(name, common, items, make)

    def kept(self, name: str, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """The items, each the very object of the last build where that was equal."""
        return items if self.warm is None else self.warm.lasts.kept(name, items)

    def told(self, stage: str) -> Callable[[int, int], None]:
        """The progress of one stage."""
        return lambda done, of: self.progress(stage, done, of)
