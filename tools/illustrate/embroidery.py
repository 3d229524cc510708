"""Su embroidery (苏绣): each petal, leaf or fin is laid in satin stitch.

Threads fan from a point behind the root of the shape, each broken into long and short stitches (套针);
the sheen follows the direction of the thread.
"""

from __future__ import annotations

from itertools import pairwise
from math import pi

import numpy as np

from tools.illustrate.canvas import mix, rgb, scatter
from tools.illustrate.motifs import fill, leaf, line, petal, placed, polar, smooth
from tools.illustrate.relief import Piece, Surface, View, lit, mask, soft, swell


class Embroidery:
    """A piece of needlework growing stitch field by stitch field."""

    def __init__(self, view: View, thread: float = 1.3) -> None:
        self.view, self.thread, self.count = view, thread, 0
        self.colour = np.zeros((view.high, view.wide, 3), np.float32)
        self.height = np.zeros((view.high, view.wide), np.float32)
        self.cover = np.zeros((view.high, view.wide), np.float32)

    def _window(self, x: float, y: float, reach: float) -> tuple[slice, slice, View] | None:
        v, s = self.view, self.view.scale
        x0, y0 = int(max((x - reach - v.left) * s, 0)), int(max((y - reach - v.top) * s, 0))
        x1, y1 = int(min((x + reach - v.left) * s, v.wide)), int(min((y + reach - v.top) * s, v.high))
        if x1 - x0 < 2 or y1 - y0 < 2:
            return None
        return (
            slice(y0, y1),
            slice(x0, x1),
            View(v.left + x0 / s, v.top + y0 / s, (x1 - x0) / s, x1 - x0, y1 - y0),
        )

    def satin(
        self,
        shape: str,
        root: tuple[float, float],
        bearing: float,
        length: float,
        low: str,
        high: str,
        reach: float = 0,
        spread: float = 1.1,
    ) -> None:
        """Lay one field: threads run along `bearing` from `root`, its colour turning from low to high.

        `spread` sets how far behind the root the threads meet (in lengths): small fans wide.
        """
        self.count += 1
        found = self._window(*root, reach or length * 1.25)
        if found is None:
            return
        rows, cols, view = found
        m = mask(shape, view)
        gx, gy = view.grid()
        a = bearing * pi / 180
        back = length * spread
        ox, oy = root[0] - back * np.sin(a), root[1] + back * np.cos(a)
        far = np.hypot(gx - ox, gy - oy)
        turn = np.arctan2(gx - ox, -(gy - oy)) - a
        turn = (turn + pi) % (2 * pi) - pi
        across = turn * (back + length * 0.6) / self.thread + 0.25 * np.sin(far / 9)
        strand = np.floor(across).astype(np.int64)
        along = (far - back) / length
        stitch = np.floor(far / 21 + scatter(strand, strand * 0, self.count) * 7).astype(np.int64)
        dice = scatter(strand, stitch, self.count + 500)
        t = np.clip(along * 1.05 + (dice - 0.5) * 0.34, 0, 1)
        tone = rgb(low) + (rgb(high) - rgb(low)) * (t * t * (3 - 2 * t))[..., None]
        round_ = np.sqrt(np.clip(1 - (2 * (across - strand) - 1) ** 2, 0, 1))
        run = (far / 21 + scatter(strand, strand * 0, self.count) * 7) % 1
        end = np.clip(np.minimum(run, 1 - run) * 14, 0, 1)
        sheen = 0.80 + 0.34 * np.abs(np.sin(turn + a - 0.9)) ** 1.5 + 0.10 * (dice - 0.5)
        light = sheen * (0.80 + 0.20 * round_) * (0.90 + 0.10 * end)
        thick = swell(m, 5 * view.scale) * 3.2 * view.scale + m * round_ * 0.35 * view.scale
        edge = np.clip(1 - soft(m, 1.4 * view.scale) * 1.0, 0, 1)[..., None] * 0.5
        field = tone * light[..., None] * (1 - edge)
        self.colour[rows, cols] = mix(self.colour[rows, cols], np.asarray(field, dtype=np.float32), m)
        self.height[rows, cols] = self.height[rows, cols] * (1 - m) + thick * m
        self.cover[rows, cols] = np.maximum(self.cover[rows, cols], m)

    def petal(self, x: float, y: float, bearing: float, length: float, width: float, low: str, high: str) -> None:
        """One pointed petal."""
        self.satin(placed(fill(petal(length, width, 0.9)), x, y, bearing), (x, y), bearing, length, low, high)

    def leaf(self, x: float, y: float, bearing: float, length: float, width: float, low: str, high: str) -> None:
        """One bent leaf."""
        shape = placed(fill(leaf(length, width, width * 0.3)), x, y, bearing)
        self.satin(shape, (x, y), bearing, length, low, high, spread=2.2)

    def stem(self, points: list[tuple[float, float]], width: float, colour: str) -> None:
        """A stem in rope stitch, piece by piece along its bends."""
        for (x0, y0), (x1, y1) in pairwise(points):
            bearing = float(np.degrees(np.arctan2(x1 - x0, -(y1 - y0))))
            length = float(np.hypot(x1 - x0, y1 - y0))
            self.satin(line(f"M{x0} {y0}L{x1} {y1}", width), (x0, y0), bearing + 16, length, colour, colour, spread=8)

    def worked(self) -> Piece:
        """The finished needlework under light."""
        return Piece(lit(self.colour, self.height, Surface(0.66, 0.05, 10, 0.35, 3 * self.view.scale)), self.cover)


def lotus(work: Embroidery, x: float, y: float, size: float, lean: float = 0) -> None:
    """An open lotus, its petals laid from the back row forward, pale at the root and rose at the tip."""
    rows = (
        (
            ((-62, 1.0), (62, 1.0), (-38, 1.12), (38, 1.12), (0, 1.2), (-19, 1.16), (19, 1.16)),
            0.46,
            "#f3dcd6",
            "#d98a94",
        ),
        (((-84, 0.96), (84, 0.96), (-52, 0.98), (52, 0.98)), 0.44, "#f7e9e2", "#cf7484"),
        (((-28, 0.92), (28, 0.92), (0, 0.88)), 0.5, "#fbf3ea", "#d97f8e"),
    )
    for row, width, low, high in rows:
        for a, length in row:
            work.petal(x, y, a + lean, size * length, size * width, low, high)
    work.satin(
        placed(
            fill(smooth([(-14, 4), (-20, -14), (0, -22), (20, -14), (14, 4)])),
            x,
            y - size * 0.02,
            lean,
            size / 60,
        ),
        (x, y),
        lean,
        size * 0.4,
        "#c7a544",
        "#e9d58a",
    )


def lotus_leaf(work: Embroidery, x: float, y: float, size: float, tilt: float = 0.42) -> None:
    """A round lotus leaf seen aslant: sectors of stitches between its veins."""
    for i in range(12):
        a0, a1 = 30 * i, 30 * i + 30.5
        points = [(0.0, 0.0)] + [
            polar(1 + 0.05 * np.sin(5 * (a0 + k * 6) * pi / 90), a0 + (a1 - a0) * k / 5) for k in range(6)
        ]
        d = "M" + "L".join(f"{x + px * size:.2f} {y + py * size * tilt:.2f}" for px, py in points) + "Z"
        mid = polar(1, a0 + 15)
        bearing = float(np.degrees(np.arctan2(mid[0], -mid[1] * tilt)))
        shade = ("#4f7f66", "#8db79a") if i % 2 else ("#44735d", "#7fac8e")
        work.satin(fill(d), (x, y), bearing, size * 0.8, *shade, reach=size * 1.15, spread=0.35)


def spray(work: Embroidery, x: float, y: float, size: float, way: int = 1) -> None:
    """A spray: stems from the water, two leaves, an open lotus, a bud and reeds; `way` -1 mirrors it."""
    s = size / 100
    w = s * way
    green = "#5d8a6c"
    work.stem([(x - 6 * w, y + 250 * s), (x - 14 * w, y + 180 * s), (x - 8 * w, y + 100 * s), (x, y)], 5 * s, green)
    bud = [(10, 250), (42, 196), (76, 134), (106, 70), (124, 16), (130, -20)]
    work.stem([(x + px * w, y + py * s) for px, py in bud], 4.5 * s, green)
    work.stem([(x - 20 * w, y + 250 * s), (x - 66 * w, y + 216 * s), (x - 104 * w, y + 150 * s)], 4.5 * s, green)
    for dx, turn, length in ((-60, -24, 150), (-44, -12, 120), (70, 22, 130), (90, 34, 110)):
        work.leaf(x + dx * w, y + 262 * s, turn * way, length * s, 13 * s, "#567f63", "#a3bf8b")
    lotus_leaf(work, x - 104 * w, y + 140 * s, 86 * s)
    lotus_leaf(work, x + 62 * w, y + 208 * s, 78 * s, 0.36)
    lotus(work, x, y + 10 * s, 92 * s, -6 * way)
    for a in (-16, 16, 0):
        work.petal(x + 130 * w, y - 18 * s, (a + 10) * way, 66 * s, 30 * s, "#f3dcd6", "#cf7484")
