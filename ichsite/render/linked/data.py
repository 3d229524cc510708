"""A page's linked data: one graph, made of its view alone, so that it claims nothing that the page does not show.

There are no ratings and no reviews: a buyer's words are no review with stars. A page that search should not list has
none at all but for pictures. On a sample site offers are out of stock, streams are cancelled, and the seller has
neither telephone nor address nor licences: what is invented must not be found as a shop.
"""

from __future__ import annotations

from typing import Any

from ichsite.plan.views import (
    Chrome,
    CraftListView,
    CraftView,
    EventsView,
    EventView,
    FeedbackListView,
    Head,
    HomeView,
    MastersView,
    MasterView,
    PicturesView,
    PostsView,
    PostView,
    ShowcasesView,
    ShowcaseView,
    StreamsView,
    StreamView,
)
from ichsite.render.filters import Speech
from ichsite.render.linked.event import event
from ichsite.render.linked.lists import gallery, listing, picture_gallery, showcase_gallery
from ichsite.render.linked.node import Node, crumbs, picture, seller_id, text
from ichsite.render.linked.product import product
from ichsite.render.linked.seller import seller, website
from ichsite.render.linked.stream import stream

CONTEXT = "https://schema.org"


def linked_data(view: object, speech: Speech) -> Node | None:
    """The JSON-LD of a page; None for what is no page or stands outside of search."""
    head, chrome = getattr(view, "head", None), getattr(view, "chrome", None)
    if not isinstance(head, Head) or not isinstance(chrome, Chrome):
        return None
    if isinstance(view, PicturesView):
        return _graph(picture_gallery(view, speech), crumbs(view, speech))
    if not head.indexed:
        return None
    if isinstance(view, HomeView):
        sellers = (seller(chrome.seller, chrome, speech),) if chrome.seller is not None else ()
        return _graph(website(view, speech), *sellers)
    return _graph(*_own(view, speech), crumbs(view, speech))


def _graph(*nodes: Node) -> Node:
    return {"@context": CONTEXT, "@graph": list(nodes)}


def _own(view: Any, speech: Speech) -> tuple[Node, ...]:
    """What the page itself is, besides its place in the site."""
    if isinstance(view, CraftView):
        return (product(view, speech),)
    if isinstance(view, ShowcaseView):
        return (showcase_gallery(view, speech),)
    if isinstance(view, ShowcasesView):
        return (gallery(view, speech),)
    if isinstance(view, StreamView):
        return stream(view, speech)
    if isinstance(view, PostView):
        return (_article(view, speech),)
    if isinstance(view, MasterView):
        return (_person(view, speech),)
    if isinstance(view, CraftListView):
        return (listing(view.head, ((one.url, one.title) for one in view.cards), speech, view.pager),)
    if isinstance(view, PostsView):
        return (listing(view.head, ((one.url, one.title) for one in view.posts), speech, view.pager),)
    if isinstance(view, MastersView):
        return (listing(view.head, ((one.url, one.title) for one in view.masters), speech),)
    if isinstance(view, EventView):
        return (event(view, speech),)
    if isinstance(view, EventsView):
        return (listing(view.head, ((one.url, one.title) for one in view.current), speech),)
    if isinstance(view, FeedbackListView):
        themes = (one for _, cards in view.groups for one in cards)
        return (listing(view.head, ((one.url, one.title) for one in themes), speech),)
    if isinstance(view, StreamsView):
        return (listing(view.head, ((one.url, one.title) for one in view.coming), speech),)
    return (_page(view.head, speech),)


def _page(head: Head, speech: Speech) -> Node:
    return {
        "@type": "WebPage",
        "name": text(head.title),
        "description": text(head.description),
        "url": speech.absolute(head.url),
        "inLanguage": speech.language,
    }


def _article(view: PostView, speech: Speech) -> Node:
    card = view.card
    made: Node = {
        "@type": "Article",
        "@id": f"{speech.absolute(card.url)}#article",
        "headline": text(card.title),
        "description": text(card.summary),
        "url": speech.absolute(card.url),
        "inLanguage": speech.language,
        "datePublished": card.published.isoformat(),
        "author": {"@type": "Person", "name": text(card.author)},
        "publisher": seller_id(speech),
    }
    if card.picture is not None:
        made["image"] = picture(card.picture, speech)
    if view.crafts:
        made["about"] = [{"@id": f"{speech.absolute(one.url)}#product"} for one in view.crafts]
    return made


def _person(view: MasterView, speech: Speech) -> Node:
    card = view.card
    made: Node = {
        "@type": "Person",
        "@id": f"{speech.absolute(card.url)}#person",
        "name": text(card.title),
        "description": text(card.summary),
        "url": speech.absolute(card.url),
        "knowsAbout": text(card.project),
    }
    if card.trade_title:
        made["jobTitle"] = text(card.trade_title)
    if card.level != "none":
        words = speech.label(card.level, "master-level")
        made["hasCredential"] = {"@type": "EducationalOccupationalCredential", "name": words}
    if card.picture is not None:
        made["image"] = picture(card.picture, speech)
    return made
