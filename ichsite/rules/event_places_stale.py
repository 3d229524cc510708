"""event-places-stale: places that are left are counted on a day; an old count sends people to a full room.

Passes: `places: {total: 12, left: 3, counted: 2026-11-20}` two days later; any count of an event that is over.
Fails: the same eight days later, with the event still to come; a count of a day that is still to come.
Source: E-Commerce Law 电子商务法 art. 17 (what is said is true and up to date); seven days is ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.model.event import COUNTED_HOLDS_DAYS
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, warning
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "event-places-stale"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The places of every event that can still be come to."""
    for event in whole.catalog.events:
        places = event.value.places
        if places is None or event.value.state(whole.today) not in ("upcoming", "running"):
            continue
        age = (whole.today - places.counted).days
        if 0 <= age <= COUNTED_HOLDS_DAYS:
            continue
        yield warning(
            CODE,
            FieldOf(event.path, ("places", "counted")),
            Words(f"{places.counted} 还没到，不可能已经数过", f"{places.counted} is still to come")
            if age < 0
            else Words(
                f"余席是 {age} 天前数的，多半已经变了",
                f"the places left were counted {age} days ago; there are probably fewer now",
            ),
            Words("重新数一遍，改 `left` 和 `counted`", "count again, and change `left` and `counted`"),
        )
