"""duplicate-id: an id belongs to one item of its kind.

Passes: two posts with ids `first` and `second`.
Fails: two posts with `id: first`.
Source: DESIGN.md: an item is known by its id, also when its folder gets another name.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "duplicate-id"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The ids of all that has one, kind by kind."""
    catalog = whole.catalog
    yield from _twice([(card.id, card.slug, card.path) for card in whole.cards.values()])
    for records in (
        *(
            catalog.masters,
            catalog.showcases,
            catalog.streams,
            catalog.calls,
            catalog.polls,
            catalog.ideas,
            catalog.designs,
        ),
        *(catalog.materials, catalog.events, catalog.feedback, catalog.posts, catalog.pages),
    ):
        yield from _twice([(record.value.id, record.slug, record.path) for record in records])


def _twice(items: list[tuple[str | None, str, str]]) -> Iterator[Diagnostic]:
    first: dict[str, tuple[str, str]] = {}
    for id, slug, path in items:
        if id is None:
            continue
        same, other = first.setdefault(id, (slug, path))
        if same != slug:  # two files of one slug are item-twice
            yield error(
                CODE,
                FieldOf(path, ("id",)),
                Words(f"id `{id}` 已经是别的一项的", f"the id `{id}` belongs to another item"),
                Words(
                    "一般和文件夹同名；给其中一个换个 id",
                    "it is mostly the folder's name; give one of the two another id",
                ),
                (Related(FieldOf(other, ("id",)), Words("先用的在这里", "first used here")),),
            )
