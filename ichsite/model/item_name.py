"""The name by which one file points at another: that of the other's folder or file."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.model.scalar import Text
from ichsite.text.address import slug_of_name


@dataclass(frozen=True)
class ItemName(Text):
    """The folder's name as it stands on the disk; a long one becomes the slug that its address has."""

    most: int = 120

    def parse(self, text: str) -> str:
        return slug_of_name(super().parse(text))
