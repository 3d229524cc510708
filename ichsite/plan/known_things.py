"""Things that everybody knows, as shapes in millimetres: what a size is seen beside. Each stands on 0, 0 and goes up.

Their sizes are the usual ones: a coin of one yuan 22.25 mm across (since 2019), a finger 16 mm wide, a grown-up's hand
180 mm long, a sheet of A4 (ISO 216), a door of 2 m by 0.9 m.
"""

from __future__ import annotations

from ichsite.media.shape import Shape
from ichsite.plan.views.see import KnownThing

SIZES: dict[KnownThing, tuple[float, float]] = {
    "coin": (22.25, 22.25),
    "finger": (16, 40),
    "hand": (78, 180),
    "sheet": (210, 297),
    "door": (900, 2000),
}
"""Width and height in millimetres."""
_HAND = (
    "M22 0C22-20 17-36 11-50C6-62 0-73 1-82C2-90 10-91 14-84C17-78 19-73 22-69V-147a6.5 6.5 0 0 1 13 0V-98h1.5"
    "V-173.25a6.75 6.75 0 0 1 13.5 0V-98h1.5V-160a6.5 6.5 0 0 1 13 0V-96H66V-130a5.5 5.5 0 0 1 11 0V-70"
    "C77-50 70-36 68 0"
)
_PATHS: dict[KnownThing, tuple[str, ...]] = {
    "coin": (
        "M0-11.125a11.125 11.125 0 1 1 22.25 0a11.125 11.125 0 1 1-22.25 0z",
        "M1.3-11.125a9.825 9.825 0 1 1 19.65 0a9.825 9.825 0 1 1-19.65 0z",
        "M8.6-14.2L11.4-16.2V-6.4M8.4-6.4h6",
    ),
    "finger": ("M0 0V-32a8 8 0 0 1 16 0V0", "M4-31v-2.5a4 4 0 0 1 8 0v2.5q-4 2.6-8 0z"),
    "hand": (_HAND,),
    "sheet": ("M0 0V-297H210V0z",),
    "door": ("M0 0V-2000H900V0z", "M780-960v-90"),
}
_FROM = (("coin", 60), ("hand", 450), ("sheet", 1200), ("door", 10**9))
_LINE = 0.6
"""How wide a line is drawn, in parts of a hundred and fifty of the picture's larger side."""


def known_thing(thing: KnownThing, side: float) -> tuple[Shape, ...]:
    """Its outline; `side` is the larger side of the drawing that it stands in, in the same units."""
    width = f"{side * _LINE / 150:.3f}"
    look = (
        ("fill", "none"),
        ("stroke", "#8d8371"),
        ("stroke-width", width),
        ("stroke-linejoin", "round"),
        ("stroke-linecap", "round"),
    )
    return tuple(Shape("path", (("d", path), *look)) for path in _PATHS[thing])


def thing_for(millimetres: float) -> KnownThing:
    """What a size is best seen beside."""
    for thing, most in _FROM:
        if millimetres <= most:
            return _named(thing)
    return "door"


def _named(thing: str) -> KnownThing:
    return next(one for one in SIZES if one == thing)
