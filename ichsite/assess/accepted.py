"""What a craft's options take from the material library, and what they name of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ichsite.model.offer import Offer
from ichsite.model.option import AnyOption, ChoiceOption, ColourOption
from ichsite.model.tier import TierName
from ichsite.text.place import FieldOf, FieldPath


@dataclass(frozen=True)
class Accepted:
    """A motif or a palette that an option accepts; `label` is the option's."""

    material: str
    tier: TierName
    option: str
    label: str
    where: FieldOf


@dataclass(frozen=True)
class NamedMaterial:
    """A motif or a palette that a customisation names, and where."""

    kind: Literal["motif", "palette"]
    name: str
    where: FieldOf


def accepted_in(offer: Offer, path: str, field: FieldPath) -> Iterator[Accepted]:
    """What the options of one offer accept, each material once an option; `field` is the offer's in the file at `path`."""
    for at, option in enumerate(offer.options):
        for name, step in _taken(option).items():
            yield Accepted(name, offer.tier, option.id, option.label, FieldOf(path, (*field, "options", at, step)))


def named_in(offer: Offer, path: str, field: FieldPath) -> Iterator[NamedMaterial]:
    """Every name of a material that the options of one offer have in them."""
    for at, option in enumerate(offer.options):
        place = (*field, "options", at)
        if isinstance(option, ChoiceOption):
            for number, value in enumerate(option.values):
                # those of a selection have no such field in the file, and are never unknown
                if value.motif is not None:
                    yield NamedMaterial("motif", value.motif, FieldOf(path, (*place, "values", number, "motif")))
            if option.motifs is not None:
                for part in ("named", "without"):
                    for number, name in enumerate(getattr(option.motifs, part)):
                        yield NamedMaterial("motif", name, FieldOf(path, (*place, "motifs", part, number)))
        elif isinstance(option, ColourOption) and option.from_palette is not None:
            yield NamedMaterial("palette", option.from_palette, FieldOf(path, (*place, "from_palette")))


def _taken(option: AnyOption) -> dict[str, str]:
    """The materials of an option, and the field by which each came in."""
    if isinstance(option, ChoiceOption):
        step = "motifs" if option.motifs is not None else "values"
        return {one.motif: step for one in option.values if one.motif is not None}
    if isinstance(option, ColourOption) and option.from_palette is not None:
        return {option.from_palette: "from_palette"}
    return {}
