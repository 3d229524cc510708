"""Ranges: days from/to, prices from/to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from ichsite.model.entry import entry
from ichsite.model.reading import complaint
from ichsite.model.scalar import Amount, Refused, Scalar, halfwidth_hint
from ichsite.text.words import Words


@dataclass(frozen=True)
class DayRange:
    """From `lowest` to `highest` days, both meant inclusive; the field's name says which kind of day."""

    lowest: int
    highest: int

    def __add__(self, other: DayRange) -> DayRange:
        return DayRange(self.lowest + other.lowest, self.highest + other.highest)


NO_DAYS = DayRange(0, 0)


@dataclass(frozen=True)
class Days(Scalar):
    """A range of days written as `3-5` or one number, `3`."""

    most: int = 1000

    def parse(self, text: str) -> DayRange:
        found = re.fullmatch(r"(\d{1,6})(?:\s*(?:-|–|—|~|～|至|到)\s*(\d{1,6}))?", text, re.ASCII)
        if not found:
            raise Refused(
                "not-a-range",
                Words(f"`{text}` 不是天数，应写成 3-5 或 3", f"`{text}` is no range of days; write 3-5 or 3"),
                halfwidth_hint(text),
            )
        lowest = int(found[1])
        highest = int(found[2] or found[1])
        if lowest > highest:
            raise Refused(
                "min-over-max",
                Words(
                    f"最少 {lowest} 天，却比最多 {highest} 天还长",
                    f"the least, {lowest} days, is over the most, {highest}",
                ),
            )
        if highest > self.most:
            raise Refused(
                "out-of-range",
                Words(f"{highest} 天太长，最多 {self.most} 天", f"{highest} days is too long; {self.most} at most"),
            )
        return DayRange(lowest, highest)

    def schema(self) -> dict[str, Any]:
        form = Words(f"天数，如 3-5 或 3，最多 {self.most}", f"days such as 3-5 or 3, {self.most} at most")
        return {
            "type": ["integer", "string"],
            "minimum": 0,
            "maximum": self.most,
            "pattern": r"^\d{1,6}(\s*(?:-|–|—|~|～|至|到)\s*\d{1,6})?$",
            **complaint(form),
        }


@entry
class PriceRange:
    """A price from `lowest` to `highest`, in minor units of the site's currency."""

    lowest: Annotated[int, Amount()]
    highest: Annotated[int, Amount()]
