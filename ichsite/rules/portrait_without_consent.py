"""portrait-without-consent: a picture of a person says where the person's consent is kept.

Passes: `{file: ye.jpg, alt: 叶师傅在拉坯, shows_person: true, consent_record: 肖像授权第 3 号}`.
Fails: the same without `consent_record`.
Source: Civil Code 民法典 art. 1019. Pictures of a showcase are covered by the showcase's own consent.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.model.material import Film
from ichsite.model.picture import Picture
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.words import Words

CODE = "portrait-without-consent"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """The pictures of a craft and of its outcomes."""
    for at, picture in enumerate(dossier.craft.value.pictures):
        yield from _of(picture, dossier.craft.path, ("pictures", at))
    for at, outcome in enumerate(dossier.customization.value.randomness.outcomes):
        if outcome.picture is not None:
            yield from _of(outcome.picture, dossier.customization.path, ("randomness", "outcomes", at, "picture"))


def check_whole(whole: Whole) -> Iterator[Diagnostic]:
    """The pictures of masters, polls, design sessions and posts, and those of the reports of events."""
    for design in whole.catalog.designs:
        for field, picture in design.value.placed_pictures:
            yield from _of(picture, design.path, field)
    for poll in whole.catalog.polls:
        for field, picture in poll.value.placed_pictures:
            yield from _of(picture, poll.path, field)
    for record in (*whole.catalog.masters, *whole.catalog.posts):
        if record.value.picture is not None:
            yield from _of(record.value.picture, record.path, ("picture",))
    for material in whole.catalog.materials:
        value = material.value
        name, picture = ("poster", value.poster) if isinstance(value, Film) else ("picture", value.picture)
        if picture is not None:
            yield from _of(picture, material.path, (name,))
    for event in whole.catalog.events:
        for field, picture in event.value.placed_pictures:
            yield from _of(picture, event.path, field)


def _of(picture: Picture, path: str, field: FieldPath) -> Iterator[Diagnostic]:
    if not picture.shows_somebody or picture.consent_record is not None:
        return
    yield error(
        CODE,
        FieldOf(path, (*field, "shows_child" if picture.shows_child else "shows_person")),
        Words(
            "图里有孩子，却没有写监护人的同意书存在哪里",
            "the picture shows a child, but nothing says where the guardian's consent is kept",
        )
        if picture.shows_child
        else Words(
            "图里有人，却没有写肖像同意书存在哪里",
            "the picture shows a person, but nothing says where the consent is kept",
        ),
        Words(
            "取得书面同意，写 `consent_record: …`（不会公开）；没有同意就换一张",
            "ask for it in writing and add `consent_record: …` (never published), or use another picture",
        ),
    )
