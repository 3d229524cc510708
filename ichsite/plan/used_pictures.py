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
    for showcase in catalog.showcases:
        uses += (picture_use(showcase.path, one, field) for field, one in showcase.value.placed_pictures)
    for design in catalog.designs:
        uses += (picture_use(design.path, one, field) for field, one in design.value.placed_pictures)
    for post in catalog.posts:
        if post.value.picture is not None:
            uses.append(picture_use(post.path, post.value.picture, ("picture",)))
    for poll in catalog.polls:
        uses += (picture_use(poll.path, one, field) for field, one in poll.value.placed_pictures)
    for material in catalog.materials:
        if (use := material_picture(material)) is not None:
            uses.append(use)
    for record in (
        *catalog.masters,
        *catalog.streams,
        *catalog.calls,
        *catalog.materials,
        *catalog.designs,
        *catalog.posts,
        *catalog.pages,
    ):
        uses += story_pictures(record.path, record.story)
    return tuple(uses)


def showcase_pictures(showcase: Record[Showcase]) -> list[PictureUse]:
    """The pictures of a showcase, without those of later entries."""
    return [picture_use(showcase.path, picture, ("pictures", at)) for at, picture in enumerate(showcase.value.pictures)]
