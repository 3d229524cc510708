"""A problem, as a value with a place: for the author, never for the reader of the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ichsite.text.place import FieldOf, Place, Where
from ichsite.text.words import Words

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Related:
    """Another place that has to do with the problem, and what it is."""

    where: Where
    note: Words


@dataclass(frozen=True)
class Diagnostic:
    """One finding.

    `code` is permanent and documented; `message` says what and why, without the place;
    `help` says what to do.
    """

    code: str
    severity: Severity
    where: Where
    message: Words
    help: Words | None = None
    related: tuple[Related, ...] = ()


def order_of(finding: Diagnostic) -> tuple[str, int, int, str, str]:
    """The sort key of the printers: file, line, column, code, message."""
    place = finding.where if isinstance(finding.where, Place) else Place(finding.where.path)
    return (place.path, place.line, place.column, finding.code, finding.message.zh)


def error(
    code: str, where: Where, message: Words, help: Words | None = None, related: tuple[Related, ...] = ()
) -> Diagnostic:
    """A finding that stops the build."""
    return Diagnostic(code, "error", where, message, help, related)


def warning(
    code: str, where: Where, message: Words, help: Words | None = None, related: tuple[Related, ...] = ()
) -> Diagnostic:
    """A finding that stops the build only under `--strict`."""
    return Diagnostic(code, "warning", where, message, help, related)


__all__ = ["Diagnostic", "FieldOf", "Place", "Related", "Severity", "Where", "error", "order_of", "warning"]
