"""What changed between two versions of a promise, in the order in which a buyer asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ichsite.assess.limits import names_in
from ichsite.brief.clause import Clause, Key, Part, What, clauses_of
from ichsite.brief.figure import BoundFigure, Figure
from ichsite.brief.terms import Terms


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise: its figures `before` and `after`.

    A thing that came or went has `what` `there`, no figures (but for a limit), and says which by `came`.
    """

    part: Part
    of: str
    what: What
    before: tuple[Figure, ...] = ()
    after: tuple[Figure, ...] = ()
    came: bool | None = None


def changes(old: Terms, new: Terms) -> tuple[Change, ...]:
    """Everything that is otherwise in `new`; empty where both promise the same."""
    before = {clause.key: clause for clause in clauses_of(old)}
    after = {clause.key: clause for clause in clauses_of(new)}
    limits = _paired([one for one in _only(before, after) if one.part == "limits"], list(_only(after, before)))
    found: list[Change] = []
    order = [*after, *(key for key in before if key not in after)]
    for key in sorted(order, key=lambda key: _PLACE[(after.get(key) or before[key]).part]):
        was, now = before.get(key), after.get(key)
        if was is not None and now is not None:
            if was.figures != now.figures:
                found.append(Change(now.part, now.of, now.what, was.figures, now.figures))
            continue
        clause = was or now
        assert clause is not None  # noqa: S101  a key is of one of them
        if key in limits:
            if now is not None and (former := limits[key]) is not None:
                found.append(Change("limits", "", "there", former.figures, now.figures))
        elif not _goes_along(key, before if now is None else after, after if now is None else before):
            found.append(_alone(clause, came=now is not None))
    return tuple(found)


_PLACE: dict[Part, int] = {
    part: at
    for at, part in enumerate(
        ("price", "options", "limits", "wishes", "fixed", "days", "revisions", "chance", "returns", "hands", "names")
    )
}


def _only(here: dict[Key, Clause], there: dict[Key, Clause]) -> Iterator[Clause]:
    return (clause for key, clause in here.items() if key not in there)


def _paired(gone: list[Clause], new: list[Clause]) -> dict[Key, Clause | None]:
    """Limits that took another's place (they are about the same options): the keys of both, the new one with the old."""
    waiting: defaultdict[tuple[str, ...], list[Clause]] = defaultdict(list)
    for clause in gone:
        waiting[_about(clause)].append(clause)
    pairs: dict[Key, Clause | None] = {}
    for clause in new:
        if clause.part == "limits" and (same := waiting[_about(clause)]):
            former = same.pop(0)
            pairs |= {clause.key: former, former.key: None}
    return pairs


def _about(clause: Clause) -> tuple[str, ...]:
    (figure,) = clause.figures
    return (figure.limit.kind, *names_in(figure.limit)) if isinstance(figure, BoundFigure) else ()


def _goes_along(key: Key, here: dict[Key, Clause], there: dict[Key, Clause]) -> bool:
    """Whether a thing above it came or went with it."""
    above = (key[:end] for end in range(1, len(key)))
    return any(one in here and here[one].what == "there" and one not in there for one in above)


def _alone(clause: Clause, *, came: bool) -> Change:
    figures = clause.figures
    return Change(clause.part, clause.of, clause.what, () if came else figures, figures if came else (), came)
