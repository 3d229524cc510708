"""Design sessions of which a version was put to the vote in a poll: what was asked is what the poll asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from ichsite.model.design import Design, DesignQuestion, DesignVersion
from ichsite.model.poll import Poll, PollDays
from ichsite.model.record import Record

DatedPoll = tuple[Record[Poll], PollDays]


def polled_designs(
    designs: Iterable[Record[Design]], polls: Iterable[DatedPoll], today: date
) -> tuple[Record[Design], ...]:
    """The sessions, each question that names a poll filled in from it; the poll's outcome says what was chosen where the
    session does not."""
    by_slug = {str(one[0].slug): one for one in polls}
    return tuple(_polled(one, by_slug, today) for one in designs)


def polls_named(design: Design) -> tuple[str, ...]:
    """The polls that its versions name, each once."""
    named = (one.asked.poll for one in design.versions if one.asked is not None and one.asked.poll is not None)
    return tuple(dict.fromkeys(named))


def _polled(design: Record[Design], polls: Mapping[str, DatedPoll], today: date) -> Record[Design]:
    if not polls_named(design.value):
        return design
    versions = tuple(_version(one, polls, today) for one in design.value.versions)
    return replace(design, value=replace(design.value, versions=versions))


def _version(version: DesignVersion, polls: Mapping[str, DatedPoll], today: date) -> DesignVersion:
    asked = version.asked
    if asked is None or asked.poll is None or (found := polls.get(asked.poll)) is None:
        return version
    return replace(version, asked=_filled(asked, found[0].value, found[1], today))


def _filled(asked: DesignQuestion, poll: Poll, days: PollDays, today: date) -> DesignQuestion:
    told = poll.outcome if poll.outcome is not None and days.state(today) == "answered" else None
    return replace(
        asked,
        question=poll.question,
        at_most=poll.at_most,
        options=poll.options,
        closes=days.closes,
        counts=poll.counts,
        chosen=asked.chosen or (told.chosen if told is not None else ()),
    )
