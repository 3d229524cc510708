"""The parts of linked data that many pages share: pictures, the seller's name, the way to a page."""

from __future__ import annotations

from typing import Any

from ichsite.catalog.urls import CALLS, CRAFTS, EVENTS, FEEDBACK, HOME, MASTERS, POSTS, SHOWCASES, STREAMS, TIERS
from ichsite.plan.views import CraftListView, CraftView, PicturesView, PictureView
from ichsite.render.filters import Speech
from ichsite.text.address import UrlPath

Node = dict[str, Any]

_LISTS: tuple[tuple[UrlPath, str], ...] = (
    (CRAFTS, "Crafts"),
    (TIERS, "Tiers"),
    (MASTERS, "Masters"),
    (SHOWCASES, "Showcases"),
    (STREAMS, "Streams"),
    (CALLS, "Calls for ideas"),
    (EVENTS, "Events"),
    (FEEDBACK, "What people asked for"),
    (POSTS, "Posts"),
)


def text(said: str) -> str:
    """A text as plain data."""
    return str(said)


def seller_id(speech: Speech) -> Node:
    """The seller, who is described on the home page: one for all languages."""
    return {"@id": f"{speech.absolute(HOME, '')}#seller"}


def picture(view: PictureView, speech: Speech) -> Node:
    """A picture; what it is (a drawing, or made by a program) is said as on the page."""
    made: Node = {
        "@type": "ImageObject",
        "contentUrl": speech.absolute(view.jpeg),
        "width": view.jpeg_width,
        "height": view.jpeg_height,
        "description": text(view.alt),
    }
    if view.caption:
        made["caption"] = text(view.caption)
    labels = [speech.gettext(word) for word, on in _labels(view) if on]
    if labels:
        made["creditText"] = speech.gettext("list.comma").join(labels)
    return made


def _labels(view: PictureView) -> tuple[tuple[str, bool], ...]:
    return (("Illustration", view.illustration), ("Made by AI", view.ai_generated))


def crumbs(view: Any, speech: Speech) -> Node:
    """The way from the home page to this one."""
    steps: list[tuple[str, UrlPath]] = [(speech.gettext("Home"), HOME)]
    here: UrlPath = view.head.url
    if isinstance(view, PicturesView):
        steps += [(speech.gettext("Crafts"), CRAFTS), (view.craft.title, view.craft.url)]
    elif isinstance(view, CraftView):
        steps += [(speech.gettext("Crafts"), CRAFTS), (view.category.title, view.category.url)]
    elif isinstance(view, CraftListView) and here != CRAFTS:
        steps.append((speech.gettext("Crafts"), CRAFTS))
    else:
        steps += [(speech.gettext(word), url) for url, word in _LISTS if here.startswith(url) and here != url]
    steps.append((view.head.title, here))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": text(title), "item": speech.absolute(url)}
            for at, (title, url) in enumerate(steps, 1)
        ],
    }
