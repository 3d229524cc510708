"""Where in a file something stands."""

from __future__ import annotations

from dataclasses import dataclass

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of one line. Lines and columns count from 1, in characters; 0 means the whole file."""

    path: str
    line: int = 0
    column: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class FieldOf:
    """A field of a YAML file or of a front matter, by its path; the place is looked up when it is printed.

    Values carry no places: a place is a pure function of the file's bytes and the field's path,
    so it is computed again for the few fields that a diagnostic names.
    `at_key` points at the key instead of the value.
    """

    path: str
    field: FieldPath = ()
    at_key: bool = False


Where = Place | FieldOf
