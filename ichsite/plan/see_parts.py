"""What the previews of a craft are made of: where each drawing lies in the cache, and those of the motifs in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ichsite.text.fingerprint import Fingerprint

if TYPE_CHECKING:
    from ichsite.assess.card import CraftCard
    from ichsite.plan.material import Material

Held = tuple[bytes, Fingerprint]
"""Where a value lies in the cache, and what it is."""


@dataclass(frozen=True)
class PreviewFiles:
    """The drawings that may be shown, by their path in the project; the paths of motifs by their names."""

    held: Mapping[str, Held] = field(default_factory=dict[str, Held])
    motifs: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class SeeParts:
    """The previews of one craft: by tier its drawing and, by the values of options, the motifs in it.

    `prefix` sets the ids of this craft apart from those of another on the same page.
    """

    prefix: str = ""
    drawings: tuple[tuple[str, Held], ...] = ()
    motifs: tuple[tuple[str, Held], ...] = ()


def see_parts(material: Material, card: CraftCard) -> SeeParts:
    """The parts of a craft's previews; they belong to a page's recipe and to its fingerprint."""
    files = material.previews
    drawings = tuple((use.tier, files.held[use.path]) for use in card.previews if use.path in files.held and use.path)
    names = dict.fromkeys(name for use in card.previews for socket in use.sockets for _, name in socket.motifs)
    motifs = tuple((name, files.held[files.motifs[name]]) for name in names if name in files.motifs)
    return SeeParts("see", drawings, motifs if drawings else ())
