"""The page of a stream: what is asked before it, what it shows, what became of it; and the schedule."""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.catalog.urls import STREAMS, event_file, kit_below
from ichsite.model.record import Record
from ichsite.model.stream import Stream
from ichsite.plan.alternates import alternates_of
from ichsite.plan.calls import calls_of_stream
from ichsite.plan.cards import craft_card, shown_cards, stream_card
from ichsite.plan.design_cards import design_cards
from ichsite.plan.ideas import ideas_of_stream
from ichsite.plan.keep import keep_of
from ichsite.plan.material import Material
from ichsite.plan.polls import polls_of_stream
from ichsite.plan.spec import PageSpec
from ichsite.plan.story import record_story
from ichsite.plan.views import Head, StreamCardView, StreamCraftView, StreamsView, StreamView
from ichsite.plan.views.pages import StreamPart
from ichsite.text.address import UrlPath
from ichsite.text.fingerprint import of_value


def stream_specs(material: Material) -> Iterator[PageSpec]:
    """A page for each stream, and the schedule."""
    cards: list[StreamCardView] = []
    for stream in streams_by_start(material):
        card = stream_card(material, stream)
        cards.append(card)
        yield _page(material, stream, card)
    about = material.say("When we are live, and what is shown or sold.")
    head = Head(material.say("Streams"), about, STREAMS, beside=alternates_of(material, "stream"))
    coming = tuple(card for card in cards if not card.past)
    view = StreamsView(material.chrome, head, coming, tuple(reversed([card for card in cards if card.past])))
    yield _spec(material, STREAMS, "pages/streams.html", view, (head, view.coming, view.past), "content/streams")


def streams_by_start(material: Material) -> list[Record[Stream]]:
    """The streams, the first first."""
    return sorted(material.catalog.streams, key=lambda one: (one.value.starts, one.slug))


def _page(material: Material, stream: Record[Stream], card: StreamCardView) -> PageSpec:
    crafts = tuple(
        StreamCraftView(craft_card(material, found), shown.showing, shown.tiers(found.tiers))
        for shown in stream.value.crafts
        if (found := material.cards.get(shown.craft)) is not None
    )
    # the kit has pages of the streams to come alone
    hosted = material.catalog.site.value.links.kit_pages and not card.past
    by = material.showcases_by
    began = by.stream.get(stream.slug, ())
    shown = tuple(one for one in by.shown_in.get(stream.slug, ()) if one not in began)
    view = StreamView(
        material.chrome,
        Head(stream.value.title, stream.value.summary, card.url),
        card,
        record_story(material, stream),
        crafts,
        keep_of(material, "stream", stream.slug),
        event_file("stream", material.book.id("stream", stream.slug)),
        calls_of_stream(material, stream.slug),
        polls_of_stream(material, stream.slug),
        ideas_of_stream(material, stream.slug),
        design_cards(material, material.designs.of_stream.get(stream.slug, ())),
        now=_now(material, stream.value),
        began=shown_cards(material, began),
        shown=shown_cards(material, shown),
        kit=kit_below(card.url) if hosted else None,
        overlay=material.book.id("stream", stream.slug) if hosted else "",
    )
    parts = (
        *(view.head, card, view.story, crafts, view.keep, view.event, view.calls, view.polls, view.ideas),
        *(view.designs, view.now, view.began, view.shown, view.kit, view.overlay),
    )
    return _spec(material, card.url, "pages/stream.html", view, parts, stream.path)


def _now(material: Material, stream: Stream) -> StreamPart:
    """Where the day of the page stands: before the stream's day, on it, after it."""
    if material.is_past(stream):
        return "after"
    return "before" if material.today < stream.starts.date() else "during"


def _spec(material: Material, url: UrlPath, template: str, view: object, parts: object, owner: str) -> PageSpec:
    return PageSpec(url, template, view, (("view", of_value(parts)), ("site", material.chrome_print)), owner)
