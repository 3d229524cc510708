"""What one file says: its kind, its slug, its typed value and its story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from ichsite.model.story import Story
from ichsite.text.address import Slug

Kind = Literal[
    "site",
    "tiers",
    "craft",
    "customization",
    "master",
    "showcase",
    "stream",
    "call",
    "poll",
    "idea",
    "event",
    "feedback",
    "post",
    "page",
    "translation",
]
Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True)
class Record(Generic[Value_co]):
    """A file as a typed value. `path` is relative to the project's root."""

    kind: Kind
    path: str
    slug: Slug
    value: Value_co
    story: Story
