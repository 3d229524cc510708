"""The feeds of what has a day: streams, calls for ideas, polls, events; of answered ideas and of feedback.

An entry is there from a day that follows from what is written, never from when a site was built: a call or a poll from
its first day, a stream a week before it, an event from the day it is announced, an idea from the day on which its batch
had come in. What becomes of it later is an update.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ichsite.catalog.urls import DATED, feed_below
from ichsite.model.call import DAYS_BEFORE_STREAM
from ichsite.plan.alternates import FEED_TITLES, UNDATED, Fed
from ichsite.plan.feed import ENTRIES, begins, feed_spec, tag_uri
from ichsite.plan.feedback import answered_feedback
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import FeedEntry


def dated_feeds(material: Material) -> Iterator[PageSpec]:
    """The six feeds; they are there with nothing in them too, so that nobody subscribes to what stops answering."""
    yield _feed(material, "stream", _streams(material), "content/streams")
    yield _feed(material, "call", _calls(material), "content/calls")
    yield _feed(material, "poll", _polls(material), "content/polls")
    yield _feed(material, "idea", _ideas(material), "content/ideas")
    yield _feed(material, "event", _events(material), "content/events")
    yield _feed(material, "feedback", _feedback(material), "content/feedback")


def _feed(material: Material, kind: Fed, found: Iterator[FeedEntry], owner: str) -> PageSpec:
    page = UNDATED[kind] if kind == "idea" or kind == "feedback" else DATED[kind]
    title, about = FEED_TITLES[kind]
    words = (f"{material.chrome.site_name} · {material.say(title)}", material.say(about))
    ordered = sorted(found, key=lambda one: (one.updated or one.published, one.id), reverse=True)
    return feed_spec(material, (feed_below(page), page), words, iter(ordered[:ENTRIES]), owner)


def _streams(material: Material) -> Iterator[FeedEntry]:
    for one in material.catalog.streams:
        said = one.value.starts.date() - timedelta(days=DAYS_BEFORE_STREAM)
        if said <= material.today:
            yield FeedEntry(
                tag_uri(material.base, "stream", material.book.id("stream", one.slug)),
                one.value.title,
                material.address("stream", one.slug),
                begins(material, said),
                one.value.host,
                one.value.summary,
            )


def _calls(material: Material) -> Iterator[FeedEntry]:
    for one, days in material.calls:
        if days.opens <= material.today:
            outcome = one.value.outcome if days.state(material.today) == "answered" else None
            yield FeedEntry(
                tag_uri(material.base, "call", material.book.id("call", one.slug)),
                one.value.title,
                material.address("call", one.slug),
                begins(material, days.opens),
                _seller(material),
                outcome.words if outcome is not None else one.value.question,
                updated=begins(material, outcome.answered) if outcome is not None else None,
            )


def _polls(material: Material) -> Iterator[FeedEntry]:
    """A poll of which only the counts are known is there from the day on which they were read."""
    for one, days in material.polls:
        begun = days.opens or days.counted
        if begun is None or begun > material.today:
            continue
        outcome = one.value.outcome if days.state(material.today) == "answered" else None
        counted = days.counted if days.counted is not None and days.counted <= material.today else None
        changed = outcome.answered if outcome is not None else counted
        yield FeedEntry(
            tag_uri(material.base, "poll", material.book.id("poll", one.slug)),
            one.value.title,
            material.address("poll", one.slug),
            begins(material, begun),
            _seller(material),
            outcome.words if outcome is not None else one.value.question,
            updated=begins(material, changed) if changed is not None and changed > begun else None,
        )


def _ideas(material: Material) -> Iterator[FeedEntry]:
    """An entry for each answered idea, on the page of its batch."""
    for batch in material.ideas:
        for one in batch.value.answered if batch.value.gathered <= material.today else ():
            yield FeedEntry(
                tag_uri(material.base, "idea", material.book.id("idea", batch.slug), one.id),
                f"{material.say.term('idea-answer', one.answer or 'accepted')} · {one.words}",
                material.address("idea", batch.slug),
                begins(material, batch.value.gathered),
                _seller(material),
                one.reason or "",
            )


def _events(material: Material) -> Iterator[FeedEntry]:
    for one, state in material.events.ordered:
        value = one.value
        if value.announced_on > material.today:
            continue
        words, changed = value.summary, None
        if state == "cancelled" and value.cancelled is not None:
            words, changed = value.cancelled.reason, value.cancelled.day
        elif state == "reported" and value.report is not None:
            words, changed = value.report.words, value.report.day
        cancelled = state == "cancelled"
        yield FeedEntry(
            tag_uri(material.base, "event", material.book.id("event", one.slug)),
            f"{material.say.term('event-state', state)} · {value.title}" if cancelled else value.title,
            material.address("event", one.slug),
            begins(material, value.announced_on),
            value.host or _seller(material),
            words,
            updated=begins(material, changed) if changed is not None and changed > value.announced_on else None,
        )


def _feedback(material: Material) -> Iterator[FeedEntry]:
    for one, told in answered_feedback(material):
        last = told[-1]
        yield FeedEntry(
            tag_uri(material.base, "feedback", material.book.id("feedback", one.slug)),
            f"{one.value.title} · {material.say.term('standing', last.standing)}",
            material.address("feedback", one.slug),
            begins(material, told[0].day),
            _seller(material),
            last.words,
            updated=begins(material, last.day) if len(told) > 1 else None,
        )


def _seller(material: Material) -> str:
    seller = material.chrome.seller
    return seller.name if seller is not None else material.chrome.site_name
