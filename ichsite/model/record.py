"""What one file says: its kind, its slug, its typed value and its story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from ichsite.model.story import Story
from ichsite.text.address import ItemKind, Slug
from ichsite.text.place import FieldPath

Kind = Literal["site", "tiers", "audiences", "customization", ItemKind, "translation"]
"""What a file is: an item, one of the files beside items, or the translation of any."""
Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True)
class Record(Generic[Value_co]):
    """A file as a typed value. `path` is relative to the project's root.

    `at` is where in the file the value stands, where one file holds several items; the whole file where it is empty.
    """

    kind: Kind
    path: str
    slug: Slug
    value: Value_co
    story: Story
    at: FieldPath = ()
