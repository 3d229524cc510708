"""How pictures are published: a site's settings as the work needs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Keep = Literal["none", "xmp"]
"""What a file says of itself: nothing, or the label that it was given."""
MAX_SIDE = 16_000
"""WebP ends at 16383 pixels a side; a scroll that is longer is published narrower."""
_JPEG_UP_TO = 1000


@dataclass(frozen=True)
class Recipe:
    """`widths` in pixels, rising; `quality` as WebP counts it (JPEG and AVIF get what looks alike); AVIF too or not.

    `jpeg_only`: no more than the one JPEG, as a photograph is taken into the project.
    """

    widths: tuple[int, ...] = (400, 800, 1600)
    quality: int = 80
    avif: bool = False
    jpeg_only: bool = False

    @property
    def jpeg_width(self) -> int:
        """The width of the one JPEG: the largest not over 1000, for it is sent whole to every old browser."""
        return max((width for width in self.widths if width <= _JPEG_UP_TO), default=self.widths[0])

    def widths_of(self, full: int) -> tuple[int, ...]:
        """The widths that a picture of `full` pixels fills, and its own where it does not fill them all."""
        filled = tuple(width for width in self.widths if width <= full)
        return filled if len(filled) == len(self.widths) else tuple(dict.fromkeys((*filled, full)))

    def webp(self, keep: Keep) -> dict[str, object]:
        """What libvips saves WebP with. Effort 2: effort 4 takes 60 % more time for files 3 % smaller."""
        return {"Q": self.quality, "effort": 2, "keep": keep}

    def jpeg(self, keep: Keep) -> dict[str, object]:
        """What libvips saves JPEG with."""
        return {"Q": min(95, self.quality + 2), "optimize_coding": True, "keep": keep}

    def av1(self, keep: Keep) -> dict[str, object]:
        """What libvips saves AVIF with; an AV1 quality 25 lower looks like the WebP. Effort 1: 2 takes 65 % more time."""
        return {"compression": "av1", "Q": max(20, self.quality - 25), "effort": 1, "keep": keep}
