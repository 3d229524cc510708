"""The picture page of a craft: its own pictures and those of its outcomes, large, each at an address of its own.

One page a craft, not one a picture: see `docs/decisions/0007-picture-pages.md`. What it shows stands on the craft's
card, so that no dossier is loaded for it, and a new price renders nothing here.
"""

from __future__ import annotations

from ichsite.assess.card import CraftCard
from ichsite.assess.share import share_of
from ichsite.catalog.urls import pictures_below
from ichsite.plan.material import Material
from ichsite.plan.spec import PageSpec
from ichsite.plan.views import Head, Link, OutcomeView, PicturesView
from ichsite.text.fingerprint import of_value
from ichsite.text.foreign import made_of


def picture_page_spec(material: Material, card: CraftCard) -> PageSpec | None:
    """The picture page of one craft; None where it has no picture that can be shown.

    No list, no sitemap and no search leads here: who comes from outside should meet the three answers first.
    """
    own = tuple(view for use in card.own_pictures if (view := material.picture(use)) is not None)
    outcomes = _outcomes(material, card)
    if not own and not outcomes:
        return None
    craft = Link(card.title, material.address("craft", card.slug))
    first = own[0] if own else outcomes[0].picture
    head = Head(
        made_of(f"{card.title} · {material.say('Pictures')}", card.title),
        card.summary,
        pictures_below(craft.url),
        indexed=False,
        picture=first.jpeg if first is not None else None,
    )
    view = PicturesView(material.chrome, head, craft, own, outcomes)
    parts = (("pictures", of_value((head, craft, own, outcomes))), ("site", material.chrome_print))
    return PageSpec(head.url, "pages/pictures.html", view, parts, card.path, listed=False)


def _outcomes(material: Material, card: CraftCard) -> tuple[OutcomeView, ...]:
    return tuple(
        OutcomeView(
            one.id,
            one.name,
            one.words,
            one.count,
            share_of(one.id, one.count, one.pieces) if one.pieces is not None else None,
            view,
        )
        for one in card.outcomes
        if (view := material.picture(one.picture)) is not None
    )
