"""Statements that say the same, gathered: the same words first, then nearly the same words.

A wording joins a group where it is alike to the group's *leading* wording, never to another member, so that each
member can be seen to belong and groups do not run into each other. The most frequent wording leads, of as frequent ones the
longest, of as long ones the one that came first; wordings are tried in that order, so that the same table gives the same
groups. The pieces that a wording is looked up by are its rarest: the work grows with the wordings, not with their square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from ichsite.intake.wording import Wording, alike, telling_pieces, wording_of

_MOST_TRIED = 200
"""So many leaders are compared with one wording at most, whatever the table: the first ones lead the most."""


class Said(Protocol):
    """What can be grouped: something about a piece (or about none), in words with a key."""

    @property
    def craft(self) -> str | None: ...
    @property
    def key(self) -> str: ...
    @property
    def words(self) -> str: ...


S = TypeVar("S", bound=Said)


@dataclass(frozen=True)
class Same(Generic[S]):
    """Statements in the same words; `words` is how most of them wrote it."""

    words: str
    said: tuple[S, ...]


@dataclass(frozen=True)
class Group(Generic[S]):
    """A wish: its leading wording, and other wordings of it."""

    leader: Same[S]
    others: tuple[Same[S], ...] = ()

    @property
    def count(self) -> int:
        """How many said it."""
        return len(self.leader.said) + sum(len(one.said) for one in self.others)


def grouped(statements: Sequence[S], own: Callable[[str], Collection[str]]) -> tuple[Group[S], ...]:
    """The groups, those that most said first; `own` gives the catalogue's words in a key."""
    same: defaultdict[tuple[str | None, str], list[S]] = defaultdict(list)
    for one in statements:
        same[one.craft, one.key].append(one)
    alikes = sorted((Same(_usual(said), tuple(said)) for said in same.values()), key=_rank)
    wordings = [wording_of(one.said[0].key, own(one.said[0].key)) for one in alikes]
    rarity = Counter(piece for one in wordings for piece in one.pieces)
    leaders: defaultdict[tuple[object, ...], dict[str, list[int]]] = defaultdict(dict)
    members: dict[int, list[int]] = {}
    for at, wording in enumerate(wordings):
        rare = telling_pieces(wording.pieces, rarity)
        index = leaders[alikes[at].said[0].craft, wording.telling]
        if (leader := _leader(wording, rare, index, wordings)) is not None:
            members[leader].append(at)
            continue
        members[at] = []
        for piece in rare:
            index.setdefault(piece, []).append(at)
    groups = [Group(alikes[at], tuple(alikes[other] for other in others)) for at, others in members.items()]
    return tuple(sorted(groups, key=lambda one: -one.count))


def _rank(one: Same[S]) -> tuple[int, int]:
    return -len(one.said), -len(one.said[0].key)


def _leader(wording: Wording, rare: list[str], index: dict[str, list[int]], wordings: list[Wording]) -> int | None:
    """The leader that a wording joins: of those that are alike the one that was tried first."""
    found = sorted({at: None for piece in rare for at in index.get(piece, ())[:_MOST_TRIED]})[:_MOST_TRIED]
    return next((at for at in found if alike(wordings[at].pieces, wording.pieces)), None)


def _usual(said: list[S]) -> str:
    counted = Counter(one.words for one in said)
    return max(counted, key=lambda words: counted[words])
