"""Calls for ideas with their days, in the order in which they are listed."""

from __future__ import annotations

from datetime import date

from ichsite.catalog.catalog import Catalog
from ichsite.model.call import Call, CallDays, call_days
from ichsite.model.record import Record
from ichsite.model.stream import Stream


def dated_calls(catalog: Catalog, today: date) -> tuple[tuple[Record[Call], CallDays], ...]:
    """The calls with their days: the open ones first, then what comes, what was answered, what closed."""
    streams: dict[str, Stream] = {one.slug: one.value for one in catalog.streams}
    found = (
        (one, days)
        for one in catalog.calls
        if (days := call_days(one.value, streams.get(one.value.stream or ""))) is not None
    )
    return tuple(sorted(found, key=lambda one: (_rank(one[1], today), one[0].slug)))


def _rank(days: CallDays, today: date) -> tuple[int, int]:
    """The soonest to close or to open first; of what is over, the latest."""
    state = days.state(today)
    if state in ("open", "upcoming"):
        return (0, days.closes.toordinal()) if state == "open" else (1, days.opens.toordinal())
    return (2 if state == "answered" else 3), -(days.answered or days.closes).toordinal()
