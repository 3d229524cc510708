"""Texts with a life beyond one field: codes and records that no language changes, names that many files share."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.model.scalar import Text


@dataclass(frozen=True)
class Verbatim(Text):
    """As `Text`, and never translated."""


@dataclass(frozen=True)
class Name(Text):
    """A name that gathers things (a tag, a region): one word for all files, so that they stay together."""
