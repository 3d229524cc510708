"""Lists of pages, and galleries of pictures."""

from __future__ import annotations

from collections.abc import Iterable

from ichsite.plan.views import Head, Pager, PicturesView, ShowcasesView, ShowcaseView
from ichsite.render.filters import Speech
from ichsite.render.linked.node import Node, picture, text
from ichsite.text.address import UrlPath


def listing(head: Head, items: Iterable[tuple[UrlPath, str]], speech: Speech, pager: Pager | None = None) -> Node:
    """A page that lists others in their order."""
    found = [
        {"@type": "ListItem", "position": at, "name": text(title), "url": speech.absolute(url)}
        for at, (url, title) in enumerate(items, 1)
    ]
    made: Node = {
        "@type": "CollectionPage",
        "name": text(head.title),
        "description": text(head.description),
        "url": speech.absolute(head.url),
        "inLanguage": speech.language,
    }
    if found:
        total = pager.total if pager is not None else len(found)
        made["mainEntity"] = {"@type": "ItemList", "numberOfItems": total, "itemListElement": found}
    return made


def picture_gallery(view: PicturesView, speech: Speech) -> Node:
    """A craft's pictures, and those of its outcomes."""
    shown = [picture(one, speech) for one in view.pictures]
    for outcome in view.outcomes:
        if outcome.picture is not None:
            shown.append({**picture(outcome.picture, speech), "name": text(outcome.name)})
    return {
        "@type": "ImageGallery",
        "name": text(view.head.title),
        "url": speech.absolute(view.head.url),
        "inLanguage": speech.language,
        "about": {"@id": f"{speech.absolute(view.craft.url)}#product"},
        "image": shown,
    }


def showcase_gallery(view: ShowcaseView, speech: Speech) -> Node:
    """What one buyer received. It is no review: nothing was rated."""
    made: Node = {
        "@type": "ImageGallery" if view.pictures else "WebPage",
        "name": text(view.card.title),
        "url": speech.absolute(view.card.url),
        "inLanguage": speech.language,
        "abstract": text(view.card.words),
        "about": {"@id": f"{speech.absolute(view.card.craft.url)}#product"},
    }
    if view.pictures:
        made["image"] = [picture(one, speech) for one in view.pictures]
    return made


def gallery(view: ShowcasesView, speech: Speech) -> Node:
    """The gallery: one picture of each showcase."""
    return {
        "@type": "ImageGallery",
        "name": text(view.head.title),
        "description": text(view.head.description),
        "url": speech.absolute(view.head.url),
        "inLanguage": speech.language,
        "image": [
            {**picture(one.picture, speech), "name": text(one.title), "mainEntityOfPage": speech.absolute(one.url)}
            for one in view.showcases
            if one.picture is not None
        ],
    }
