"""The pictures that the pages beside the crafts use."""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.card import story_pictures
from ichsite.catalog.material_files import material_picture
from ichsite.catalog.picture_path import PictureUse, picture_use
from ichsite.rules.whole import Whole


def other_pictures(whole: Whole) -> Iterator[PictureUse]:
    """Every picture of masters, showcases, polls, design sessions, posts, materials, and of the stories that are no craft's."""
    catalog = whole.catalog
    for showcase in catalog.showcases:
        for field, picture in showcase.value.placed_pictures:
            yield picture_use(showcase.path, picture, field)
    for poll in catalog.polls:
        for field, picture in poll.value.placed_pictures:
            yield picture_use(poll.path, picture, field)
    for design in catalog.designs:
        for field, picture in design.value.placed_pictures:
            yield picture_use(design.path, picture, field)
    for record in (*catalog.masters, *catalog.posts):
        if record.value.picture is not None:
            yield picture_use(record.path, record.value.picture, ("picture",))
    for material in catalog.materials:
        if (use := material_picture(material)) is not None:
            yield use
    for event in catalog.events:
        yield from (picture_use(event.path, one, field) for field, one in event.value.placed_pictures)
    for record in catalog.told:
        yield from story_pictures(record.path, record.story)
