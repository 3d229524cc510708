"""A space that is missing after a colon or a dash, or is none: YAML reads such a line as something else altogether.

The types then miss a field or find one that is unknown; what is told is the line that caused it.
"""

from __future__ import annotations

from ichsite.decode.compose import places_of
from ichsite.decode.yaml_faults import cause_from, fault_at
from ichsite.text.diagnostic import Diagnostic
from ichsite.text.place import FieldOf, FieldPath

_SYMPTOMS = ("unknown-key", "wrong-shape", "wrong-form", "not-a-number")


def at_their_cause(path: str, yaml: str, first_line: int, findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The findings, those of a line with a wrong blank in the words of that blank, without what follows from it."""
    places, lines = places_of(yaml, path, first_line), yaml.split("\n")
    causes: dict[int, Diagnostic] = {}
    symptoms: set[int] = set()
    troubled: set[FieldPath] = set()
    for number, one in enumerate(findings):
        place = places.of(one.where.field, one.where.at_key) if isinstance(one.where, FieldOf) else None
        if place is None or one.code not in _SYMPTOMS or not isinstance(one.where, FieldOf):
            continue
        line = place.line - 1 - first_line
        if (found := cause_from(lines[line], place.column - 1)) is not None:
            causes.setdefault(line, fault_at(line, found).finding(path, first_line))
            symptoms.add(number)
            troubled.add(one.where.field[:-1] if one.code == "unknown-key" else one.where.field)
    if not causes:
        return findings
    rest = [
        one
        for number, one in enumerate(findings)
        if number not in symptoms
        and not (one.code == "missing-field" and isinstance(one.where, FieldOf) and one.where.field in troubled)
        and not (
            isinstance(one.where, FieldOf) and _empties(one, places.of(one.where.field, False), causes, first_line)
        )
    ]
    return (*causes.values(), *rest)


def _empties(one: Diagnostic, place: object, causes: dict[int, Diagnostic], first_line: int) -> bool:
    """Whether a field has lost its content to a wrong indentation on the next line."""
    line = getattr(place, "line", 0) - first_line
    return one.code == "wrong-shape" and line in causes and causes[line].code == "yaml-invisible-space"
