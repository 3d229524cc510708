"""What a list is besides its page: a feed, and a calendar where its items have days. Pages name them in their heads."""

from __future__ import annotations

from typing import Literal, get_args

from ichsite.catalog.urls import CALENDAR_PAGE, DATED, FEEDBACK, IDEAS, Dated, calendar_below, feed_below, posts_of_kind
from ichsite.model.post import PostKind
from ichsite.plan.material import Material
from ichsite.plan.views import Alternate
from ichsite.text.address import UrlPath

Fed = Literal["stream", "call", "poll", "idea", "design", "event", "feedback"]
FEED_TITLES: dict[Fed, tuple[str, str]] = {
    "stream": ("Streams", "When we are live, and what is shown or sold."),
    "call": ("Calls for ideas", "What we ask before a stream; your idea may become a piece."),
    "poll": ("Polls", "What was put to the vote, how many chose what, and what was done with it."),
    "idea": (
        "Ideas and answers",
        "What viewers and buyers thought of: taken up, in part, or not possible, and why.",
    ),
    "design": (
        "Design sessions",
        "From the first sketch to what was confirmed: what was asked, what was chosen, and why.",
    ),
    "event": ("Events", "Quizzes, workshops, exhibitions and talks: when, where, and what became of them."),
    "feedback": ("What people asked for", "What buyers and viewers asked us for, and what we do about it."),
}
"""What each list is called, and what it is about."""
UNDATED: dict[Literal["idea", "feedback"], UrlPath] = {"idea": IDEAS, "feedback": FEEDBACK}
"""The lists that have a feed and no calendar."""


def alternates_of(material: Material, kind: Fed) -> tuple[Alternate, ...]:
    """The feed of a list, and its calendar; that of streams stands on every page."""
    title = f"{material.chrome.site_name} · {material.say(FEED_TITLES[kind][0])}"
    if kind == "idea" or kind == "feedback":
        return (Alternate(title, feed_below(UNDATED[kind]), "application/atom+xml"),)
    feed = Alternate(title, feed_below(DATED[kind]), "application/atom+xml")
    return (feed,) if kind == "stream" else (feed, Alternate(title, calendar_below(DATED[kind]), "text/calendar"))


def post_alternates(material: Material, kind: PostKind) -> tuple[Alternate, ...]:
    """The feed of the posts of one kind."""
    title = f"{material.chrome.site_name} · {material.say.term('post-kind', kind)}"
    return (Alternate(title, feed_below(posts_of_kind(kind)), "application/atom+xml"),)


def calendar_alternates(material: Material) -> tuple[Alternate, ...]:
    """The calendar of everything, and those of its kinds; that of streams stands on every page."""
    name, say = material.chrome.site_name, material.say
    kinds: tuple[Dated, ...] = ("call", "poll", "design", "event")
    return (
        Alternate(f"{name} · {say('Calendar')}", calendar_below(CALENDAR_PAGE), "text/calendar"),
        *(
            Alternate(f"{name} · {say(FEED_TITLES[kind][0])}", calendar_below(DATED[kind]), "text/calendar")
            for kind in kinds
        ),
    )


POST_KINDS: tuple[PostKind, ...] = get_args(PostKind)
