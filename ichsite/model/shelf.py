"""Where large values wait until somebody needs them."""

from __future__ import annotations

from typing import Any, Protocol


class Shelf(Protocol):
    """Gives back a value by its key; the cache does, and so does a dict in a test."""

    def take(self, key: bytes) -> Any:
        """The value; raises KeyError where it is not there."""
        ...
