"""The colour that stands in a picture's place until it is there: the one that covers most of it.

Not the mean: of a red paper-cut on grey the mean is a pink that is nowhere in it.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

_SIDE = 48
_LEVELS = 5
"""A colour is one of 16³ boxes of 2^(8 - 4) shades; boxes at most `_LEVELS // 2` steps apart are one colour, so that
a shaded background, spread over many boxes, is not beaten by a small flat patch."""


def dominant_colour(image: Any) -> str:
    """`#rrggbb` of an 8-bit sRGB picture without alpha."""
    small = image.thumbnail_image(_SIDE, height=_SIDE, size="force")
    data = bytes(small.write_to_memory())
    bands = small.bands
    pixels = list(zip(*(data[band::bands] for band in range(3)), strict=True))
    boxes = Counter((red >> 4, green >> 4, blue >> 4) for red, green, blue in pixels)
    centre = max(sorted(boxes), key=lambda box: _covered(boxes, box))
    members = [pixel for pixel in pixels if _near((pixel[0] >> 4, pixel[1] >> 4, pixel[2] >> 4), centre)]
    return "#" + "".join(f"{round(sum(band) / len(members)):02x}" for band in zip(*members, strict=True))


def _covered(boxes: Counter[tuple[int, int, int]], centre: tuple[int, int, int]) -> int:
    """How many pixels are of nearly that colour; those of the very box count twice, so that the middle wins."""
    return boxes[centre] + sum(count for box, count in boxes.items() if _near(box, centre))


def _near(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    reach = _LEVELS // 2
    return abs(one[0] - other[0]) <= reach and abs(one[1] - other[1]) <= reach and abs(one[2] - other[2]) <= reach
