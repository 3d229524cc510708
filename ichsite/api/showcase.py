"""A showcase as the API and the feed give it away: no more than the buyer agreed to."""

from __future__ import annotations

from ichsite.api.craft import ChosenData, LaterData, ShowcaseData
from ichsite.api.values import picture_of
from ichsite.model.record import Record
from ichsite.model.showcase import Showcase
from ichsite.plan.cards import chosen_words
from ichsite.plan.consent import shown_buyer, shown_later, shown_pictures, shown_words
from ichsite.plan.material import Material


def showcase_of(material: Material, showcase: Record[Showcase]) -> ShowcaseData:
    """What is given away of a showcase, with nothing of the consent record in it."""
    value, book = showcase.value, material.book
    return ShowcaseData(
        id=book.id("showcase", showcase.slug),
        title=value.title,
        url=material.base.absolute(book.address("showcase", showcase.slug)),
        short=material.base.absolute(book.short("showcase", showcase.slug)),
        tier=value.tier,
        buyer=shown_buyer(value),
        received=value.received,
        words=shown_words(value),
        chosen=tuple(ChosenData(one.label, one.value) for one in chosen_words(material, value)),
        outcome=value.outcome,
        pictures=tuple(picture_of(view, material.base) for view in shown_pictures(material, showcase)),
        later=tuple(
            LaterData(day, words, tuple(picture_of(view, material.base) for view in views))
            for day, words, views in shown_later(material, showcase)
        ),
    )
