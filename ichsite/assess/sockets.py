"""What the slots of a preview may name: the options of the offer that it belongs to, and what each of them can give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ichsite.catalog.picture_path import picture_path
from ichsite.model.offer import Offer
from ichsite.model.option import AnyOption, ChoiceOption, ColourOption, NumberOption, SizeTableOption, TextOption
from ichsite.model.tier import TierName
from ichsite.text.place import FieldOf, FieldPath

Gives = Literal["colour", "value", "motif", "text", "size", "number"]


@dataclass(frozen=True)
class Socket:
    """An option, or a line of a size table, by the name that a wish calls it: what it gives, the values that it knows.

    `motifs` are those of its values that stand for a motif of the material library, each with that motif's name.
    """

    name: str
    gives: tuple[Gives, ...]
    values: tuple[str, ...] = ()
    motifs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class PreviewUse:
    """The preview of one offer: where it lies (None where the name is refused), where it is named, what it may ask of."""

    tier: TierName
    path: str | None
    file: str
    where: FieldOf
    sockets: tuple[Socket, ...]
    outcomes: tuple[str, ...]


def preview_use(offer: Offer, path: str, field: FieldPath, outcomes: tuple[str, ...]) -> PreviewUse | None:
    """The use of an offer's preview; None where it has none. `field` is the offer's in the file at `path`."""
    if offer.preview is None:
        return None
    file = offer.preview.file
    sockets = tuple(socket for option in offer.options for socket in _sockets(option))
    where = FieldOf(path, (*field, "preview", "file"))
    return PreviewUse(offer.tier, picture_path(path, file), file, where, sockets, outcomes)


def _sockets(option: AnyOption) -> Iterator[Socket]:
    if isinstance(option, SizeTableOption):
        yield from (Socket(f"{option.id}.{line.id}", ("size", "number", "value")) for line in option.measures)
    elif isinstance(option, NumberOption):
        yield Socket(option.id, ("size", "number", "value"))
    elif isinstance(option, TextOption):
        yield Socket(option.id, ("text", "value"))
    elif isinstance(option, ColourOption):
        yield Socket(option.id, ("colour", "value"), tuple(one.id for one in option.palette))
    elif isinstance(option, ChoiceOption):
        measured = any(one.measure is not None for one in option.values)
        motifs = tuple((one.id, one.motif) for one in option.values if one.motif is not None)
        gives: tuple[Gives, ...] = (
            ("value", "motif", "text", "size", "number") if measured else ("value", "motif", "text")
        )
        yield Socket(option.id, gives, tuple(one.id for one in option.values), motifs)
    else:
        yield Socket(option.id, ("value", "number"))
