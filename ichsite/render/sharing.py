"""How a page looks where it is shared: what kind of thing it is, and its picture with size and words.

Both come from the page's view, so that nothing is said elsewhere that the page does not show.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ichsite.plan.views import (
    CraftView,
    HomeView,
    MasterView,
    PicturesView,
    PictureView,
    PostView,
    ShowcaseView,
    StreamView,
)

SharingKind = Literal["product", "article", "website"]


@dataclass(frozen=True)
class Sharing:
    """`kind` is Open Graph's type; `published` is set for an article."""

    kind: SharingKind
    picture: PictureView | None
    published: date | None = None


def sharing_of(view: object) -> Sharing:
    """What a page's view says of itself to who shares it."""
    if isinstance(view, CraftView):
        return Sharing("product", view.pictures[0] if view.pictures else None)
    if isinstance(view, PostView):
        return Sharing("article", view.card.picture, view.card.published)
    return Sharing("website", _picture(view))


def _picture(view: object) -> PictureView | None:
    if isinstance(view, (MasterView,)):
        return view.card.picture
    if isinstance(view, ShowcaseView):
        return view.pictures[0] if view.pictures else None
    if isinstance(view, PicturesView):
        shown = (*view.pictures, *(one.picture for one in view.outcomes))
        return next((one for one in shown if one is not None), None)
    if isinstance(view, HomeView):
        return view.crafts[0].picture if view.crafts else None
    if isinstance(view, StreamView):
        return next((one.card.picture for one in view.crafts if one.card.picture is not None), None)
    return None
