"""Paper-cut (剪纸): a round window flower 窗花 of peonies and magpies, cut from one sheet of red paper.

The sheet is drawn white, the scissor cuts black, each later shape over the earlier; every part
touches its neighbours, so the flower stays one connected piece.
"""

from __future__ import annotations

import numpy as np
import pyvips

from tools.illustrate.canvas import array_image, fbm, mix, paper_ground, rgb
from tools.illustrate.drawing import Drawing
from tools.illustrate.motifs import (
    Points,
    arc_points,
    disc,
    fill,
    leaf,
    line,
    placed,
    polar,
    polygon,
    scalloped,
    smooth,
)
from tools.illustrate.relief import FULL, Piece, Surface, View, cast, laid, lit, mask

CUT = "#000"
RED = "#b52a25"


def crescent(r: float, half: float, depth: float, bearing: float = 0) -> str:
    """A crescent cut (月牙纹): widest in its middle, running out to two points."""
    outer = [polar(r + depth * (1 - (i / 16 - 1) ** 2), bearing - half + half * i / 16) for i in range(33)]
    inner = arc_points(r, bearing + half, bearing - half, 24)
    return polygon(outer + inner)


def saw_crescent(r: float, half: float, depth: float, teeth: int, bearing: float = 0) -> str:
    """A saw-tooth cut (锯齿纹): a crescent whose outer edge is a row of fine points."""
    points: Points = []
    for i in range(teeth * 2 + 1):
        t = i / (teeth * 2)
        swell = (1 - (2 * t - 1) ** 2) ** 0.6
        points.append(polar(r + swell * (depth if i % 2 else depth * 0.28), bearing - half + 2 * half * t))
    return polygon(points + arc_points(r, bearing + half, bearing - half, 24))


def peony(r: float) -> str:
    """A peony of three rows of lobed petals; saw-teeth on the outer row, crescents within."""
    out = fill(scalloped(r, 9, r * 0.14))
    for i in range(9):
        out += fill(saw_crescent(r * 0.66, 16.5, r * 0.21, 9, 20 + 40 * i), CUT)
    out += "".join(fill(crescent(r * 0.44, 19, r * 0.13, 45 * i), CUT) for i in range(8))
    out += "".join(fill(saw_crescent(r * 0.22, 24, r * 0.13, 5, 36 + 72 * i), CUT) for i in range(5))
    return out + "".join(disc(*polar(r * 0.105, 72 * i), r * 0.035, CUT) for i in range(5))


def magpie() -> str:
    """A magpie (喜鹊) perched facing right, about 170 wide, its long tail at the lower left."""
    body = smooth(
        [
            (76, -36),
            (62, -56),
            (40, -58),
            (22, -44),
            (-2, -28),
            (-34, -6),
            (-30, 16),
            (0, 26),
            (30, 20),
            (52, 0),
            (62, -24),
        ]
    )
    feathers: tuple[Points, ...] = (
        [(-22, -6), (-66, 16), (-112, 50), (-104, 60), (-60, 36), (-18, 14)],
        [(-18, 4), (-58, 36), (-92, 74), (-82, 80), (-48, 52), (-10, 20)],
    )
    tail = "".join(fill(smooth(points)) for points in feathers)
    wing = smooth([(26, -24), (-10, -38), (-54, -66), (-60, -52), (-44, -26), (-14, -4), (14, -4)])
    out = tail + fill(body) + fill("M68 -50L96 -42L66 -36Z") + fill(wing)
    out += disc(52, -44, 6.5, CUT) + disc(52, -44, 2.8)
    out += line("M-2 -26C-20 -34 -38 -44 -50 -54", 4, CUT) + line("M4 -17C-14 -24 -30 -33 -42 -40", 4, CUT)
    out += line("M10 -9C-4 -12 -20 -20 -30 -27", 4, CUT)
    out += placed(fill(saw_crescent(26, 62, 9, 9), CUT), 14, -18, 168)
    out += placed(fill(saw_crescent(20, 48, 7, 6), CUT), 38, -42, 120)
    tails = "M-34 12C-56 24 -80 38 -98 51M-26 22C-48 40 -66 56 -80 70"
    return out + line(tails, 4, CUT)


def veined_leaf(length: float, width: float) -> str:
    """A leaf with its midrib and saw-tooth side cuts."""
    out = fill(leaf(length, width, width * 0.1))
    for side in (-1, 1):
        teeth: Points = [(side * width * 0.05, -length * 0.16), (side * width * 0.08, -length * 0.8)]
        for i in range(9):
            y = -length * (0.78 - 0.07 * i)
            reach = width * (0.30 - 0.008 * (i - 5) ** 2) * (1 if i % 2 else 0.55)
            teeth.append((side * max(reach, width * 0.1), y))
        out += fill(polygon(teeth), CUT)
    return out


def border() -> str:
    """The round frame: a scalloped rim, a saw-tooth band and a band of coin-like openings."""
    out = fill(scalloped(408, 48, 15))
    out += "".join(fill(crescent(386, 2.6, 7, 7.5 * i + 3.75), CUT) for i in range(48))
    out += "".join(fill(saw_crescent(354, 6.6, 19, 8, 15 * i), CUT) for i in range(24))
    out += "".join(disc(*polar(363, 15 * i + 7.5), 4, CUT) for i in range(24))
    return out + disc(0, 0, 340, CUT)


def medallion() -> str:
    """The middle of the flower: an open peony on a scalloped round."""
    out = fill(scalloped(138, 16, 13, 11.25))
    out += "".join(fill(crescent(112, 8.5, 9, 22.5 * i), CUT) for i in range(16))
    return out + placed(disc(0, 0, 104, CUT) + peony(107))


def quarter(mirror: bool) -> str:
    """A quarter of the garland: a magpie on its branch among leaves (right upper; mirrored for the left)."""
    out = line("M92 -98C122 -128 140 -146 160 -164C190 -180 236 -150 318 -142", 9)
    out += line("M160 -164C176 -130 200 -110 244 -92", 7)
    for x, y, turn, size in (
        (236, -158, 70, 66),
        (222, -154, 150, 56),
        (112, -120, -8, 60),
        (196, -114, 118, 62),
    ):
        out += placed(veined_leaf(size, size * 0.52), x, y, turn)
    out += placed(magpie(), 176, -200, -4, 0.84)
    out += line("M126 -252C140 -268 150 -280 158 -310", 7) + placed(veined_leaf(66, 34), 136, -262, 62)
    return placed(out, mirror=mirror)


def window_flower(centre: str | None = None) -> str:
    """The whole flower about the origin, radius 408; `centre` may stand in for the middle medallion."""
    upper = quarter(False) + quarter(True)
    out = border() + upper + placed(upper, turn=180)
    for i in range(4):
        out += placed(fill(scalloped(122, 9, 16)), *polar(232, 90 * i), 90 * i)
        out += placed(disc(0, 0, 107, CUT) + peony(110), *polar(232, 90 * i), 90 * i)
    return out + (medallion() if centre is None else centre)


def red_sheet(shape: str, view: View) -> Piece:
    """Dyed red paper cut to a shape: soft fibre, uneven dye and a thin lit edge where it lifts."""
    cover = mask(shape, view)
    gx, gy = view.grid()
    fibre = fbm(gx / 5, gy / 2, 11, 3) - 0.5
    cloud = fbm(gx / 190, gy / 190, 14, 3) - 0.5
    tone = (1 + 0.06 * fibre + 0.16 * cloud)[..., None]
    height = cover * 1.3 * min(view.scale, 3) + fibre * 0.35
    colour = lit(np.asarray(rgb(RED) * tone, dtype=np.float32), height, Surface(0.62, 0, 1, 0.2, 4))
    return Piece(colour, cover)


def cover_plate() -> pyvips.Image:
    """The window flower lying on white paper, a hair above it."""
    piece = red_sheet(placed(window_flower(), 600, 450, 0, 1.03), FULL)
    return array_image(laid(paper_ground(31), piece, 6, 0.4))


def detail_plate() -> pyvips.Image:
    """Saw-tooth cuts on a peony and the frame, close."""
    view = View(640, 85, 330, 1200, 900)
    piece = red_sheet(placed(window_flower(), 600, 450, 0, 1.03), view)
    ground = paper_ground(33)
    ground = mix(ground, rgb("#4a3a30"), cast(piece.cover, 16, 22, 12) * 0.42)
    return array_image(laid(ground, piece, 5, 0.4))


DRAWINGS: tuple[Drawing, ...] = (
    Drawing("crafts/paper-cut-name/cover.jpg", cover_plate),
    Drawing("crafts/paper-cut-name/detail.jpg", detail_plate),
)
