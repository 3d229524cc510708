"""The feed of design sessions: an entry for each version, and for what was confirmed or given up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ichsite.catalog.urls import DESIGN_FEED, DESIGNS
from ichsite.model.design import Design
from ichsite.model.record import Record
from ichsite.plan.alternates import FEED_TITLES
from ichsite.plan.calendar_file import day_begins
from ichsite.plan.design_version import version_views
from ichsite.plan.feed import ENTRIES, feed_spec, tag_uri
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import FeedEntry, PictureView


def design_feed_spec(material: Material) -> PageSpec:
    """The newest first; of one day, what came last in its session."""
    found = [entry for design in material.designs.ordered for entry in _entries(material, design)]
    newest = sorted(found, key=lambda one: (one.published, one.id), reverse=True)[:ENTRIES]
    title, about = (material.say(words) for words in FEED_TITLES["design"])
    return feed_spec(
        material,
        (DESIGN_FEED, DESIGNS),
        (f"{material.chrome.site_name} · {title}", about),
        iter(newest),
        "content/designs",
    )


def _entries(material: Material, design: Record[Design]) -> Iterator[FeedEntry]:
    value, today = design.value, material.today
    for one in version_views(material, design):
        picture = one.pictures[0] if one.pictures else None
        title = material.say("%(session)s · version %(number)s: %(title)s") % {
            "session": value.title,
            "number": one.number,
            "title": one.title,
        }
        yield _entry(material, design, f"v-{one.number:02}", title, one.day, one.words, picture)
    ended = ((value.confirmed, "confirmed"), (value.given_up, "given-up"))
    for told, word in ended:
        if told is not None and told.day <= today:
            words = getattr(told, "words", None) or getattr(told, "reason", "")
            title = f"{value.title} · {material.say.term('design-state', word)}"
            yield _entry(material, design, f"z-{word}", title, told.day, words, None)


def _entry(
    material: Material,
    design: Record[Design],
    step: str,
    title: str,
    day: date,
    words: str,
    picture: PictureView | None,
) -> FeedEntry:
    return FeedEntry(
        tag_uri(material.base, "design", material.book.id("design", design.slug), step),
        title,
        material.address("design", design.slug),
        day_begins(day, material.catalog.site.value.timezone),
        material.chrome.site_name,
        words,
        picture,
    )
