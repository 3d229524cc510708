"""idea-twice: an idea is named once, and what was merged into it stands in one place.

Passes: two ideas with ids of their own, each with the words that went into it.
Fails: two ideas with one id, or with the same words; words merged into two ideas, or into one that are an idea too.
Source: DOMAIN.md, need co-creation: an idea and its sources are counted once.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.catalog.texts import plain_text
from ichsite.model.idea import IDEA_ANSWERS, Ideas
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf, FieldPath
from ichsite.text.words import Words

CODE = "idea-twice"
_TAKEN = frozenset({*IDEA_ANSWERS, "main", "seller", "beside", "stream", "crafts"})
"""Anchors that the page has besides those of its ideas."""


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The ids and the words of every batch."""
    for batch in whole.catalog.ideas:
        for texts in (tuple(_ids(batch.value)), tuple(_words(batch.value))):
            first: dict[str, FieldPath] = {}
            for text, field in texts:
                if (other := first.setdefault(text, field)) != field:
                    yield error(
                        CODE,
                        FieldOf(batch.path, field),
                        Words("这里已经写过一遍了", "this stands here already"),
                        Words("留下一处", "keep one of the two"),
                        (Related(FieldOf(batch.path, other), Words("先写的在这里", "first written here")),),
                    )
        for id, field in _ids(batch.value):
            if id in _TAKEN:
                yield error(
                    CODE,
                    FieldOf(batch.path, field),
                    Words(f"`{id}` 在页面上另有用处", f"the page needs `{id}` for something else"),
                    Words("换一个编号", "give it another id"),
                )


def _ids(batch: Ideas) -> Iterator[tuple[str, FieldPath]]:
    for at, idea in enumerate(batch.ideas):
        yield idea.id, ("ideas", at, "id")


def _words(batch: Ideas) -> Iterator[tuple[str, FieldPath]]:
    for at, idea in enumerate(batch.ideas):
        yield plain_text(idea.words), ("ideas", at, "words")
        for number, merged in enumerate(idea.merged):
            yield plain_text(merged.words), ("ideas", at, "merged", number, "words")
