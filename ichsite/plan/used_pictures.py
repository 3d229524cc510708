"""The pictures that pages use, from the catalogue and its cards."""

from __future__ import annotations

from collections.abc import Mapping

from ichsite.assess.card import CraftCard, story_pictures
from ichsite.catalog.catalog import Catalog
from ichsite.catalog.material_files import material_picture
from ichsite.catalog.picture_path import PictureUse, picture_use
from ichsite.model.record import Record
from ichsite.model.showcase import Showcase


def used_pictures(catalog: Catalog, cards: Mapping[str, CraftCard]) -> tuple[PictureUse, ...]:
    """Every picture that some page uses, in a fixed order."""
    uses: list[PictureUse] = [use for card in cards.values() for use in card.pictures]
    for master in catalog.masters:
        if master.value.picture is not None:
            uses.append(picture_use(master.path, master.value.picture, ("picture",)))
    for record in (*catalog.showcases, *catalog.designs, *catalog.polls, *catalog.events):
        uses += (picture_use(record.path, one, field) for field, one in record.value.placed_pictures)
    for post in catalog.posts:
        if post.value.picture is not None:
            uses.append(picture_use(post.path, post.value.picture, ("picture",)))
    for material in catalog.materials:
        if (use := material_picture(material)) is not None:
            uses.append(use)
    for record in catalog.told:
        uses += story_pictures(record.path, record.story)
    return tuple(uses)


def showcase_pictures(showcase: Record[Showcase]) -> list[PictureUse]:
    """The pictures of a showcase, without those of later entries."""
    return [picture_use(showcase.path, picture, ("pictures", at)) for at, picture in enumerate(showcase.value.pictures)]
