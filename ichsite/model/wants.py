"""What a customisation asks of the material library: known as soon as its file is decoded, small enough to keep at hand."""

from __future__ import annotations

from dataclasses import dataclass

from ichsite.model.offer import Customization
from ichsite.model.option import ChoiceOption, ColourOption, MotifSelection


@dataclass(frozen=True)
class Wants:
    """The selections of motifs and the names of palettes, each once."""

    motifs: tuple[MotifSelection, ...] = ()
    palettes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.motifs or self.palettes)


NOTHING = Wants()


def wants_of(customization: Customization) -> Wants:
    """What its options ask for; most ask for nothing."""
    motifs: dict[MotifSelection, None] = {}
    palettes: dict[str, None] = {}
    for offer in customization.offers:
        for option in offer.options:
            if isinstance(option, ChoiceOption) and option.motifs is not None:
                motifs[option.motifs] = None
            elif isinstance(option, ColourOption) and option.from_palette is not None:
                palettes[option.from_palette] = None
    return Wants(tuple(motifs), tuple(palettes)) if motifs or palettes else NOTHING
