"""A text for a field with a limit: whole pieces by importance, the essential ones first, nothing broken.

What does not fit is left out whole, or cut where a clause ends if it may be. Where not even the essential pieces fit,
there is no text, and the numbers say why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ichsite.kit.counting import count
from ichsite.kit.cutting import cut_to
from ichsite.kit.platform import Limit

PieceKind = Literal[
    "title",
    "way",
    "when",
    "window",
    "notice",
    "days-note",
    "summary",
    "craft",
    "call",
    "poll",
    "event",
    "change",
    "chance",
    "written",
    "hashtags",
]


@dataclass(frozen=True)
class Piece:
    """One line of a text. `variants` are the same said at length and in short; the first that fits is taken."""

    kind: PieceKind
    variants: tuple[str, ...]
    essential: bool = False
    may_be_cut: bool = False


@dataclass(frozen=True)
class Fitted:
    """A text and how it came to be.

    `essential` is the length of what had to be in it, `count` that of all of it, both as `limit` counts. Where
    `essential` is more than the limit, `text` is empty. `hidden` is true where some of what is essential stands
    behind “more”; `shown` is how much stands before it, None where that is unknown.
    """

    text: str
    count: int
    essential: int
    limit: Limit
    shown: Limit | None = None
    hidden: bool = False
    left_out: tuple[PieceKind, ...] = ()
    cut: tuple[PieceKind, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether there is a text."""
        return self.essential <= self.limit.most


def fit(pieces: tuple[Piece, ...], limit: Limit, shown: Limit | None = None, between: str = "\n") -> Fitted:
    """The text that those pieces make within `limit`; essential pieces stand first."""
    pieces = tuple(piece for piece in pieces if any(piece.variants))
    essential = [piece for piece in pieces if piece.essential]

    def length(lines: list[str]) -> int:
        return count(between.join(lines), limit.counted_in)

    lines, cut = _leading(essential, limit, shown, between)
    needed = length(lines)
    if needed > limit.most:
        return Fitted("", 0, needed, limit, shown)
    hidden = shown is not None and count(between.join(lines), shown.counted_in) > shown.most
    left_out: list[PieceKind] = []
    for piece in pieces:
        if piece.essential:
            continue
        line = next((one for one in piece.variants if length([*lines, one]) <= limit.most), "")
        if not line and piece.may_be_cut and (line := _shortened(piece, lines, length, limit)):
            cut.append(piece.kind)
        if line:
            lines.append(line)
        elif piece.kind not in left_out:
            left_out.append(piece.kind)
    return Fitted(between.join(lines), length(lines), needed, limit, shown, hidden, tuple(left_out), tuple(cut))


def _leading(
    essential: list[Piece], limit: Limit, shown: Limit | None, between: str
) -> tuple[list[str], list[PieceKind]]:
    """The essential lines: at length where that fits what is shown, else in short; what may be cut, cut if it must be."""

    def fits(lines: list[str]) -> bool:
        text = between.join(lines)
        return count(text, limit.counted_in) <= limit.most and (
            shown is None or count(text, shown.counted_in) <= shown.most
        )

    if fits(whole := [piece.variants[0] for piece in essential]):
        return whole, []
    short = [piece.variants[-1] for piece in essential]
    if fits(short):
        return short, []
    for lines in (whole, short):
        if count(between.join(lines), limit.counted_in) <= limit.most:
            return lines, []
    cut: list[PieceKind] = []
    for at, piece in enumerate(essential):
        rest = (short[:at], short[at + 1 :])
        if piece.may_be_cut and (line := cut_to(short[at], lambda start, rest=rest: fits([*rest[0], start, *rest[1]]))):
            short[at] = line
            cut.append(piece.kind)
    return short, cut


def _shortened(piece: Piece, lines: list[str], length: Callable[[list[str]], int], limit: Limit) -> str:
    return cut_to(piece.variants[-1], lambda beginning: length([*lines, beginning]) <= limit.most)
