"""Polls with their days, in the order in which they are listed."""

from __future__ import annotations

from datetime import date

from ichsite.catalog.catalog import Catalog
from ichsite.model.call import CallDays, call_days
from ichsite.model.poll import Poll, PollDays, poll_days
from ichsite.model.record import Record
from ichsite.model.stream import Stream


def dated_polls(catalog: Catalog, today: date) -> tuple[tuple[Record[Poll], PollDays], ...]:
    """The open ones first, then what comes, then what is over, the latest first; none whose days nobody knows."""
    days_of = poll_dates(catalog)
    found = ((one, days) for one in catalog.polls if (days := days_of.get(one.slug)) is not None)
    return tuple(sorted(found, key=lambda one: (_rank(one[1], today), one[0].slug)))


def poll_dates(catalog: Catalog) -> dict[str, PollDays]:
    """The days of each poll, by its slug."""
    streams: dict[str, Stream] = {one.slug: one.value for one in catalog.streams}
    calls: dict[str, CallDays] = {
        one.slug: days
        for one in catalog.calls
        if (days := call_days(one.value, streams.get(one.value.stream or ""))) is not None
    }
    return {
        one.slug: days
        for one in catalog.polls
        if (days := poll_days(one.value, calls.get(one.value.call or ""), streams.get(one.value.stream or "")))
        is not None
    }


def _rank(days: PollDays, today: date) -> tuple[int, int]:
    state = days.state(today)
    if state == "open" and days.closes is not None:
        return 0, days.closes.toordinal()
    if state == "upcoming" and days.opens is not None:
        return 1, days.opens.toordinal()
    last = days.answered or days.counted or days.closes
    return 2, -(last.toordinal() if last is not None else 0)
