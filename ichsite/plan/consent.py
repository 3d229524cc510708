"""What of a showcase may travel: files that others read apart from its page keep to the scope of the buyer's consent.

A rule refuses a site whose showcases show more than was agreed to (`showcase-beyond-consent`). A buyer is named only
where `name` is in the scope, on pages as in what is copied to where no consent can be withdrawn (a feed, the API).
"""

from __future__ import annotations

from datetime import date

from ichsite.catalog.picture_path import picture_use
from ichsite.model.record import Record
from ichsite.model.scope import Scope
from ichsite.model.showcase import Showcase
from ichsite.plan.material import Material
from ichsite.plan.used_pictures import showcase_pictures
from ichsite.plan.views import PictureView


def shown_buyer(showcase: Showcase) -> str | None:
    """The buyer's name, where it may be said."""
    return showcase.buyer if _agreed(showcase, "name") else None


def shown_words(showcase: Showcase) -> str:
    """The buyer's words, where they may travel."""
    return showcase.words if _agreed(showcase, "words") else ""


def shown_pictures(material: Material, showcase: Record[Showcase]) -> tuple[PictureView, ...]:
    """The pictures that may travel: of a person only with `portrait`."""
    value = showcase.value
    if not _agreed(value, "pictures"):
        return ()
    pairs = zip(value.pictures, showcase_pictures(showcase), strict=True)
    allowed = (use for picture, use in pairs if not picture.shows_somebody or _agreed(value, "portrait"))
    return tuple(view for use in allowed if (view := material.picture(use)) is not None)


def shown_later(
    material: Material, showcase: Record[Showcase]
) -> tuple[tuple[date, str, tuple[PictureView, ...]], ...]:
    """What was told later, in the order of its days: each day with the words and the pictures that may travel."""
    value = showcase.value
    found: list[tuple[date, str, tuple[PictureView, ...]]] = []
    for at, one in enumerate(value.later):
        uses = (
            picture_use(showcase.path, picture, ("later", at, "pictures", number))
            for number, picture in enumerate(one.pictures)
            if _agreed(value, "pictures") and (not picture.shows_somebody or _agreed(value, "portrait"))
        )
        views = tuple(view for use in uses if (view := material.picture(use)) is not None)
        found.append((one.day, one.words if _agreed(value, "words") else "", views))
    return tuple(sorted(found, key=lambda entry: entry[0]))


def _agreed(showcase: Showcase, scope: Scope) -> bool:
    return showcase.consent is not None and scope in showcase.consent.scope
